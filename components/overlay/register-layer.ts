import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import type { RegisterPlace } from '../register/bar.tsx';
import { checkingBar, healthText, pausedBar } from '../register/bar-view.ts';
import { TEXTS } from '../texts.ts';
import { announcer } from './announcer.ts';
import { arrivalBook } from './arrival-book.ts';
import { awayRows } from './away-rows.ts';
import type { Bars } from './bars.tsx';
import { type CheckedRow, rowChecker } from './checked-rows.ts';
import { countBook } from './count-book.ts';
import { jumpTo } from './jump.ts';
import { keepingHere } from './keeping.ts';
import { lateDesk } from './late-desk.ts';
import { isLeftOver } from './left-over.ts';
import { nearRows } from './near-rows.ts';
import { placer } from './placer.ts';
import type { Laid } from './plan.ts';
import type { OverlayContext, OverlayPort, OverlayReading, PageState, SetUp } from './port.ts';
import type { Privacy } from './privacy.ts';
import { rowPieces } from './row-pieces.tsx';
import { rowView } from './row-view.tsx';
import { saidOnce } from './said-once.ts';
import { saidSession } from './said-session.ts';
import { type Occasion, occasionKey } from './sitting.ts';
import type { Later } from './telling.ts';
import { ticker } from './ticker.ts';
import { pageTone } from './tone.ts';
import { GRACE_MS, turning } from './turning.ts';
import { whyOpener } from './why-opener.ts';

/** Context with its calendar made ready. */
export interface World {
  readonly context: OverlayContext;
  readonly calendar: SchoolCalendar | null;
}

/** What all registers of a page have in common. */
export interface LayerPage {
  readonly document: Document;
  readonly view: Window;
  readonly mode: ShadowRootMode;
  readonly port: OverlayPort;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly counted: Privacy;
  readonly bars: Bars;
  /** Lays everything again in the next frame; the page is read anew only if it has changed. */
  readonly soon: () => void;
  /** Reads the page and lays everything, at once. */
  readonly update: () => void;
  readonly onCounts: () => void;
  /** A count is being looked at. */
  readonly onLooked: () => void;
  readonly onSetUp: (how: SetUp) => void;
}

/** A register among the others of its page, as they are in one look at it. */
export interface AmongOthers {
  readonly place: RegisterPlace | null;
  /** So few rows are on the page that all are drawn. */
  readonly whole: boolean;
  /** Pupils who stand on another register of the same session too: which mark is kept for them cannot be told. */
  readonly twice: ReadonlySet<string>;
  readonly laid: Laid;
  /** Names that have a count beside them already. */
  readonly counted: Set<Element>;
}

/** What is laid over one register. */
export interface RegisterLayer {
  /** The element of the register it was last laid over; null before the first. */
  readonly root: Element | null;
  /** Pupils of the register are still shown in its place, although it no longer reads as one. */
  readonly leftOver: boolean;
  /** Elements that pieces stand by. */
  readonly places: readonly Element[];
  show(reading: OverlayReading, world: World, among: AmongOthers): PageState;
  /** The register has left the page. */
  clear(): void;
  robbed(): readonly Element[];
  hideStale(): boolean;
  /** Hides every count, and closes what tells of one, at once. */
  hideCounts(): void;
  /** Policy, calendar or store have changed. */
  forget(): void;
}

