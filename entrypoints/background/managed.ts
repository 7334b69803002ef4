import browser from 'webextension-polyfill';
import type { CountsShown } from '../../store/requests.ts';

/** Just after an extension was installed a browser may leave the question without any answer: it is asked again. */
const PATIENCE_MS = 400;
const TRIES = 3;

/**
 * Whether counts start shown, as the school's IT has set it for the whole school; `by-role` where it has not, or not in words we
 * know. Where the browser does not say, they start hidden: IT may have wanted that.
 */
export async function managedCounts(): Promise<CountsShown> {
  for (let tries = 0; tries < TRIES; tries++) {
    const managed = await Promise.race([
      asked(),
      new Promise<null>((go) => setTimeout(go, PATIENCE_MS, null)),
    ]);
    if (!managed) continue;
    const { countsShown } = managed;
    return countsShown === 'shown' || countsShown === 'hidden' ? countsShown : 'by-role';
  }
  return 'hidden';
}

/** Firefox rejects where nothing at all is managed. */
function asked(): Promise<{ countsShown?: unknown }> {
  return browser.storage.managed.get('countsShown').catch(() => ({}));
}
