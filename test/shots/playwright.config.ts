import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

const port = Number(process.env.PORT ?? 4345);

/** `npm run shots`: a picture of each state of the overlay in the built extension. Nothing is judged here but by looking. */
export default defineConfig({
  testDir: '.',
  testMatch: 'shots.ts',
  globalSetup: '../hosts/ready.ts',
  outputDir: '../../test-results/shots',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  reporter: [['list']],
  use: { baseURL: `http://localhost:${port}`, launchOptions: { executablePath: await findBrowser() } },
  webServer: {
    command: 'node scripts/serve-pages.mjs',
    cwd: '../..',
    port,
    env: { PORT: String(port) },
    reuseExistingServer: false,
  },
});
