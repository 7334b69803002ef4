import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { SWITCH_COUNTS } from '../../store/requests.ts';
import { type House, replyTo, type Sender } from './doors.ts';
import { isOpenTo } from './granted-sites.ts';
import { managedChanged } from './managed.ts';
import { store } from './opened-store.ts';
import { ownAnswers } from './own-answers.ts';
import { pageAnswers } from './page-answers.ts';
import { pushToPages, pushToTab } from './push.ts';
import { reconcile } from './registration.ts';
import { tidyDaily } from './tidying.ts';
import { forgetTab } from './toolbar.ts';
import { forgetTraining } from './training.ts';

export default defineBackground(() => {
  const house: House = {
    extension: { id: browser.runtime.id, root: browser.runtime.getURL('') },
    isOpenTo: async (origin) => isOpenTo(await store(), origin),
    page: pageAnswers,
    own: ownAnswers,
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse) => {
    const reply = replyTo(house, message, sender);
    // Undefined leaves the message to other listeners, which the listener's type does not know of.
    if (!reply) return undefined as unknown as true;
    void reply.then(sendResponse);
    return true;
  });

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
    await reconcile(await store(), { openTabs: false });
  });
  browser.runtime.onStartup.addListener(async () => reconcile(await store(), { openTabs: false }));
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === SWITCH_COUNTS && tab?.id !== undefined)
      await pushToTab(tab.id, { to: 'page', kind: 'switch-counts' });
  });
  browser.permissions.onAdded.addListener(permissionsChanged);
  browser.permissions.onRemoved.addListener(permissionsChanged);
  browser.tabs.onRemoved.addListener(async (tabId) => {
    await Promise.all([forgetTab(tabId), forgetTraining(tabId)]);
  });
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'managed') return;
    managedChanged();
    void pushToPages({ to: 'page', kind: 'reload' });
  });
  tidyDaily();
});

async function permissionsChanged(): Promise<void> {
  await reconcile(await store(), { openTabs: true });
  await pushToPages({ to: 'page', kind: 'reload' });
}
