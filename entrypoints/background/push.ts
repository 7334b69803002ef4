import browser from 'webextension-polyfill';
import type { Push } from '../../store/requests.ts';

/** Tells one tab's pages, or one frame's. A tab without our content script does not hear it, which is no fault. */
export async function pushToTab(tabId: number, push: Push, frameId?: number): Promise<void> {
  const to = frameId === undefined ? {} : { frameId };
  await browser.tabs.sendMessage(tabId, push, to).catch(() => undefined);
}

/** Tells every page that runs our content script, in frames and in sites just switched off too. */
export async function pushToPages(push: Push): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : pushToTab(id, push))));
}
