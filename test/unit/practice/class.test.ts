import { describe, expect, test } from 'vitest';
import { PRACTICE_CALENDAR, PRACTICE_CLASS, PRACTICE_DAY } from '../../../components/practice/class.ts';
import { schoolCalendar } from '../../../rules/calendar/calendar.ts';
import { history } from '../../../rules/history/history.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';

const calendar = schoolCalendar(PRACTICE_CALENDAR);
const told = (name: string) => {
  const pupil = PRACTICE_CLASS.find((each) => each.name === name);
  if (!pupil) throw new Error(`no ${name}`);
  return history({ policy: nationalPolicy, asOf: PRACTICE_DAY, calendar, marks: pupil.marks });
};

describe('the practice class', () => {
  test('has thirty pupils of different keys and names', () => {
    expect(PRACTICE_CLASS).toHaveLength(30);
    expect(new Set(PRACTICE_CLASS.map(({ key }) => key)).size).toBe(30);
    expect(new Set(PRACTICE_CLASS.map(({ name }) => name)).size).toBe(30);
  });

  test.each([
    ['Ada Fernhill', 0, 'below'],
    ['Amir Lindale', 3, 'below'],
    ['Bea Larkspur', 7, 'below'],
    ['Callum Weir', 8, 'near'],
    ['Daisy Orchard', 9, 'near'],
    ['Dev Halloway', 10, 'met'],
    ['Ella Brooke', 10, 'met-if-unsettled-stand'],
    ['Hana Rowley', 11, 'met'],
  ] as const)('%s has %i sessions: %s', (name, total, status) => {
    const { unauthorised, status: stands } = told(name);
    expect([unauthorised.total, stands]).toEqual([total, status]);
  });

  test('has a pupil with gaps, one who joined mid-term, and one of whom nothing is known', () => {
    const missing = (name: string) => told(name).coverage.expected - told(name).coverage.known;
    const today = 2;
    expect(missing('Ada Fernhill')).toBe(today);
    expect(missing('Esme Tarn')).toBeGreaterThan(today);
    expect(missing('Grace Penhale')).toBeGreaterThan(today);
    expect(told('Zara Millbank').coverage.known).toBe(0);
  });

  test('has sessions about to leave the ten weeks', () => {
    expect(told('Hana Rowley').leaving[0]).toEqual({ on: '2026-11-23', sessions: 6 });
  });
});
