import browser from 'webextension-polyfill';
import { isOldAcquaintance } from '../../store/birth.ts';
import type { Database } from '../../store/database.ts';

/** Kept beside the database, in files of the browser's own: that there was one, and when it was first found gone. */
const KNOWN = 'store-known';
const LOST = 'store-lost';

/**
 * Notices that the database is another than the one there was. Where a crash has damaged its files a browser may begin an empty
 * one and say nothing of it, and an empty store must not pass for a school without absences.
 */
export async function noticeLoss(database: Database): Promise<void> {
  const [same, { [KNOWN]: known }] = await Promise.all([
    isOldAcquaintance(database),
    browser.storage.local.get(KNOWN),
  ]);
  if (known && !same) await browser.storage.local.set({ [LOST]: Date.now() });
  if (!known) await browser.storage.local.set({ [KNOWN]: true });
}

/** When what was kept was found gone, in milliseconds since 1970; null when it was not, or somebody has read so. */
export async function lossNoticed(): Promise<number | null> {
  const { [LOST]: at } = await browser.storage.local.get(LOST);
  return typeof at === 'number' ? at : null;
}

/** Somebody has read that what was kept is gone. */
export async function lossRead(): Promise<void> {
  await browser.storage.local.remove(LOST);
}