/** A layer over no register yet; stops with the page's signal. */
export function registerLayer(page: LayerPage): RegisterLayer {
  const { document, view, mode, port, now, signal, counted, bars, soon, update } = page;
  let reading: OverlayReading | null = null;
  let tone: 'light' | 'dark' = 'light';
  let places: readonly Element[] = [];
  let drawBar = () => {};
  const later: Later = (ms, again) => void view.setTimeout(() => signal.aborted || again(), ms);
  const counts = countBook(port);
  const arrivals = arrivalBook(port);
  const late = lateDesk(port);
  const say = announcer();
  const sessions = saidSession(update);
  const isTurning = turning();
  const away = awayRows();
  const pieces = rowPieces(document, mode, () => tone);
  const { pill } = pieces;
  const keeping = keepingHere({ port, later, update, pill, signal });
  const checker = rowChecker(port.kept, keeping.changes);
  const laying = placer(document, signal, soon);
  const near = nearRows(signal, soon);
  const clock = ticker(view, signal, () => drawBar());
  let undo = (_pupil: string) => {};
  const rowOf = (pupil: string) => reading?.rows.find(({ pupilKey }) => pupilKey === pupil);
  const card = whyOpener(port, { row: rowOf, badge: pieces.badge, foot: bars.top, now });
  const actions = {
    onCounts: page.onCounts,
    onSetUp: page.onSetUp,
    onSession: sessions.say,
    onUndo: (pupil: string) => undo(pupil),
    onLate: () => late.open(null),
    onJump: (pupil: string) => {
      update();
      jumpTo(pupil, view, { row: rowOf, pill, scrollTo: away.scrollTo });
    },
  };
  const owner = {};

  const rest = () => {
    card.close();
    late.close();
    pieces.clear();
    laying.rest();
    clock.rest();
    places = [];
    drawBar = () => {};
  };
  const clear = () => {
    rest();
    checker.left();
    bars.hide(owner);
  };

  const pause = ({ context }: World, why: string, setUp: SetUp | null, { place }: AmongOthers) => {
    rest();
    bars.show(owner, pausedBar(context, now(), { why, setUp, place }), actions);
    return { state: 'not-checking', detail: why, findings: 0, setUp } as const;
  };

  const show = (next: OverlayReading, world: World, among: AmongOthers): PageState => {
    if (reading?.root !== next.root) tone = pageTone(next.root);
    reading = next;
    const { health, basis, rows } = next;
    if (health.paused !== null) return pause(world, health.paused, basis && 'teach', among);
    const told = sessions.occasionOf(next, schoolTime(now()));
    if (!told) return pause(world, TEXTS.noDate, basis && 'teach', among);
    if (isTurning(occasionKey(told.page), rows, view.performance.now())) {
      view.setTimeout(soon, GRACE_MS);
      return pause(world, TEXTS.turning, null, among);
    }
    return draw(next, told.occasion, world, among);
  };

  const draw = (
    { rows: all, root, health }: OverlayReading,
    occasion: Occasion,
    { context: { policy, inferred = false, training = false }, calendar }: World,
    among: AmongOthers,
  ): PageState => {
    port.kept.want(occasion, all, soon);
    if (occasion.session !== null) arrivals.want(occasion, soon);
    const { rows, shared } = saidOnce(
      checker.check(all, occasion, { policy, calendar, now: schoolTime(now()), arrivalOf: arrivals.of }),
    );
    card.keepIf(rows, occasion);
    const known = rows.map(({ row }) => row);
    late.at(occasion, known);
    const counting = occasion.session !== null && calendar !== null;
    if (occasion.session !== null) {
      const pupils = known.map(({ pupilKey }) => pupilKey);
      if (counting) counts.want(occasion.date, occasion.session, pupils, soon);
      const once = known.filter(({ pupilKey }) => !among.twice.has(pupilKey));
      port.seen.see(occasion, once, (text) => !health.unknownCodes.includes(text));
    }

    near.watch(
      known.map(({ anchor }) => anchor),
      among.whole,
    );
    const drawn = rows.filter(({ row }) => near.has(row.anchor));
    const placed = pieces.draw(
      drawn.map((checked) => {
        const { pupilKey, anchor } = checked.row;
        const count = counting && !among.counted.has(anchor) ? counts.of(pupilKey) : null;
        if (count) among.counted.add(anchor);
        return rowView(
          checked,
          { policy, occasion },
          { known: count, shown: counted.shows(pupilKey) },
          actionsOf(checked, occasion, policy),
        );
      }),
    );
    undo = (pupil) => {
      const one = rows.find(({ row }) => row.pupilKey === pupil);
      if (one) keeping.actionsOf(one, occasion, policy).undo();
    };
    places = placed.flatMap(({ anchor, mark }) => [anchor, mark]);
    const room = laying.lay(placed, among.laid);
    const wordless = new Set(drawn.filter((_, i) => room.wordless.has(i)).map(({ row }) => row.pupilKey));
    const { said, pupil } = say(rows);

    const rowsInAll = health.rowsInAll !== null && health.rowsInAll > all.length ? health.rowsInAll : null;
    const gone = away.see(rows, { occasion: occasionKey(occasion), root, whole: rowsInAll === null });
    const shown = counted.any ? 'shown' : 'hidden';
    const words = {
      counts: counting ? shown : 'none',
      said,
      spelt: pupil !== null && wordless.has(pupil) ? pupil : null,
      unplaced: room.unplaced,
      ...{ shared, rows, rowsInAll, away: gone, all: all.length, place: among.place },
    } as const;
    drawBar = () => {
      const at = now();
      bars.show(owner, checkingBar({ policy, occasion, at, inferred, training, ...words }), actions);
      if (occasion.session !== null)
        clock.next(timesOn(policy, occasion.session, occasion.date), occasion, at);
    };
    drawBar();
    const findings = [...rows, ...gone].filter((row) => row.findings.length > 0).length;
    return { state: 'checking', detail: healthText(rows.length, rowsInAll), findings, setUp: null };
  };

  const actionsOf = (checked: CheckedRow, occasion: Occasion, policy: Policy) => ({
    onShow: () => {
      counted.reveal(checked.row.pupilKey);
      page.onLooked();
      update();
    },
    onWhy: () => {
      page.onLooked();
      card.open(checked.row.pupilKey, occasion);
    },
    onLate: occasion.session === null ? null : () => late.open(checked.row.pupilKey),
    keeping: keeping.actionsOf(checked, occasion, policy),
    isFresh: keeping.isFresh(checked.row.pupilKey),
  });

  signal.addEventListener('abort', clear);
  return {
    get root() {
      return reading?.root ?? null;
    },
    get leftOver() {
      return reading !== null && isLeftOver(reading);
    },
    get places() {
      return places;
    },
    show,
    clear,
    hideCounts() {
      card.close();
      pieces.hideCounts();
    },
    robbed: pieces.robbed,
    hideStale: pieces.hideStale,
    forget() {
      card.close();
      counts.clear();
      arrivals.clear();
      checker.clear();
      away.clear();
    },
  };
}
