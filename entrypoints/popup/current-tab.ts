import browser, { type Tabs } from 'webextension-polyfill';
import type { TabView } from '../../components/forms/popup-panel.tsx';
import type { Ask } from '../../store/ask.ts';
import { isAllowed } from '../../store/host-access.ts';

/** The tab the popup was opened on; `popup.html?tab=7`, opened as a page, is about tab 7. */
export async function currentTab(): Promise<Tabs.Tab> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named));
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab) throw new Error('The browser did not say which page is open.');
  return tab;
}

/** How a tab stands, as the popup shows it. */
export async function tabView(tab: Tabs.Tab, ask: Ask): Promise<TabView> {
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  if (tab.id === undefined || !url || !/^https?:$/.test(url.protocol)) return { kind: 'not-web' };
  const { origin } = url;
  if (!(await isAllowed(origin))) return { kind: 'not-allowed', origin };
  const [sites, page, context, training] = await Promise.all([
    ask('sites', {}),
    ask('page-state', { tabId: tab.id }),
    ask('own-context', { origin }),
    ask('training', { tabId: tab.id }),
  ]);
  return {
    kind: 'allowed',
    origin,
    on: sites.find((site) => site.origin === origin)?.on ?? true,
    page,
    countsShown: context.countsShown,
    training,
    policy: context.policy.school,
  };
}
