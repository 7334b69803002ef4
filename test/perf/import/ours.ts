import type { BrowserContext, Page } from '@playwright/test';
import { fromDay, toDay } from '../../../rules/calendar/dates.ts';
import { EXTENSION_ID } from '../../e2e/extension.ts';
import { AS_OF, calendarInput } from '../school.ts';

/** The page has other fields for files, and its sections come in any order. */
const FILE = '#marks input[type=file]';

/** Milliseconds that an import took, in its two halves. */
export interface Imported {
  readonly read: number;
  readonly keep: number;
}

/**
 * Milliseconds of an import through the options page: from the file chosen until it can be confirmed, and from the click until the
 * page says that it is kept. Taken in the page, at the frame in which the words are there.
 */
export async function importFile(options: Page, file: string): Promise<Imported> {
  await options.reload();
  await options.waitForSelector(FILE, { state: 'attached' });
  await options.evaluate(() => {
    const times: { chosen?: number; offered?: number; clicked?: number; kept?: number } = {};
    Object.assign(globalThis, { times });
    const offer = () =>
      [...document.querySelectorAll('button')].find(
        (button) => !button.disabled && /^Import [\d,]+ marks$/.test(button.textContent ?? ''),
      );
    const look = () => {
      if (!times.offered && offer()) times.offered = performance.now();
      if (times.clicked && !times.kept && document.body.textContent?.includes('Imported.'))
        times.kept = performance.now();
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    addEventListener(
      'change',
      () => {
        times.chosen ??= performance.now();
      },
      true,
    );
    addEventListener(
      'click',
      () => {
        times.clicked ??= performance.now();
      },
      true,
    );
  });
  await options.setInputFiles(FILE, file);
  await options.getByRole('button', { name: /^Import [\d,]+ marks$/ }).click({ timeout: 120_000 });
  await options.getByText('Imported.').first().waitFor({ timeout: 120_000 });
  return options.evaluate(() => {
    const { times } = globalThis as unknown as { times: Record<string, number> };
    const { chosen = 0, offered = 0, clicked = 0, kept = 0 } = times;
    return { read: offered - chosen, keep: kept - clicked };
  });
}

/** Milliseconds that an answer about a register takes, as a page of the extension's own sees it; `back` is in days before the last. */
export function register(own: Page, origin: string, pupils: readonly string[], back = 0): Promise<number> {
  const date = fromDay(toDay(AS_OF) - back);
  const question = { origin, date, session: 'PM', pupils, calendar: calendarInput };
  return timed(own, { door: 'own', type: 'own-counts', ...question });
}

/** Milliseconds of a question that touches no mark: what a message alone takes. */
export function message(own: Page): Promise<number> {
  return timed(own, { door: 'own', type: 'page-state', tabId: 1 });
}

function timed(own: Page, question: object): Promise<number> {
  return own.evaluate(async (asked) => {
    const began = performance.now();
    const reply = await chrome.runtime.sendMessage(asked);
    if (!reply.ok) throw new Error(reply.message);
    return performance.now() - began;
  }, question);
}

/** Stops the background, as the browser does after half a minute without work. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await session?.send('Target.getTargets')) ?? {};
  const ours = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(EXTENSION_ID));
  if (ours) await session?.send('Target.closeTarget', { targetId: ours.targetId });
}
