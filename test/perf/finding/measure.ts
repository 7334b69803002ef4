import type { Page } from '@playwright/test';
import { names, press } from '../../e2e/ax.ts';
import { ourDispatches, ourFrames } from '../../e2e/hosts/frames.ts';

/** What became of one mark. Milliseconds on the page's own clock. */
export interface Marked {
  /** From the trusted event of the change until the finding's host was in the document, or out of it. */
  readonly ms: number;
  /** Whether that was so in the first frame drawn after the event. */
  readonly inNextFrame: boolean;
}

/** Longer than a page needs to be laid anew once counts are shown or hidden. */
const SETTLES_MS = 500;

type Watching = typeof globalThis & {
  watched: { begin: (row: number) => string; end: () => Promise<Marked> };
};

/**
 * Marks `times` times, row after row of the plain register, by a key that the browser takes for a person's, and waits for a
 * frame after each. What is measured is seen by the page: hosts come and go, what is in them is closed to it.
 */
export async function mark(page: Page, times: number, rows = 30): Promise<readonly Marked[]> {
  await page.evaluate(watch);
  const all: Marked[] = [];
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(
      await page.evaluate((row) => (globalThis as Watching).watched.begin(row), i % rows),
    );
    all.push(await page.evaluate(() => (globalThis as Watching).watched.end()));
  }
  return all;
}

/** Runs in the page. */
function watch(): void {
  const TOO_LATE_MS = 2_000;
  const selects = [...document.querySelectorAll<HTMLSelectElement>('#register tbody select')];
  let row: Element | null = null;
  let before = 0;
  let at = 0;
  let done = (_: Marked) => {};
  let marked = new Promise<Marked>(() => {});
  const count = () => row?.querySelectorAll('[data-rw]').length ?? 0;
  const hear = (event: Event) => {
    if (!event.isTrusted || at > 0) return;
    at = event.timeStamp;
    let drawn = false;
    requestAnimationFrame(() =>
      // Once the frame has been drawn.
      setTimeout(() => {
        drawn = true;
      }),
    );
    const end = done;
    const tell = (ms: number) => {
      seen.disconnect();
      clearTimeout(waiting);
      const inNextFrame = !drawn;
      requestAnimationFrame(() => setTimeout(() => end({ ms, inNextFrame })));
    };
    const look = () => count() !== before && tell(performance.now() - at);
    const seen = new MutationObserver(look);
    if (row) seen.observe(row, { subtree: true, childList: true });
    const waiting = setTimeout(() => tell(Number.POSITIVE_INFINITY), TOO_LATE_MS);
  };
  for (const type of ['input', 'change']) addEventListener(type, hear, true);
  const begin = (index: number) => {
    const select = selects[index];
    row = select?.closest('tr') ?? null;
    before = count();
    at = 0;
    marked = new Promise((resolve) => {
      done = resolve;
    });
    select?.focus();
    // L after the close is worth a word, I is not: so each mark puts a finding beside it, or takes one away.
    return select?.value === 'L' ? 'I' : 'L';
  };
  Object.assign(globalThis, { watched: { begin, end: () => marked } });
}

/** The least that a finding can cost: on a page without us, an empty host with its words in a closed root, in and out. Runs in the page. */
export function leastFinding(): void {
  addEventListener('change', ({ target, isTrusted }) => {
    const select = target as HTMLSelectElement;
    if (!isTrusted) return;
    select.parentElement?.querySelector('[data-rw]')?.remove();
    if (select.value !== 'L') return;
    const host = document.createElement('span');
    host.dataset.rw = '';
    host.style.position = 'absolute';
    host.attachShadow({ mode: 'closed' }).append('Check: Register closed 9:20. Use U.');
    select.after(host);
  });
}

/** What our scripts, with the layout they ask for, took of the page's thread from each mark's event to its finding, in ms. */
export const processor = (page: Page, times: number, rows = 30): Promise<readonly number[]> =>
  ourDispatches(page, 'input', async () => void (await mark(page, times, rows)));

/** What our scripts, with the layout they ask for, took of the page's thread to show all counts at once, in ms, `times` times over. */
export async function reveal(page: Page, times: number): Promise<readonly number[]> {
  const all: number[] = [];
  const waitFor = async (name: RegExp) => {
    while ((await names(page, 'button', name)).length === 0) await page.waitForTimeout(50);
    await page.waitForTimeout(SETTLES_MS);
  };
  for (let i = 0; i < times; i++) {
    await waitFor(/^Show counts$/);
    const frames = await ourFrames(page, async () => {
      await press(page, 'button', /^Show counts$/);
      await page.waitForTimeout(SETTLES_MS);
    });
    all.push(frames.reduce((sum, ms) => sum + ms, 0));
    await waitFor(/^Hide counts$/);
    await press(page, 'button', /^Hide counts$/);
  }
  return all;
}

/** The time that a share of all is under: `0.95` for the 95th percentile. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
