import { mark, percentile, reveal } from '../perf/finding/measure.ts';
import { expect, test } from './fixtures.ts';
import { ask, confirmPlain, importMarks, schoolDay } from './school.ts';

/** Ten times the budgets of 8 and 16 ms: a busy machine is no fault. `npm run bench:finding` measures them. */
const MARK_MS = 80;
const REVEAL_MS = 160;
/** The best of so many rounds counts: what is slow is slow each time. */
const ROUNDS = 3;

test('a finding stands in the page within the frame after its mark, and thirty counts are shown at once', async ({
  baseURL,
  school,
}) => {
  const { options, page } = await school({ clock: '09:24', role: 'office' });
  await importMarks(options, {});
  await confirmPlain(options, String(baseURL));
  const counts = async () => {
    await page.goto(`/plain/register.html?rows=30&today=${schoolDay}`);
    await expect.poll(() => page.locator('table [data-rw]').count()).toBe(30);
  };
  await counts();
  const slow: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const marks = await mark(page, 30);
    expect(marks.filter(({ inNextFrame }) => !inNextFrame)).toEqual([]);
    slow.push(
      percentile(
        marks.map(({ ms }) => ms),
        0.95,
      ),
    );
  }
  await ask(options, 'save-settings', { role: 'teacher' });
  await counts();
  const shown = await reveal(page, ROUNDS);
  test.info().annotations.push({ type: 'ms', description: JSON.stringify({ slow, shown }) });
  expect(Math.min(...slow)).toBeLessThan(MARK_MS);
  expect(Math.min(...shown)).toBeLessThan(REVEAL_MS);
});
