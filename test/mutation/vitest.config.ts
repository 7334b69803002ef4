import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/unit/rules/**/*.test.ts', 'test/unit/conformance/**/*.test.ts'],
    // The long random runs would be repeated for every mutant; the examples must catch them by themselves.
    exclude: [
      '**/brute-force.test.ts',
      '**/metamorphic.test.ts',
      '**/cli.test.ts',
      '**/calendar/clock.test.ts',
    ],
  },
});
