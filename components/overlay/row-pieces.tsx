import type { ComponentChild } from 'preact';
import { rowCss } from '../register/styles.ts';
import { type Container, container } from './container.ts';
import type { Piece, PlacedRow } from './placer.ts';

/** What one pupil's row shows now; null for nothing. `sign` changes when the content does. */
export interface RowView {
  readonly pupil: string;
  readonly anchor: Element;
  readonly mark: Element;
  readonly badge: Drawn | null;
  readonly pill: Drawn | null;
}
export interface Drawn {
  readonly sign: string;
  readonly draw: () => ComponentChild;
}

interface Slot extends Piece {
  readonly container: Container;
  width: number;
  brief: number;
  sign: string;
  home: Element;
}

/** The pieces in the register's rows, by pupil: the page may replace its nodes as it likes. */
export interface RowPieces {
  /** Brings the page into line with `rows`, and answers what is to be placed. */
  draw(rows: readonly RowView[]): readonly PlacedRow[];
  /** Whether the page took a piece out and left the element it stood in. */
  robbed(): boolean;
  /** The host beside a pupil's mark, for moving the focus there; undefined when there is none. */
  pill(pupil: string): HTMLElement | undefined;
  clear(): void;
}

/** No pieces yet. */
export function rowPieces(document: Document, mode: ShadowRootMode, tone: () => 'light' | 'dark'): RowPieces {
  const badges = new Map<string, Slot>();
  const pills = new Map<string, Slot>();

  const bring = (slots: Map<string, Slot>, pupil: string, home: Element, drawn: Drawn | null) => {
    let slot = slots.get(pupil);
    if (!drawn) {
      slot?.container.remove();
      slots.delete(pupil);
      return null;
    }
    if (!slot) {
      slot = {
        container: container({ document, mode, tone: tone(), css: rowCss, position: 'absolute' }),
        width: 0,
        brief: 0,
        sign: '',
        home,
      };
      slots.set(pupil, slot);
    }
    slot.home = home;
    if (slot.container.host.parentElement !== home) home.append(slot.container.host);
    if (slot.sign !== drawn.sign) {
      slot.container.show(drawn.draw());
      slot.sign = drawn.sign;
      slot.width = 0;
    }
    return slot;
  };

  const drop = (slots: Map<string, Slot>, keep: ReadonlySet<string>) => {
    for (const [pupil, { container: piece }] of slots)
      if (!keep.has(pupil)) {
        piece.remove();
        slots.delete(pupil);
      }
  };

  return {
    draw(rows) {
      const pupils = new Set(rows.map(({ pupil }) => pupil));
      drop(badges, pupils);
      drop(pills, pupils);
      return rows.map(({ pupil, anchor, mark, badge, pill }) => ({
        anchor,
        mark,
        badge: bring(badges, pupil, anchor, badge),
        pill: bring(pills, pupil, markHome(mark, anchor), pill),
      }));
    },
    robbed: () =>
      [...badges.values(), ...pills.values()].some(
        ({ home, container: { host } }) => home.isConnected && host.parentElement !== home,
      ),
    pill: (pupil) => pills.get(pupil)?.container.host,
    clear() {
      drop(badges, new Set());
      drop(pills, new Set());
    },
  };
}

/** A cell can hold our host; a control cannot, so its cell does, or failing that the name's own. */
function markHome(mark: Element, anchor: Element): Element {
  const cell = mark.closest('td,th,[role=gridcell],[role=cell]');
  if (cell) return cell;
  return mark.matches('div,span,li,section,article,fieldset,p') ? mark : anchor;
}
