import { type Column, columnOf, toColumn } from './column.ts';
import { clipOf, rowOf } from './measure.ts';
import { measure, setFit } from './piece-sizes.ts';
import {
  type BadgePlan,
  type Laid,
  type PageRoom,
  type Piece,
  type PlacedRow,
  type Plan,
  planBadge,
  planPill,
  type RowPlan,
  spanOf,
} from './plan.ts';
import { reaches } from './reach.ts';

/** What could not be shown as it should. */
export interface Room {
  /** Pieces that found no room at all in a row that can be seen. */
  readonly unplaced: number;
  /** Rows, by their place in the list, whose finding shows as a sign without its words. */
  readonly wordless: ReadonlySet<number>;
  /** Rows, likewise, that can be seen and have no room for their count. */
  readonly countless: ReadonlySet<number>;
}

/** Lays a register's pieces, again and again. */
export interface Placer {
  /**
   * Lays every piece into free room of its own row, covering no text, no control and nothing of `laid`, which it adds to:
   * first reads the rows, then writes. Where every row stands where it stood, only the rows that say something else, or have
   * other pieces, are laid anew, and all of them once the page has come to rest.
   */
  lay(rows: readonly PlacedRow[], laid: Laid): Room;
  /** Nothing is laid any more. */
  rest(): void;
}

/** How all rows were laid last. */
interface Last {
  readonly rows: readonly PlacedRow[];
  readonly stands: readonly Stand[];
  readonly plans: readonly RowPlan[];
  readonly pageAt: (row: number) => Omit<PageRoom, 'laid' | 'clip'>;
  readonly column: Column | null;
}

/** More rows than one in so many are not laid one by one. */
const FEW = 4;
const REST_MS = 250;

/** A placer that has laid nothing. `onRest` is called for all to be laid anew, a while after some were. */
export function placer(document: Document, signal: AbortSignal, onRest: () => void): Placer {
  let last: Last | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(timer);
    last = null;
  };
  signal.addEventListener('abort', rest);

  const whole = (rows: readonly PlacedRow[], stands: readonly Stand[], laid: Laid): readonly RowPlan[] => {
    clearTimeout(timer);
    const clip = clipOf(document);
    const reach = reaches(rows);
    const pageAt = (i: number) => ({ reach: reach[i] ?? null });
    const rooms = rows.map((_, i) => ({ clip, laid, ...pageAt(i) }));
    const badges = rows.map((row, i) => (row.badge ? planBadge(row, row.badge, rooms[i] as PageRoom) : null));
    const column = columnOf(badges.filter((plan) => plan !== null));
    const isBrief = inFigures(badges);
    const plans = rows.map((row, i): RowPlan => {
      const badge = badges[i] ?? null;
      if (badge && column) toColumn(badge, column);
      else if (badge?.spot && isBrief) badge.spot = { ...badge.spot, fit: 'figures' };
      return { badge, pill: row.pill && planPill(row, row.pill, badge, rooms[i] as PageRoom) };
    });
    last = { rows, stands, plans, pageAt, column };
    for (const plan of plans) write(plan);
    return plans;
  };

  const some = (
    before: Last,
    rows: readonly PlacedRow[],
    stands: readonly Stand[],
    changed: ReadonlySet<number>,
  ): readonly RowPlan[] => {
    const clip = clipOf(document);
    const plans = rows.map((row, i) => {
      const plan = before.plans[i];
      if (plan && !changed.has(i)) return plan;
      const room = { clip, laid: new Map(), ...before.pageAt(i) };
      const badge = row.badge && planBadge(row, row.badge, room);
      if (badge && before.column) toColumn(badge, before.column);
      return { badge, pill: row.pill && planPill(row, row.pill, badge, room) };
    });
    last = { ...before, rows, stands, plans };
    for (const i of changed) write(plans[i] as RowPlan);
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = null;
      onRest();
    }, REST_MS);
    return plans;
  };

  return {
    rest,
    lay(rows, laid) {
      const pieces = rows.flatMap(({ badge, pill }) => [badge, pill].filter((piece) => piece !== null));
      const fresh = new Set(pieces.filter(({ width }) => width === 0));
      measure([...fresh]);
      const stands = rows.map(standOf);
      const changed = last && laid.size === 0 ? changedSince(last, rows, stands, fresh) : null;
      const plans =
        last && changed && changed.size * FEW <= rows.length
          ? some(last, rows, stands, changed)
          : whole(rows, stands, laid);
      for (const plan of both(plans)) {
        const span = spanOf(plan);
        if (span) laid.set(plan.line, [...(laid.get(plan.line) ?? []), span]);
      }
      return roomOf(plans);
    },
  };
}

