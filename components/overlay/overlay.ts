import { type SchoolCalendar, schoolCalendar } from '../../rules/calendar/calendar.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import { timesOn } from '../../rules/policy/times.ts';
import { checkingBar, pausedBar } from '../register/bar-view.ts';
import { TEXTS } from '../texts.ts';
import { announcer } from './announcer.ts';
import { barPiece } from './bar-piece.tsx';
import { type CheckedRow, rowChecker } from './checked-rows.ts';
import { countBook } from './count-book.ts';
import { freshContext } from './fresh-context.ts';
import { jumpTo } from './jump.ts';
import { nearRows } from './near-rows.ts';
import { place } from './placer.ts';
import type { OverlayContext, OverlayPort, OverlayReading, RegisterSource } from './port.ts';
import { privacy } from './privacy.ts';
import { reporter } from './reporter.ts';
import { rowPieces } from './row-pieces.tsx';
import { rowView } from './row-view.tsx';
import { saidOnce } from './said-once.ts';
import { seenBook } from './seen-book.ts';
import { type Sitting, sittingOf } from './sitting.ts';
import { ticker } from './ticker.ts';
import { pageTone } from './tone.ts';
import { GRACE_MS, turning } from './turning.ts';
import { watchdog } from './watchdog.ts';
import { whenMoved } from './when-moved.ts';

/** What an overlay is made from. */
export interface OverlayOptions {
  readonly document: Document;
  readonly source: RegisterSource;
  readonly port: OverlayPort;
  /** The school's clock: milliseconds since 1970. */
  readonly now: () => number;
  /** Aborting it takes every node of ours out of the page. */
  readonly signal: AbortSignal;
  /** `open` in tests alone. */
  readonly mode?: ShadowRootMode;
}

/** Context with its calendar made ready. */
interface World {
  readonly context: OverlayContext;
  readonly calendar: SchoolCalendar | null;
}

