import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Push } from '../../../store/requests.ts';

interface Registered {
  readonly id: string;
  readonly matches?: string[];
}

interface Tab {
  readonly id: number;
  readonly url: string;
}

/** The parts of the browser that the fake browser leaves out, and what the background did with them. */
export interface FakeExtension {
  /** Content scripts registered now. */
  readonly registered: Registered[];
  /** Scripts run in open tabs, in order. */
  readonly injected: unknown[];
  /** Addresses opened in new tabs. */
  readonly opened: string[];
  grant(pattern: string): Promise<void>;
  revoke(pattern: string): Promise<void>;
  openTab(tab: Tab): void;
  /** What one tab's pages were told. */
  pushed(tabId: number): readonly Push[];
  /** Presses a keyboard shortcut on a tab. */
  press(command: string, tabId: number): Promise<void>;
  /** What a browser does to run-time registrations when it updates an extension. */
  forgetRegistrations(): void;
}

type Listener = () => unknown;

export function fakeExtension(): FakeExtension {
  const granted = new Set<string>();
  const onAdded: Listener[] = [];
  const onRemoved: Listener[] = [];
  const tabs: Tab[] = [];
  const pushes: { tabId: number; push: Push }[] = [];
  const registered: Registered[] = [];
  const injected: unknown[] = [];
  const opened: string[] = [];
  const fire = async (listeners: Listener[]) => void (await Promise.all(listeners.map((each) => each())));
  const covers = (pattern: string, url: string) =>
    url.startsWith(pattern.replace(/\*$/, '')) || url.startsWith(pattern.replace(/\/\*$/, ':'));

  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins: [...granted], permissions: [] }),
    contains: async ({ origins = [] }: { origins?: string[] }) => origins.every((each) => granted.has(each)),
    remove: async ({ origins = [] }: { origins?: string[] }) => {
      for (const each of origins) granted.delete(each);
      await fire(onRemoved);
      return true;
    },
    onAdded: { addListener: (listener: Listener) => onAdded.push(listener) },
    onRemoved: { addListener: (listener: Listener) => onRemoved.push(listener) },
  });
  const onCommand: ((command: string, tab: { id: number }) => unknown)[] = [];
  Object.assign(fakeBrowser.commands.onCommand, {
    addListener: (listener: (typeof onCommand)[number]) => onCommand.push(listener),
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => [...registered],
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) {
        const at = registered.findIndex((script) => script.id === id);
        if (at === -1) throw new Error(`Nonexistent script ID '${id}'`);
        registered.splice(at, 1);
      }
    },
    registerContentScripts: async (scripts: Registered[]) => {
      for (const script of scripts) {
        if (registered.some(({ id }) => id === script.id))
          throw new Error(`Duplicate script ID '${script.id}'`);
        registered.push(script);
      }
    },
    executeScript: async (injection: unknown) => {
      injected.push(injection);
      return [];
    },
  });
  Object.assign(fakeBrowser.tabs, {
    query: async ({ url }: { url?: string[] }) =>
      url ? tabs.filter((tab) => url.some((pattern) => covers(pattern, tab.url))) : tabs,
    sendMessage: async (tabId: number, push: Push) => void pushes.push({ tabId, push }),
    create: async ({ url }: { url: string }) => void opened.push(url),
  });

  return {
    ...{ registered, injected, opened },
    async grant(pattern) {
      granted.add(pattern);
      await fire(onAdded);
    },
    async revoke(pattern) {
      granted.delete(pattern);
      await fire(onRemoved);
    },
    openTab: (tab) => void tabs.push(tab),
    pushed: (tabId) => pushes.filter((each) => each.tabId === tabId).map(({ push }) => push),
    async press(command, tabId) {
      await Promise.all(onCommand.map((listener) => listener(command, { id: tabId })));
    },
    forgetRegistrations: () => void registered.splice(0),
  };
}