const both = (plans: readonly RowPlan[]): readonly Plan[] =>
  plans.flatMap(({ badge, pill }) => [badge, pill].filter((plan) => plan !== null));

function roomOf(plans: readonly RowPlan[]): Room {
  const isWordless = ({ pill }: RowPlan) => pill && (pill.spot?.fit ?? 'chip') === 'chip';
  const rowsWhere = (is: (plan: RowPlan) => boolean | null) =>
    new Set(plans.flatMap((plan, i) => (is(plan) ? [i] : [])));
  return {
    unplaced: both(plans).filter(({ spot, seen }) => spot === null && seen).length,
    wordless: rowsWhere(isWordless),
    countless: rowsWhere(({ badge }) => badge && badge.spot === null && badge.seen),
  };
}

/** Where a row stands on the screen, and what the page says in it. */
interface Stand {
  readonly box: string;
  readonly words: string | null;
}

function standOf({ anchor, mark }: PlacedRow): Stand {
  const row = rowOf(mark, anchor);
  const boxes = [anchor, mark, row].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return `${left} ${top} ${right} ${bottom}`;
  });
  return { box: boxes.join(), words: row.textContent };
}

/** The rows with other pieces or other words than before; null where any row stands elsewhere. */
function changedSince(
  last: Last,
  rows: readonly PlacedRow[],
  stands: readonly Stand[],
  fresh: ReadonlySet<Piece>,
): ReadonlySet<number> | null {
  if (rows.length !== last.rows.length) return null;
  const changed = new Set<number>();
  for (const [i, { anchor, mark, badge, pill }] of rows.entries()) {
    const [before, stood, stand] = [last.rows[i], last.stands[i], stands[i]];
    if (before?.anchor !== anchor || before.mark !== mark || stood?.box !== stand?.box) return null;
    const isOther = before.badge !== badge || before.pill !== pill || stood?.words !== stand?.words;
    const isFresh = [badge, pill].some((piece) => piece && (fresh.has(piece) || isHidden(piece)));
    if (isOther || isFresh) changed.add(i);
  }
  return changed;
}

/** Found no place, or stood beside a name that changed. */
const isHidden = ({ container }: Piece): boolean => container.inner.style.visibility === 'hidden';

/** Where so many counts have room for figures alone, all are shown so: two ways of writing them are hard to compare. */
const inFigures = (badges: readonly (BadgePlan | null)[]): boolean =>
  badges.filter((plan) => plan?.spot?.fit === 'figures').length * FEW >= badges.length;

function write({ badge, pill }: RowPlan): void {
  for (const plan of [badge, pill]) {
    if (!plan) continue;
    setFit(plan.piece.container, plan.spot?.fit ?? 'full', plan.spot);
    move(plan);
  }
}

function move({ piece: { container, height }, home, spot }: Plan): void {
  const { style } = container.inner;
  style.visibility = spot ? 'visible' : 'hidden';
  if (!spot) return;
  style.translate = `${Math.round(spot.x - home.left)}px ${Math.round(spot.centre - height / 2 - home.top)}px`;
}
