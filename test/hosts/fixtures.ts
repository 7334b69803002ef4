import { test as base, expect } from '@playwright/test';
import { drivers } from './drive.ts';
import { startHosts } from './server.mjs';
import { unseen } from './unseen.ts';

let tests = 0;

/** The host pages' server, one a worker, and addresses whose state no other test shares. */
export const test = base.extend<{ address: (name: string, query?: string) => string }, { hosts: string }>({
  hosts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
    async ({}, use) => {
      const { url, close } = await startHosts();
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  address: async ({ hosts }, use) => {
    const key = `t${tests++}`;
    await use((name, query = '') => {
      const path = (drivers[name] ?? unseen[name])?.path ?? '/';
      return `${hosts}${path}${path.includes('?') ? '&' : '?'}k=${key}${query}`;
    });
  },
});
export { expect };
