import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, type Page, type Worker } from '@playwright/test';
import { EXTENSION_ID, launch, turnOn } from '../e2e/extension.ts';
import { importMarks, ready, schoolDay } from '../e2e/school.ts';
import { drivers } from '../hosts/drive.ts';
import { startHosts } from '../hosts/server.mjs';
import { truthOf } from '../hosts/truth.ts';
import { confirmPage } from './stage.ts';

/** One browser with the built extension, turned on and set up for all the pages of a worker. */
export interface Studio {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly options: Page;
  /** The host pages' origin. */
  readonly hosts: string;
  /** The address of a host page under a state that no other picture shares. */
  readonly address: (name: string, query?: string) => string;
}

/** Host pages in the pictures that somebody must confirm first. */
const CONFIRMED = ['cards', 'aggrid', 'frame'];

/** Sessions missed of late, so that every band a count can be in stands in the first rows. */
const STORIES: readonly (readonly string[])[] = [
  ['O', 'O', 'O', 'U', 'G', 'O', 'O', 'N', 'N'],
  ['O', 'O', 'U', 'G', 'G', 'O', 'U'],
  [],
  Array(12).fill('O'),
  ['U', '\\', 'U'],
  ['O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'N', 'N'],
  ['U'],
  [...Array(9).fill('G')],
];

let pictures = 0;

export const test = base.extend<object, { studio: Studio }>({
  studio: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the destructuring
    async ({}, use, { project, workerIndex }) => {
      const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-shots-'));
      const [context, hosts] = await Promise.all([launch(profile), startHosts()]);
      await turnOn(context, String(project.use.baseURL));
      await turnOn(context, hosts.url);
      const options = await ready(context, EXTENSION_ID);
      const address = (name: string, query = '') => {
        const { path: at = '/' } = drivers[name] ?? {};
        return `${hosts.url}${at}${at.includes('?') ? '&' : '?'}k=s${workerIndex}-${pictures++}&date=${schoolDay}${query}`;
      };
      const page = await context.newPage();
      await page.goto(address('plain', '&pupils=30'));
      const { pupils } = await truthOf(page);
      const storied = pupils.flatMap(({ id, also }, i) =>
        [id, ...also].map((number) => [number, STORIES[i % (STORIES.length + 3)] ?? []] as const),
      );
      for (const site of [String(project.use.baseURL), hosts.url])
        await importMarks(
          options,
          Object.fromEntries(storied),
          storied.map(([number]) => number),
          site,
        );
      for (const name of CONFIRMED) {
        await page.goto(address(name));
        await confirmPage(page);
      }
      await page.close();
      const [worker] = context.serviceWorkers();
      if (!worker) throw new Error('The background does not run.');
      await use({ context, worker, options, hosts: hosts.url, address });
      await context.close();
      await hosts.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  page: async ({ studio: { context } }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
});