/** Lays Registerwise over the register of one document, until `signal` is aborted. Never throws. */
export function startOverlay({ document, source, port, now, signal, mode = 'closed' }: OverlayOptions): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  const stop = new AbortController();
  const live = stop.signal;
  signal.addEventListener('abort', () => stop.abort(), { signal: live });

  let world: World | null = null;
  let root: Element | null = null;
  let tone: 'light' | 'dark' = 'light';
  let isCode = (_text: string) => true;
  let frame = 0;
  let drawBar = () => {};
  const counted = privacy();
  const askContext = freshContext(port);
  const report = reporter(port);
  const checker = rowChecker();
  const counts = countBook(port);
  const seen = seenBook(port, (text) => isCode(text));
  const dog = watchdog();
  const say = announcer();
  const isTurning = turning();

  const soon = () => {
    if (!live.aborted) frame ||= view.requestAnimationFrame(update);
  };
  const pieces = rowPieces(document, mode, () => tone);
  const near = nearRows(live, soon);
  const clock = ticker(view, live, () => drawBar());
  const resized = new ResizeObserver(soon);
  const missed = new MutationObserver(() => {
    if (pieces.robbed() || bar.robbed()) soon();
  });
  const bar = barPiece(document, mode, () => tone, {
    onCounts: () => switchCounts(),
    onJump: (pupil) => jumpTo(pupil, source, pieces, view),
  });

  let card = new AbortController();
  const closeCard = () => {
    card.abort();
    card = new AbortController();
  };
  const clear = () => {
    closeCard();
    pieces.clear();
    bar.clear();
    clock.rest();
    drawBar = () => {};
  };
  const showCounts = (shown: boolean) => {
    counted.set(shown);
    if (!shown) closeCard();
    update();
  };

  const switchCounts = () => showCounts(!counted.any);

  const load = async () => {
    const context = await askContext();
    if (context === 'under-way') return;
    // No answer means the site is off, or we are gone: nothing of ours belongs in the page.
    if (!context) return stop.abort();
    if (live.aborted) return;
    const before = world?.context;
    if (before?.role !== context.role || before.countsShown !== context.countsShown)
      counted.set(context.countsShown);
    world = { context, calendar: context.calendar && schoolCalendar(context.calendar) };
    counts.clear();
    checker.clear();
    update();
  };

  /** Whether the page may go on being decorated; a page that keeps taking our pieces out may not. */
  const standing = () => {
    if (!pieces.robbed() && !bar.robbed()) return true;
    if (dog.removed(view.performance.now()) === 'put-back') return true;
    stop.abort();
    report({ state: 'not-checking', detail: TEXTS.removed, findings: 0 });
    return false;
  };

  const update = () => {
    view.cancelAnimationFrame(frame);
    frame = 0;
    if (live.aborted || !standing()) return;
    const sight = source.look();
    if (sight.kind === 'no-register') {
      clear();
      return report({ state: 'no-register', detail: 'No register on this page', findings: 0 });
    }
    if (!world) return void load();
    if (sight.kind === 'not-checking') return pause(world, sight.why);
    const [reading] = sight.readings;
    watch(reading.root);
    if (reading.health.paused !== null) return pause(world, reading.health.paused);
    const sitting = sittingOf(reading, schoolTime(now()));
    if (!sitting) return pause(world, TEXTS.noDate);
    if (isTurning(`${sitting.date} ${sitting.session}`, reading.rows, view.performance.now())) {
      view.setTimeout(soon, GRACE_MS);
      return pause(world, TEXTS.turning);
    }
    isCode = (text) => !reading.health.unknownCodes.includes(text);
    draw(world, reading, sitting);
  };

  const watch = (next: Element) => {
    if (root === next) return;
    root = next;
    tone = pageTone(root);
    resized.disconnect();
    resized.observe(root);
    missed.disconnect();
    missed.observe(document.documentElement, { childList: true });
    missed.observe(root, { childList: true, subtree: true });
  };

  const pause = ({ context }: World, why: string) => {
    closeCard();
    pieces.clear();
    clock.rest();
    drawBar = () => {};
    bar.show(pausedBar(context.policy, why));
    report({ state: 'not-checking', detail: why, findings: 0 });
  };

  const draw = ({ context, calendar }: World, reading: OverlayReading, sitting: Sitting) => {
    const { policy } = context;
    const { rows, shared } = saidOnce(
      checker.check(reading.rows, sitting, { policy, calendar, now: schoolTime(now()) }),
    );
    const pupils = rows.map(({ row }) => row.pupilKey);
    if (calendar) counts.want(sitting.date, sitting.session, pupils, soon);
    const known = rows.map(({ row }) => row);
    seen.see(sitting, known);

    near.watch(known.map(({ anchor }) => anchor));
    const drawn = rows.filter(({ row }) => near.has(row.anchor));
    const placed = pieces.draw(
      drawn.map((checked) => {
        const { pupilKey } = checked.row;
        const count = calendar ? counts.of(pupilKey) : null;
        return rowView(
          checked,
          { policy, sitting },
          { known: count, shown: counted.shows(pupilKey) },
          actionsOf(checked, sitting),
        );
      }),
    );
    const room = place(placed, document);
    const wordless = new Set(drawn.filter((_, i) => room.wordless.has(i)).map(({ row }) => row.pupilKey));
    const { said, pupil } = say(rows);

    const shown = counted.any ? 'shown' : 'hidden';
    const words = {
      counts: calendar ? shown : 'none',
      said,
      spelt: pupil !== null && wordless.has(pupil) ? pupil : null,
      unplaced: room.unplaced,
      shared,
    } as const;
    drawBar = () => {
      const at = now();
      bar.show(checkingBar({ policy, sitting, at, rows, all: reading.rows.length, ...words }));
      clock.next(timesOn(policy, sitting.session, sitting.date), sitting, at);
    };
    drawBar();
    const findings = rows.filter((row) => row.findings.length > 0).length;
    report({ state: 'checking', detail: `Checking ${rows.length} pupils`, findings });
  };

  const actionsOf = (checked: CheckedRow, sitting: Sitting) => ({
    onShow: () => {
      counted.reveal(checked.row.pupilKey);
      update();
    },
    onWhy: () => {
      const { pupilKey: pupil, name, code } = checked.row;
      const { date, session } = sitting;
      port.why({ pupil, name, date, session, code }, card.signal).catch(() => {});
    },
    onKeep: () => {
      checker.keep(checked, sitting);
      update();
    },
  });

  live.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    resized.disconnect();
    missed.disconnect();
    clear();
  });
  whenMoved(document, view, live, soon);
  source.observe(live, update);
  port.onChange(live, (change) => {
    if (change.kind === 'gone') stop.abort();
    else if (change.kind === 'counts-shown') showCounts(change.shown);
    else if (change.kind === 'switch-counts') switchCounts();
    else void load();
  });
  update();
}
