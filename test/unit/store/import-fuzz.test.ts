import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../fuzz/judge.ts';
import { mutation } from '../../fuzz/mutate.ts';
import { school, style } from '../../fuzz/school.ts';

// `npm run fuzz` does the same a hundred thousand times, with another seed each time.
test('2,000 made-up files, unharmed and harmed, give no mark that nobody made', {
  timeout: 300_000,
}, async () => {
  const any = fc.record({ school, style, mutation });
  await fc.assert(
    fc.asyncProperty(any, async (each) => {
      expect(['whole', 'part', 'refused']).toContain((await judge(each)).fate);
    }),
    { numRuns: 2_000, seed: 20_240_819 },
  );
});
