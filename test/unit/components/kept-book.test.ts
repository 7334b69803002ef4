import { expect, test } from 'vitest';
import { keptBook } from '../../../components/overlay/kept-book.ts';
import type { Keeping, KeptFinding, OverlayRow } from '../../../components/overlay/port.ts';
import { type Occasion, occasionKey } from '../../../components/overlay/sitting.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';

const occasion: Occasion = { date: '2026-11-20' as IsoDate, session: 'AM', assumed: 'nothing' };
const key = occasionKey(occasion);
const row = (code: string, pupilKey = 'p-1'): OverlayRow => ({
  ...{ pupilKey, code, state: 'saved', name: null, minutesLate: null, note: null },
  ...{ markElement: {} as Element, anchor: {} as Element },
});

/** A book over notes that fail as often as told, and a clock that is moved by hand. */
function book(before: readonly KeptFinding[] | 'never' | 'refused' = [], failures = 0) {
  let left = failures;
  const told: Keeping[] = [];
  const waiting: (() => void)[] = [];
  const asked: (readonly string[])[] = [];
  const notes = {
    keptFindings: ({ pupils }: { pupils: readonly string[] }) => {
      asked.push(pupils);
      if (before === 'never') return new Promise<never>(() => {});
      return before === 'refused' ? Promise.reject(new Error('off')) : Promise.resolve(before);
    },
    keep: async (keeping: Keeping) => {
      told.push(keeping);
      if (left-- > 0) throw new Error('This device has no room left');
    },
  };
  const pass = async () => {
    await new Promise((done) => setTimeout(done));
    for (const again of waiting.splice(0)) again();
    await new Promise((done) => setTimeout(done));
  };
  return { kept: keptBook(notes, (_, again) => void waiting.push(again)), told, asked, pass };
}

test('what was kept before is asked once, and held to its code', async () => {
  const { kept, asked, pass } = book([{ pupil: 'p-1', code: 'H', rule: 'withdrawn-code' }]);
  let answers = 0;
  const rows = [row('H'), row('/', 'p-2')];
  kept.want(occasion, rows, () => answers++);
  expect(kept.awaits(key, row('H'))).toBe(true);
  await pass();
  kept.want(occasion, rows, () => answers++);
  expect(asked).toEqual([['p-1', 'p-2']]);
  expect(answers).toBe(1);
  expect(kept.awaits(key, row('H'))).toBe(false);
  expect(kept.has(key, row('H'), 'withdrawn-code')).toBe(true);
  expect(kept.has(key, row('F'), 'withdrawn-code')).toBe(false);
});

test.each(['never', 'refused'] as const)(
  'where the answer is %s, findings are said all the same',
  async (how) => {
    const { kept, pass } = book(how);
    kept.want(occasion, [row('H')], () => {});
    await pass();
    expect(kept.awaits(key, row('H'))).toBe(false);
    expect(kept.has(key, row('H'), 'withdrawn-code')).toBe(false);
  },
);

test('keeping is noted again until it is, and taken back in between is not noted as kept', async () => {
  const { kept, told, pass } = book([], 2);
  kept.set(row('L'), occasion, { rules: ['entry-after-close'], kept: true, reason: null });
  await pass();
  kept.set(row('L'), occasion, { rules: ['entry-after-close'], kept: false, reason: null });
  for (let i = 0; i < 4; i++) await pass();
  expect(told.at(-1)?.kept).toBe(false);
  expect(kept.has(key, row('L'), 'entry-after-close')).toBe(false);
});

test('of a lesson, or a session that is only assumed, nothing is asked or noted', () => {
  const { kept, told, asked } = book();
  const assumed: Occasion = { ...occasion, assumed: 'session' };
  const lesson: Occasion = { date: occasion.date, session: null, lesson: 'Maths', assumed: 'nothing' };
  for (const one of [assumed, lesson]) {
    kept.want(one, [row('H')], () => {});
    kept.set(row('H'), one, { rules: ['withdrawn-code'], kept: true, reason: null });
    expect(kept.has(occasionKey(one), row('H'), 'withdrawn-code')).toBe(true);
    expect(kept.awaits(occasionKey(one), row('H'))).toBe(false);
  }
  expect([told, asked]).toEqual([[], []]);
});
