import type { Page } from '@playwright/test';

/** One thing the browser did, as its trace tells it: times in microseconds, `tdur` those on the processor. */
interface Done {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly type?: string } };
}

const HERE = 'registerwise-here';
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/**
 * What the extension's code, with all the layout that it makes the browser do, took of the page's thread in each frame that
 * was drawn while `act` was under way: milliseconds on the processor, which other work of the machine does not lengthen.
 */
export async function ourFrames(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const events = await traced(page, act);
  const drawn = events.filter(({ name }) => name === 'Commit').map(({ ts }) => ts);
  const frames = new Map<number, number>();
  let until = 0;
  for (const { name, ts, dur = 0, tdur = 0, args } of events) {
    const isOurs = name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://');
    // What is called within a call of ours is part of it.
    if (!isOurs || ts < until) continue;
    until = ts + dur;
    const frame = drawn.findIndex((at) => at >= ts);
    frames.set(frame, (frames.get(frame) ?? 0) + tdur / 1000);
  }
  return [...frames.values()];
}

/** What the extension's code took of the page's thread while each event of `type` was sent: milliseconds on the processor. */
export async function ourDispatches(
  page: Page,
  type: string,
  act: () => Promise<void>,
): Promise<readonly number[]> {
  const events = await traced(page, act);
  return events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type)
    .map(({ ts: from, dur = 0 }) => {
      let until = 0;
      let sum = 0;
      for (const { name, ts, dur: took = 0, tdur = 0, args } of events) {
        const isOurs = name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://');
        if (!isOurs || ts < from || ts > from + dur || ts < until) continue;
        until = ts + took;
        sum += tdur / 1000;
      }
      return sum;
    });
}

/** All that the page's thread did, in order. */
async function traced(page: Page, act: () => Promise<void>): Promise<readonly Done[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('This browser cannot be traced.');
  const client = await browser.newBrowserCDPSession();
  const events: Done[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Done[])));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await page.evaluate((name) => performance.mark(name), HERE);
  await act();
  const complete = new Promise((done) => client.once('Tracing.tracingComplete', done));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const here = events.find(({ name }) => name === HERE);
  if (!here) throw new Error('The trace does not tell of the page.');
  return events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === here.pid && tid === here.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** What `work` below takes, in ms, on the machine on which the limits of frames were set. */
const USUAL = 1.2;

/** How many times slower this machine is now than the one on which limits were set; never less than 1. */
export async function slowness(page: Page): Promise<number> {
  const took = await page.evaluate(() => {
    const work = () => {
      const began = performance.now();
      const words = Array.from({ length: 4000 }, (_, i) => `${(i * 7919) % 4001} pupil`);
      words.sort();
      words.map((word) => /^\d+/.exec(word)?.[0]).join(' ');
      return performance.now() - began;
    };
    // The least of many is that of a run in which nothing else had the processor.
    return Math.min(...Array.from({ length: 20 }, work));
  });
  return Math.max(1, took / USUAL);
}
