import browser from 'webextension-polyfill';
import type { Database } from '../../store/database.ts';
import { openPatterns, originsOf } from './granted-sites.ts';
import { pushToPages } from './push.ts';

/** The content script, as built from `entrypoints/register/`. */
export const CONTENT_SCRIPT = 'register.js';
const ID = 'register';

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the registered content script match the permissions and switches as they are now: a state to reconcile, whatever event
 * woke us. One run at a time. With `openTabs`, tabs already open on a site that was added are given the script at once.
 * Pages of a site that was taken away are told to stop.
 */
export function reconcile(database: Database, { openTabs }: { openTabs: boolean }): Promise<void> {
  const run = last.then(() => reconcileNow(database, openTabs));
  last = run.catch(() => undefined);
  return run;
}

async function reconcileNow(database: Database, openTabs: boolean): Promise<void> {
  const wanted = await openPatterns(database);
  const [current] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const before = current?.matches ?? [];
  const added = wanted.filter((pattern) => !before.includes(pattern));
  const removed = before.filter((pattern) => !wanted.includes(pattern));
  if (added.length === 0 && removed.length === 0) return;
  if (current) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (wanted.length > 0) await browser.scripting.registerContentScripts([contentScript(wanted)]);
  if (openTabs && added.length > 0) await injectInto(added);
  if (removed.length > 0)
    await pushToPages({ to: 'page', kind: 'stop', origins: removed.flatMap(originsOf) });
}

function contentScript(matches: readonly string[]) {
  return {
    id: ID,
    js: [CONTENT_SCRIPT],
    matches: [...matches],
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
}

async function injectInto(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.all(
    tabs.map(({ id }) => {
      if (id === undefined) return undefined;
      const target = { tabId: id, allFrames: true };
      // A tab may be discarded, closed or barred by the browser: its next load brings the script.
      return browser.scripting.executeScript({ target, files: [CONTENT_SCRIPT] }).catch(() => undefined);
    }),
  );
}
