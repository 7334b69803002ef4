import browser from 'webextension-polyfill';
import type { CountsShown } from '../../store/requests.ts';

/** Whether counts start shown, as the school's IT has set it for the whole school; `by-role` where it has not, or not in words we know. */
export async function managedCounts(): Promise<CountsShown> {
  // Firefox rejects where nothing at all is managed.
  const { countsShown } = await browser.storage.managed
    .get('countsShown')
    .catch((): { countsShown?: unknown } => ({}));
  return countsShown === 'shown' || countsShown === 'hidden' ? countsShown : 'by-role';
}
