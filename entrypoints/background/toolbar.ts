import browser from 'webextension-polyfill';
import { mergedState } from '../../components/overlay/page-state.ts';
import type { PageState } from '../../components/overlay/port.ts';
import type { Page } from './doors.ts';

/** How the frames of one tab stand, by frame id. */
type Frames = Readonly<Record<number, { readonly document: string; readonly state: PageState }>>;

const PREFIX = 'tab:';
const BADGE_COLOUR = '#3d4450';

const tabs = new Map<number, Frames>();
let remembered: Promise<void> | null = null;

/** Notes how a frame stands and shows its tab's state on the toolbar. A new page in the tab clears the old one's frames. */
export async function noteReport({ tabId, frameId, document }: Page, state: PageState): Promise<void> {
  await remember();
  const frames = tabs.get(tabId) ?? {};
  const isNewPage = frameId === 0 && frames[0] !== undefined && frames[0].document !== document;
  tabs.set(tabId, { ...(isNewPage ? {} : frames), [frameId]: { document, state } });
  await browser.storage.session.set({ [PREFIX + tabId]: tabs.get(tabId) });
  await show(tabId);
}

/** The frame of a tab about which something can be done by a person; null when there is none. */
export async function frameToSetUp(tabId: number): Promise<number | null> {
  await remember();
  const found = Object.entries(tabs.get(tabId) ?? {}).find(([, { state }]) => state.setUp !== null);
  return found ? Number(found[0]) : null;
}

/** How a tab stands, the registers of all its frames as one; null when no page of it has said. */
export async function tabState(tabId: number): Promise<PageState | null> {
  await remember();
  return stateOf(tabs.get(tabId) ?? {});
}

/** Forgets a tab that was closed or left for another page. */
export async function forgetTab(tabId: number): Promise<void> {
  await remember();
  if (tabs.delete(tabId)) await browser.storage.session.remove(PREFIX + tabId);
}

/** Forgets every tab. */
export async function forgetTabs(): Promise<void> {
  await remember();
  await Promise.all([...tabs.keys()].map((tabId) => badge(tabId, '', 'Registerwise')));
  const keys = [...tabs.keys()].map((tabId) => PREFIX + tabId);
  tabs.clear();
  await browser.storage.session.remove(keys);
}

/** Reads back, once, what was noted before the browser put the background to sleep. */
function remember(): Promise<void> {
  remembered ??= browser.storage.session.get(null).then((kept) => {
    for (const [key, frames] of Object.entries(kept))
      if (key.startsWith(PREFIX)) tabs.set(Number(key.slice(PREFIX.length)), frames as Frames);
  });
  return remembered;
}

function stateOf(frames: Frames): PageState | null {
  const states = Object.values(frames).map(({ state }) => state);
  return states.length === 0 ? null : mergedState(states);
}

async function show(tabId: number): Promise<void> {
  const state = stateOf(tabs.get(tabId) ?? {});
  if (state) await badge(tabId, badgeText(state), `Registerwise: ${state.detail}`);
}

function badgeText({ state, findings }: PageState): string {
  if (state === 'not-checking') return '?';
  return state === 'checking' && findings > 0 ? String(findings) : '';
}

async function badge(tabId: number, text: string, title: string): Promise<void> {
  // The tab may have closed meanwhile.
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}
