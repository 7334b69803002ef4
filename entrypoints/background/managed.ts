import browser from 'webextension-polyfill';
import type { CountsShown } from '../../store/records.ts';
import { pushToPages } from './push.ts';

/** Just after an extension was installed a browser may leave the question without any answer: it is asked again. */
const PATIENCE_MS = 400;
const TRIES = 3;
/** How often it is asked again while pages go by role. */
const LATER_MS = 2_000;

let known: CountsShown | null = null;
let isAskingOn = false;

/**
 * Whether counts start shown, as the school's IT has set it for the whole school; `by-role` where it has not, or not in words we
 * know. Where the browser does not say yet, as just after an install, they start by role (a teacher's hidden) until it does.
 */
export async function managedCounts(): Promise<CountsShown> {
  for (let tries = 0; tries < TRIES && known === null && !isAskingOn; tries++)
    known = await answered(PATIENCE_MS);
  if (known === null) void askOn();
  return known ?? 'by-role';
}

/** Forgets what was set, as IT has set it anew. */
export function managedChanged(): void {
  known = null;
}

/** Asks until there is an answer. Pages start anew by it where it is another than they went by. */
async function askOn(): Promise<void> {
  if (isAskingOn) return;
  isAskingOn = true;
  while (known === null) known = await answered(LATER_MS);
  isAskingOn = false;
  if (known !== 'by-role') await pushToPages({ to: 'page', kind: 'reload' });
}

/** Null: no answer so far. */
async function answered(patience: number): Promise<CountsShown | null> {
  const late = new Promise<null>((go) => setTimeout(go, patience, null));
  const managed = await Promise.race([asked(), late]);
  if (managed === null) return null;
  const { countsShown } = managed;
  return countsShown === 'shown' || countsShown === 'hidden' ? countsShown : 'by-role';
}

/** Firefox rejects where nothing at all is managed. */
function asked(): Promise<{ countsShown?: unknown }> {
  return browser.storage.managed.get('countsShown').catch(() => ({}));
}
