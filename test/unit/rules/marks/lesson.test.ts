import { expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { checkLessonMark } from '../../../../rules/marks/lesson.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';

const FRIDAY = '2026-11-20' as IsoDate;
const says = (code: string, date = FRIDAY) =>
  checkLessonMark(code, date, nationalPolicy).map(({ rule, level, suggest }) => ({ rule, level, suggest }));

test('a code in force has nothing said of it, whichever session its mark would be for', () => {
  for (const code of ['/', '\\', 'L', 'U', 'N', 'O', 'C', 'I', '#']) expect(says(code)).toEqual([]);
});

test('a code that ended, one that had not begun and one that never was are each worth a check', () => {
  expect(says('H')).toMatchObject([{ rule: 'withdrawn-code', level: 'check' }]);
  expect(says('J1', '2024-07-10' as IsoDate)).toMatchObject([{ rule: 'not-yet-code', level: 'check' }]);
  expect(says('LATE2')).toMatchObject([{ rule: 'unknown-code', level: 'check', suggest: [] }]);
});
