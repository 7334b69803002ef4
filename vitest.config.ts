import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findBrowser } from './scripts/find-browser.mjs';

// Without a browser the unit project still runs.
const executablePath = await findBrowser().catch(() => undefined);

const BUNDLED = [
  ...[
    '@floating-ui/dom',
    'axe-core',
    'preact',
    'preact/hooks',
    'preact/jsx-runtime',
    'preact/jsx-dev-runtime',
    '@preact/signals',
  ],
  ...['@msgpack/msgpack', 'dexie', 'papaparse', 'valibot'],
];

const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: executablePath ? { executablePath } : {} }),
  instances: [{ browser: 'chromium' as const }],
};

/** Ten times what the slowest need by themselves: a busy machine is no fault. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['components/**', 'rules/**', 'sites/**', 'store/**', 'widget/**'],
      reporter: ['text', 'json-summary'],
    },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          ...PATIENT,
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.{ts,tsx}'],
        },
      },
      {
        plugins: [preact()],
        // Named beforehand: Vite would reload the page when it met one for the first time, under a running test.
        optimizeDeps: { include: BUNDLED },
        test: {
          name: 'browser',
          ...PATIENT,
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser,
        },
      },
      {
        optimizeDeps: { include: BUNDLED },
        test: { name: 'bench', include: ['test/perf/store/*.bench.ts'], browser },
      },
    ],
  },
});
