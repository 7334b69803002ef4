import { expect, test } from 'vitest';
import type { OverlayRow } from '../../../components/overlay/port.ts';
import { type Sight, seenBook } from '../../../components/overlay/seen-book.ts';
import { untilKept } from '../../../components/overlay/until-kept.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';

const sitting = { date: '2025-09-02' as IsoDate, session: 'AM', assumed: 'nothing' } as const;
const isCode = () => true;
const element = {} as Element;
const row = (pupilKey: string, code: string, state: OverlayRow['state'] = 'saved'): OverlayRow => ({
  ...{ pupilKey, code, state, name: null, minutesLate: null, note: null },
  ...{ markElement: element, anchor: element },
});

/** A book over a store that fails as often as told, and a clock that is moved by hand. */
function book(failures: number) {
  let left = failures;
  const told: string[] = [];
  const waiting: { ms: number; again: () => void }[] = [];
  const seen = seenBook(
    async ({ marks }: Sight) => {
      told.push(marks.map(({ pupil, code }) => `${pupil} ${code}`).join(', '));
      if (left-- > 0) throw new Error('This device has no room left');
    },
    (ms, again) => void waiting.push({ ms, again }),
  );
  const pass = async () => {
    await Promise.resolve();
    for (const { again } of waiting.splice(0)) again();
    await Promise.resolve();
  };
  return { seen, told, waiting, pass };
}

test('saved marks are told once, and drafts are not', async () => {
  const { seen, told } = book(0);
  const rows = [row('p-1', '/'), row('p-2', 'N', 'draft'), row('p-3', 'L', 'unknown')];
  seen.see(sitting, rows, isCode);
  seen.see(sitting, rows, isCode);
  expect(told).toEqual(['p-1 /']);
});

test('what was not kept is told again, though nobody touches the page', async () => {
  const { seen, told, pass } = book(2);
  seen.see(sitting, [row('p-1', '/'), row('p-2', 'N')], isCode);
  for (let i = 0; i < 4; i++) await pass();
  expect(told).toEqual(['p-1 /, p-2 N', 'p-1 /, p-2 N', 'p-1 /, p-2 N']);
});

test('a mark that has changed since is not told again as it was', async () => {
  const { seen, told, pass } = book(1);
  seen.see(sitting, [row('p-1', 'N'), row('p-2', 'N')], isCode);
  await Promise.resolve();
  seen.see(sitting, [row('p-1', 'L'), row('p-2', 'N')], isCode);
  await pass();
  expect(told).toEqual(['p-1 N, p-2 N', 'p-1 L', 'p-2 N']);
});

test('it is told less and less often, and does not stop', async () => {
  const { seen, told, waiting, pass } = book(100);
  const waits: number[] = [];
  seen.see(sitting, [row('p-1', '/')], isCode);
  for (let i = 0; i < 8; i++) {
    await Promise.resolve();
    waits.push(...waiting.map(({ ms }) => ms));
    await pass();
  }
  expect(waits).toHaveLength(8);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(Math.max(...waits)).toBeLessThanOrEqual(120_000);
  expect(told).toHaveLength(9);
});

test('whether marks are kept is said only once they are, and said otherwise while they are not', async () => {
  const answers: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  let fails = true;
  const book = untilKept(
    () =>
      new Promise((kept, failed) => {
        answers.push(() => (fails ? failed(new Error('This device has no room left')) : kept()));
      }),
    (_, again) => waiting.push(again),
  );
  const settle = () => new Promise((done) => setTimeout(done));
  const mark = { pupil: 'p-1', code: 'O', ...{ date: sitting.date, session: sitting.session } };
  book.tell([mark]);
  expect(book.stand).toBe('on-its-way');
  answers.shift()?.();
  await settle();
  expect(book.stand).toBe('failed');
  fails = false;
  waiting.shift()?.();
  answers.shift()?.();
  await settle();
  expect(book.stand).toBe('kept');
  book.tell([mark]);
  expect(answers).toEqual([]);
});
