import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** `npx playwright test -c test/hosts`: the host pages themselves, and how they are read without the extension. */
export default defineConfig({
  testDir: '.',
  testMatch: ['smoke/*.test.ts', 'reading/*.test.ts'],
  globalSetup: './ready.ts',
  outputDir: '../../test-results/hosts',
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['./reading/table.ts']],
  use: { launchOptions: { executablePath: await findBrowser() }, viewport: { width: 1280, height: 900 } },
});
