import { schoolCalendar } from '../../rules/calendar/calendar.ts';
import { NO_ACTIONS } from '../register/bar.tsx';
import type { RegisterPlace } from '../register/bar-facts.ts';
import { pausedBar } from '../register/bar-view.ts';
import { TEXTS } from '../texts.ts';
import { bars } from './bars.tsx';
import { freshContext } from './fresh-context.ts';
import { hidesItself, NEVER } from './hiding.ts';
import { historyLayer } from './history-layer.ts';
import type { RegisterLayer, World } from './layer.ts';
import { DRAWN_WHOLE } from './near-rows.ts';
import { mergedState, NO_REGISTER } from './page-state.ts';
import { pageWatch } from './page-watch.ts';
import type { OverlayPort, OverlayReading, PageState, RegisterSource, SetUp, Sight } from './port.ts';
import { privacy } from './privacy.ts';
import { registerLayer } from './register-layer.ts';
import { reporter } from './reporter.ts';
import { slotsFor } from './slots.ts';
import { pageTone } from './tone.ts';
import { watchdog } from './watchdog.ts';

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

const LEFT_OVER: Sight = { kind: 'not-checking', why: TEXTS.leftOver, setUp: null };

/** Lays Registerwise over the registers of one document, until `signal` is aborted. Never throws. */
export function startOverlay({ document, source, port, now, signal, mode = 'closed' }: OverlayOptions): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  const stop = new AbortController();
  const live = stop.signal;
  signal.addEventListener('abort', () => stop.abort(), { signal: live });

  let world: World | null = null;
  let frame = 0;
  /** What was last seen; null once the page may read differently. A long register is dear to read. */
  let seen: Sight | null = null;
  let setUp: SetUp | null = null;
  let panel = new AbortController();
  const layers: RegisterLayer[] = [];
  const counted = privacy();
  const askContext = freshContext(port);
  const tell = reporter(port);
  const dog = watchdog();
  const allBars = bars(document, mode, () => pageTone(layers[0]?.root ?? document.body));
  const pageBar = {};

  const again = (ms: number, act: () => void) => view.setTimeout(() => live.aborted || act(), ms);
  const history = historyLayer(port, allBars, again, () => soon());

  const soon = () => {
    if (!live.aborted) frame ||= view.requestAnimationFrame(lay);
  };
  const robbed = () => [...allBars.robbed(), ...layers.flatMap((layer) => layer.robbed())];
  const watch = pageWatch(document, view, live, {
    onMove: soon,
    onChange: (theirs) => {
      if (theirs) seen = null;
      const stale = layers.filter((layer) => layer.hideStale());
      if (stale.length > 0 || robbed().length > 0) soon();
    },
  });

  const report = (state: PageState) => {
    setUp = state.setUp;
    tell(state);
  };
  const clear = () => {
    for (const layer of layers) layer.clear();
    allBars.clear();
    watch.at([], []);
  };
  const closePanel = () => {
    panel.abort();
    panel = new AbortController();
  };
  const onSetUp = (how: SetUp) => {
    closePanel();
    port.setUp(how, panel.signal).catch(() => {});
  };
  const redraw = () => {
    if (counted.any) {
      hides.shown();
      return update();
    }
    hides.rest();
    for (const layer of layers) layer.hideCounts();
    // Laid anew only once that has been drawn: a long register takes longer than a count may stay to be seen.
    view.requestAnimationFrame(soon);
  };
  const showCounts = (shown: boolean) => {
    counted.set(shown);
    redraw();
  };
  const onCounts = () => showCounts(!counted.any);
  const hides = hidesItself(view, live, {
    onHide: () => showCounts(false),
    onCover: (covered) => counted.cover(covered) && redraw(),
  });

  const load = async () => {
    const context = await askContext();
    if (context === 'under-way') return;
    // No answer means the site is off, or we are gone: nothing of ours belongs in the page.
    if (!context) return stop.abort();
    if (live.aborted) return;
    const before = world?.context;
    if (before?.role !== context.role || before.countsShown !== context.countsShown)
      counted.start(context.countsShown);
    hides.rule(context.hiding ?? NEVER);
    if (counted.any) hides.shown();
    world = { context, calendar: context.calendar && schoolCalendar(context.calendar) };
    for (const layer of layers) layer.forget();
    update();
  };

  /** Whether the page may go on being decorated; a page that keeps taking our pieces out may not. */
  const standing = () => {
    const hosts = robbed();
    if (hosts.length === 0) return true;
    const rewritten = hosts.map((host) => watch.rewritten(host)).every(Boolean);
    if (dog.removed(view.performance.now(), rewritten) === 'put-back') return true;
    stop.abort();
    report({ state: 'not-checking', detail: TEXTS.removed, findings: 0, setUp: null });
    return false;
  };

  const update = () => {
    seen = null;
    lay();
  };

  const lay = () => {
    view.cancelAnimationFrame(frame);
    frame = 0;
    if (live.aborted || !standing()) return;
    seen ??= source.look();
    const sight = seen.kind === 'no-register' && layers.some(({ leftOver }) => leftOver) ? LEFT_OVER : seen;
    if (sight.kind === 'no-register') {
      clear();
      closePanel();
      return report(NO_REGISTER);
    }
    if (!world) return void load();
    if (sight.kind === 'registers') return show(sight.readings, world);
    for (const layer of layers) layer.clear();
    watch.at([], []);
    if (sight.kind === 'history') {
      allBars.hide(pageBar);
      return report(history.show(sight.reading));
    }
    history.hide();
    const bar = pausedBar(world.context, now(), { ...sight, place: null });
    allBars.show(pageBar, bar, { ...NO_ACTIONS, onCounts, onSetUp });
    report({ state: 'not-checking', detail: sight.why, findings: 0, setUp: sight.setUp });
  };

  const show = (readings: readonly OverlayReading[], here: World) => {
    allBars.hide(pageBar);
    history.hide();
    const used = slotsFor(layers, readings).map((layer) => layer ?? newLayer());
    for (const layer of layers) if (!used.includes(layer)) layer.clear();
    const among = {
      whole: readings.reduce((sum, { rows }) => sum + rows.length, 0) <= DRAWN_WHOLE,
      twice: onTwo(readings),
      laid: new Map(),
      counted: new Set<Element>(),
    };
    const states = used.map((layer, i) => {
      const reading = readings[i] as OverlayReading;
      return layer.show(reading, here, { ...among, place: placeOf(reading, i, readings.length) });
    });
    watch.at(
      readings.map(({ root }) => root),
      used.flatMap(({ places }) => places),
    );
    report(mergedState(states));
  };

  const newLayer = () => {
    const shared = { document, view, mode, port, now, signal: live, counted, bars: allBars };
    const layer = registerLayer({ ...shared, soon, update, onCounts, onSetUp, onLooked: hides.shown });
    layers.push(layer);
    return layer;
  };

  live.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    clear();
    closePanel();
  });
  source.observe(live, update);
  port.onChange(live, (change) => {
    if (change.kind === 'gone') stop.abort();
    else if (change.kind === 'counts-shown') showCounts(change.shown);
    else if (change.kind === 'switch-counts') onCounts();
    else if (change.kind === 'reload') void load();
    else if (setUp !== null) onSetUp(setUp);
  });
  update();
}

function placeOf({ group, lesson, session }: OverlayReading, i: number, of: number): RegisterPlace | null {
  if (of === 1) return null;
  const name = [group, lesson ?? session].filter((part) => part !== null).join(', ');
  return { at: i + 1, of, name: name === '' ? null : name };
}

/** Pupils who stand on two registers of one session. */
function onTwo(readings: readonly OverlayReading[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  if (readings.length < 2) return twice;
  for (const { rows, date, session, lesson } of readings)
    for (const pupil of lesson === null ? new Set(rows.map(({ pupilKey }) => pupilKey)) : []) {
      const key = `${date} ${session} ${pupil}`;
      if (seen.has(key)) twice.add(pupil);
      seen.add(key);
    }
  return twice;
}
