import { closestAcross } from './across.ts';
import type { CheckedRow } from './checked-rows.ts';
import type { Container } from './container.ts';
import type { OverlayPort, OverlayRow } from './port.ts';
import type { WhyPlace, WhyQuestion, WindowBox } from './questions.ts';
import type { Occasion } from './sitting.ts';

/** The one why-card of a register. */
export interface WhyOpener {
  /** `from` is what it was opened from, and gets the focus back, where that is not the badge. */
  open(pupil: string, occasion: Occasion, from?: () => HTMLElement | null): void;
  /** Closes it where what it tells of is no longer so: the pupil's row has left, or has another mark. */
  keepIf(rows: readonly CheckedRow[], occasion: Occasion): void;
  close(): void;
}

/** A register as it stands in the page now. */
interface Standing {
  readonly row: (pupil: string) => OverlayRow | undefined;
  readonly badge: (pupil: string) => Container | undefined;
  /** Where the bars begin, and the school's clock. */
  readonly foot: () => number;
  readonly now: () => number;
}

/** Opens cards through `port`. */
export function whyOpener(port: Pick<OverlayPort, 'why'>, { row, badge, foot, now }: Standing): WhyOpener {
  let asked: WhyQuestion | null = null;
  let card = new AbortController();
  const close = () => {
    asked = null;
    card.abort();
    card = new AbortController();
  };
  return {
    close,
    open(pupil, { date, session }, from) {
      const found = row(pupil);
      if (!found || session === null) return;
      if (asked?.pupil !== pupil) close();
      const { name, code, state } = found;
      asked = { pupil, name, date, session, code, saved: state === 'saved', at: now() };
      const place = placeOf(
        () => row(pupil),
        () => badge(pupil),
        foot,
        from,
      );
      port.why(asked, place, card.signal).catch(() => {});
    },
    keepIf(rows, { date, session }) {
      if (!asked) return;
      const { pupil, code, saved } = asked;
      const stands = rows.some(
        ({ row: { pupilKey, code: now, state } }) =>
          pupilKey === pupil && now === code && (state === 'saved') === saved,
      );
      if (!stands || date !== asked.date || session !== asked.session) close();
    },
  };
}

/** The parts of a page that a pupil's line is made of. */
const LINE = 'tr,[role=row],[role=listitem],li,article';
/** Nothing higher than this, in pixels, is one pupil's line: pages are laid out in tables and lists too. */
const HIGHEST_LINE = 160;

/** Where the card of one pupil belongs; `row` and `badge` are what stands for the pupil now, `foot` where the bars begin. */
function placeOf(
  row: () => OverlayRow | undefined,
  badge: () => Container | undefined,
  foot: () => number,
  from: () => HTMLElement | null = () => badge()?.host ?? null,
): WhyPlace {
  const anchor = () => {
    const found = row()?.anchor;
    return found?.isConnected ? found : null;
  };
  return {
    foot,
    anchor,
    badge() {
      const host = from();
      return host?.isConnected ? host : null;
    },
    boxes() {
      const at = row();
      const piece = badge();
      if (!at?.anchor.isConnected || !piece?.host.isConnected) return null;
      // Not drawn, it stands where it last had room.
      const drawn = piece.inner.checkVisibility({ visibilityProperty: true });
      const own = (drawn ? piece.inner : at.anchor).getBoundingClientRect();
      return { badge: own, row: around([own, lineOf(at.anchor), lineOf(at.markElement)]) };
    },
  };
}

function lineOf(element: Element): WindowBox {
  const line = closestAcross(element, LINE)?.getBoundingClientRect();
  return line && line.height <= HIGHEST_LINE ? line : element.getBoundingClientRect();
}

function around(boxes: readonly WindowBox[]): WindowBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
