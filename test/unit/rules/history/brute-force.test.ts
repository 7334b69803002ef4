import fc from 'fast-check';
import { expect, test } from 'vitest';
import { both, question } from './random.ts';

/** A few seconds’ worth; `npm run prove` asks 100,000. */
const RUNS = 300;

test('random schools and pupils: the engine says what a counter written from the words of the rules says', () => {
  fc.assert(
    fc.property(question, (one) => {
      const { ours, slow } = both(one);
      expect(ours).toEqual(slow);
    }),
    { numRuns: RUNS },
  );
});
