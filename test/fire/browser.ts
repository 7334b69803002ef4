import type { BrowserContext, Page } from '@playwright/test';
import type { PageRequests } from '../../store/page-requests.ts';
import type { Reply } from '../../store/requests.ts';
import { EXTENSION_ID, start } from '../e2e/extension.ts';
import { open } from '../e2e/school.ts';

/** A browser that can be killed. */
export interface Running {
  readonly context: BrowserContext;
  /** A page of the extension's own. */
  readonly own: Page;
  /** Kills the browser with all its processes, as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>;
}

/** The browser on a profile, which may have been killed before. */
export async function run(profile: string): Promise<Running> {
  const context = await start(profile);
  const browser = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('The browser does not say which process it is.');
  const own = await open(context, EXTENSION_ID, 'popup.html');
  return { context, own, kill: () => kill(pid) };
}

/** The browser leads a group of its own, except on Windows, where its parts go when it goes. */
async function kill(pid: number): Promise<void> {
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  while (isThere(pid)) await new Promise((done) => setTimeout(done, 5));
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Asks at the page door, out of the content script of the page at `address`. */
export async function pageDoor(context: BrowserContext, address: string) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
      if (auxData?.type === 'isolated' && origin === `chrome-extension://${EXTENSION_ID}`) resolve(id);
    });
  });
  await session.send('Runtime.enable');
  await page.goto(address);
  const late = new Promise<never>((_, reject) => {
    context.once('close', () => reject(new Error('The browser is gone.')));
    setTimeout(() => reject(new Error('The page got no content script.')), 20_000).unref();
  });
  const contextId = await Promise.race([found, late]);
  return async <K extends keyof PageRequests>(type: K, question: PageRequests[K]['ask']): Promise<void> => {
    const message = JSON.stringify({ door: 'page', type, ...question });
    const expression = `chrome.runtime.sendMessage(${message})`;
    const { result } = await session.send('Runtime.evaluate', {
      ...{ expression, contextId, awaitPromise: true, returnByValue: true },
    });
    const reply = result.value as Reply<unknown> | undefined;
    if (!reply?.ok) throw new Error(reply?.message ?? 'No answer at the page door.');
  };
}
