import type { ComponentChild } from 'preact';
import type { ShownCount } from '../register/badge.tsx';
import { rowCss } from '../register/styles.ts';
import { closestAcross, isOurs, outwards } from './across.ts';
import { type Container, container } from './container.ts';
import { oneStop } from './one-stop.ts';
import type { Piece, PlacedRow } from './plan.ts';

/** What one pupil's row shows now; null for nothing. `sign` changes when the content does. */
export interface RowView {
  readonly pupil: string;
  readonly anchor: Element;
  readonly mark: Element;
  /** The count that the badge shows; null where none is shown. */
  readonly count: ShownCount | null;
  readonly badge: Drawn | null;
  readonly pill: Drawn | null;
}
export interface Drawn {
  readonly sign: string;
  /** What of it decides how wide it is. */
  readonly look: string;
  readonly draw: () => ComponentChild;
  /** The same with what it tells hidden; left out where it tells nothing to hide. */
  readonly hidden?: Drawn;
}

interface Slot extends Piece {
  readonly container: Container;
  sign: string;
  /** What hides what is shown; null where nothing is. */
  hidden: Drawn | null;
  home: Node;
}
type Kind = 'badge' | 'pill';
/** One pupil's pieces, and the name they were drawn beside. */
interface Place extends Record<Kind, Slot | null> {
  anchor: Element;
  words: string | null;
}

/** The pieces in a register's rows, by pupil: the page may replace its nodes, or use a row for another pupil, as it likes. */
export interface RowPieces {
  /** Brings the page into line with `rows`, and answers what is to be placed. */
  draw(rows: readonly RowView[]): readonly PlacedRow[];
  /** Hosts that the page took out of elements it left. */
  robbed(): readonly Element[];
  /** Hides what stands beside a name that has changed or gone, until it is drawn again, and answers whether any did. */
  hideStale(): boolean;
  /** Hides every count at once, each in its place; laying them anew may take longer. */
  hideCounts(): void;
  /** The host beside a pupil's mark, for moving the focus there; undefined when there is none. */
  pill(pupil: string): HTMLElement | undefined;
  /** A pupil's badge; undefined when there is none. */
  badge(pupil: string): Container | undefined;
  clear(): void;
}

/** No pieces yet. */
export function rowPieces(document: Document, mode: ShadowRootMode, tone: () => 'light' | 'dark'): RowPieces {
  const places = new Map<string, Place>();
  const counts = oneStop();
  const slots = (place: Place) => [place.badge, place.pill].filter((slot) => slot !== null);

  const bring = (place: Place, kind: Kind, at: Element, home: Node, drawn: Drawn | null): Slot | null => {
    if (!drawn) {
      place[kind]?.container.remove();
      place[kind] = null;
      return null;
    }
    place[kind] ??= {
      container: container({ document, mode, tone: tone(), css: rowCss, position: 'absolute' }),
      width: 0,
      brief: 0,
      least: 0,
      height: 0,
      sign: '',
      hidden: null,
      look: '',
      home,
    };
    const slot = place[kind];
    slot.home = home;
    if (slot.container.host.parentNode !== home) {
      home.appendChild(slot.container.host);
      slot.container.inner.style.zIndex = heightOf(at, home);
    }
    if (slot.sign !== drawn.sign) fill(slot, kind, drawn);
    slot.hidden = drawn.hidden ?? null;
    return slot;
  };
  const fill = (slot: Slot, kind: Kind, { draw, sign, look }: Drawn) => {
    slot.container.show(draw());
    slot.sign = sign;
    slot.look = `${kind} ${look}`;
    slot.width = 0;
  };

  const drop = (keep: ReadonlySet<string>) => {
    for (const [pupil, place] of places)
      if (!keep.has(pupil)) {
        for (const slot of slots(place)) slot.container.remove();
        places.delete(pupil);
      }
  };

  return {
    draw(rows) {
      drop(new Set(rows.map(({ pupil }) => pupil)));
      const drawn = rows.map(({ pupil, anchor, mark, badge, pill }) => {
        const place = places.get(pupil) ?? { anchor, words: null, badge: null, pill: null };
        places.set(pupil, place);
        place.anchor = anchor;
        place.words = anchor.textContent;
        return {
          anchor,
          mark,
          badge: bring(place, 'badge', anchor, homeOf(anchor), badge),
          pill: bring(place, 'pill', mark, markHome(mark, anchor), pill),
        };
      });
      counts.among(drawn.flatMap(({ badge }) => (badge ? [badge.container.inner] : [])));
      return drawn;
    },
    robbed: () =>
      [...places.values()]
        .flatMap(slots)
        .filter(({ home, container: { host } }) => home.isConnected && host.parentNode !== home)
        .map(({ container: { host } }) => host),
    hideStale() {
      const stale = [...places.values()].filter(
        ({ anchor, words }) => !anchor.isConnected || anchor.textContent !== words,
      );
      for (const { container: piece } of stale.flatMap(slots)) piece.inner.style.visibility = 'hidden';
      return stale.length > 0;
    },
    hideCounts() {
      for (const { badge } of places.values()) {
        if (!badge?.hidden) continue;
        fill(badge, 'badge', badge.hidden);
        badge.hidden = null;
      }
    },
    pill: (pupil) => places.get(pupil)?.pill?.container.host,
    badge: (pupil) => places.get(pupil)?.badge?.container,
    clear: () => drop(new Set()),
  };
}

/** A cell can hold our host; a control cannot, so its cell does, or failing that the name's own. */
function markHome(mark: Element, anchor: Element): Node {
  const cell = closestAcross(mark, 'td,th,[role=gridcell],[role=cell]');
  if (cell) return homeOf(cell);
  return homeOf(mark.matches('div,span,li,section,article,fieldset,p') ? mark : anchor);
}

/** Where a host put into `element` would be drawn, and drawn whole: not in a shadow root's host, nor in a grid's cell that clips. */
function homeOf(element: Element): Node {
  let at: Node = element;
  while (at instanceof Element && at.parentNode && (at.shadowRoot || isHollow(at) || isClippingCell(at)))
    at = at.parentNode;
  return at;
}

/** The `z-index` that lifts a piece as high as a cell its host could not stand in: frozen columns lie above their row. */
function heightOf(element: Element, home: Node): string {
  let height = 'auto';
  for (const at of outwards(element)) {
    if (at === home) return height === 'auto' ? '' : height;
    const { zIndex } = getComputedStyle(at);
    if (zIndex !== 'auto') height = zIndex;
  }
  return '';
}

/** A grid's cell made of plain boxes, which its row can hold our host as well as. A table's row cannot. */
function isClippingCell(element: Element): boolean {
  return (
    element.matches('[role=row]:not(tr) :not(td,th)') && getComputedStyle(element).overflowX !== 'visible'
  );
}

/** A custom element with nothing in it that can be seen from outside: its root is closed. */
function isHollow(element: Element): boolean {
  return element.localName.includes('-') && [...element.childNodes].every(isOurs);
}
