import { defineConfig } from '@playwright/test';

const port = Number(process.env.PORT ?? 4330);

export default defineConfig({
  projects: [
    { name: 'extension', testDir: 'test/e2e', testIgnore: 'hosts/**' },
    { name: 'hosts-ready', testDir: 'test/e2e/hosts', testMatch: 'ready.setup.ts' },
    {
      name: 'hosts',
      testDir: 'test/e2e/hosts',
      dependencies: ['hosts-ready'],
      fullyParallel: true,
    },
    { name: 'never-wrong', testDir: 'test/never-wrong' },
  ],
  workers: 2,
  // Ten times what the slowest need by themselves: a busy machine is no fault.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  // `TRACE=1` records what fails, and takes much of the processor's time for it.
  use: { baseURL: `http://localhost:${port}`, trace: process.env.TRACE ? 'retain-on-failure' : 'off' },
  webServer: {
    command: 'node scripts/serve-pages.mjs',
    port,
    env: { PORT: String(port) },
    reuseExistingServer: !process.env.CI,
  },
});
