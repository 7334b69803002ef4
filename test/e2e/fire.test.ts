import { fire } from '../fire/fire.ts';
import { expect, test } from './fixtures.ts';

test('the browser killed in the middle of things: what was acknowledged is kept, the rest the whole or not at all', async () => {
  test.setTimeout(240_000);
  const { kills, losses } = await fire(6, 20, (line) => console.log(line));
  expect(losses).toEqual([]);
  expect([...kills.values()].reduce((sum, times) => sum + times, 0)).toBe(6);
});
