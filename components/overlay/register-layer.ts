import { schoolTime } from '../../rules/calendar/clock.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import type { ListedCount } from '../register/bar-facts.ts';
import { checkingBar, healthText, pausedBar } from '../register/bar-view.ts';
import { TEXTS } from '../texts.ts';
import { announcer } from './announcer.ts';
import { arrivalBook } from './arrival-book.ts';
import { awayRows } from './away-rows.ts';
import { type CheckedRow, rowChecker } from './checked-rows.ts';
import { countBook } from './count-book.ts';
import { jumpTo } from './jump.ts';
import { keepingHere } from './keeping.ts';
import { lateDesk } from './late-desk.ts';
import type { AmongOthers, LayerPage, RegisterLayer, World } from './layer.ts';
import { isLeftOver } from './left-over.ts';
import { nearRows } from './near-rows.ts';
import { placer } from './placer.ts';
import type { OverlayReading, PageState, SetUp } from './port.ts';
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

/** A window lower than this, in pixels, has little room for a card above and below a row in its middle. */
const LOW = 700;

/** A layer over no register yet; stops with the page's signal. */
export function registerLayer(page: LayerPage): RegisterLayer {
  const { document, view, mode, port, now, signal, counted, bars, soon, update } = page;
  let reading: OverlayReading | null = null;
  let tone: 'light' | 'dark' = 'light';
  let places: readonly Element[] = [];
  let drawBar = () => {};
  let explain = (_pupil: string) => {};
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
    onWhy: (pupil: string) => explain(pupil),
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
    const views = drawn.map((checked) => {
      const { pupilKey, anchor } = checked.row;
      const count = counting && !among.counted.has(anchor) ? counts.of(pupilKey) : null;
      if (count) among.counted.add(anchor);
      return rowView(
        checked,
        { policy, occasion },
        { known: count, shown: counted.shows(pupilKey) },
        actionsOf(checked, occasion, policy),
      );
    });
    const placed = pieces.draw(views);
    places = placed.flatMap(({ anchor, mark }) => [anchor, mark]);
    const room = laying.lay(placed, among.laid);
    const wordless = new Set(drawn.filter((_, i) => room.wordless.has(i)).map(({ row }) => row.pupilKey));
    const { said, pupil } = say(rows);

    const rowsInAll = health.rowsInAll !== null && health.rowsInAll > all.length ? health.rowsInAll : null;
    const gone = away.see(rows, { occasion: occasionKey(occasion), root, whole: rowsInAll === null });
    undo = (pupil) => {
      const one = [...rows, ...gone].find(({ row }) => row.pupilKey === pupil);
      if (!one) return;
      away.unkeep(pupil);
      keeping.actionsOf(one, occasion, policy).undo();
    };
    explain = (pupil) => {
      page.onLooked();
      // In a low window the card needs all the room below the row.
      const block = view.innerHeight < LOW ? 'start' : 'center';
      rowOf(pupil)?.anchor.scrollIntoView({ block, behavior: 'instant' });
      card.open(pupil, occasion, bars.host);
    };
    const { threshold } = policy;
    const roomless: readonly ListedCount[] = drawn.flatMap(({ row: { pupilKey, name } }, i) => {
      const badge = room.countless.has(i) ? views[i]?.count : null;
      return badge ? [{ pupil: pupilKey, name, badge, threshold }] : [];
    });
    const words = {
      said,
      spelt: pupil !== null && wordless.has(pupil) ? pupil : null,
      unplaced: room.unplaced,
      roomless,
      ...{ shared, rows, rowsInAll, away: gone, all: all.length, place: among.place },
    } as const;
    drawBar = () => {
      const at = now();
      const shown = counted.any ? 'shown' : 'hidden';
      const of = { policy, occasion, inferred, training, at, counts: counting ? shown : 'none' } as const;
      bars.show(owner, checkingBar({ ...of, ...words }), actions);
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
      drawBar();
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
