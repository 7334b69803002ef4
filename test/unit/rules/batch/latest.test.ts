import { expect, test } from 'vitest';
import { keepLatest } from '../../../../rules/batch/latest.ts';

test('what neighbours share is made once, and nothing older is kept', () => {
  const made: string[] = [];
  const sizeOf = keepLatest((input: { readonly of: string }) => {
    made.push(input.of);
    return input.of.length;
  });
  const answers = ['one', 'one', 'three', 'three', 'one'].map((of) => sizeOf({ of }));
  expect(answers).toEqual([3, 3, 5, 5, 3]);
  expect(made).toEqual(['one', 'three', 'one']);
});
