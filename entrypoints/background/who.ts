import browser from 'webextension-polyfill';
import type { Who } from '../../components/overlay/port.ts';

/** In the browser's memory: gone when it closes. */
const KEY = 'who-amends';

/** Who recorded a change last, in this session of the browser; null for nobody yet. */
export async function lastWho(): Promise<Who | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Who | undefined) ?? null;
}

/** Remembers who recorded a change, until the browser closes. */
export async function rememberWho({ by, role }: Who): Promise<void> {
  await browser.storage.session.set({ [KEY]: { by, role } });
}
