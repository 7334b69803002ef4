import { describe, expect, test } from 'vitest';
import { LAW } from '../../../../rules/marks/law.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { AFTER_CLOSE, ask, autumn, QUOTES, rulesOf } from './asked.ts';

const law = { law: LAW.unsettled };
const day = (date: string) => `${date}T10:00:00Z`;

describe('an N of Monday 9 November 2026 as it ages', () => {
  const n = (on: string, calendar: typeof autumn | undefined = autumn) =>
    ask('england-2024', 'N', { date: '2026-11-09', at: day(on), calendar });
  const guess = ' Counted by weekdays: no term dates are set.';

  test.each([
    ['2026-11-12', 'note', 'N is 3 school days old. Settle it by Tuesday 17 November, or it becomes O.'],
    ['2026-11-16', 'note', 'N is 4 school days old. Settle it by Tuesday 17 November, or it becomes O.'],
    ['2026-11-17', 'check', 'N is 5 school days old. Settle it by Tuesday 17 November, or it becomes O.'],
  ])('by the term dates, with INSET on Friday 13, on %s: %s', (on, level, message) => {
    expect(n(on)).toStrictEqual([{ rule: 'n-unsettled', level, message, suggest: [], clause: law }]);
  });
  test('past its deadline', () => {
    const message =
      'N has stood for more than 5 school days (to Tuesday 17 November). Use the code for the reason, or O.';
    expect(n('2026-11-18')).toStrictEqual([
      { rule: 'n-overdue', level: 'warn', message, suggest: ['O'], clause: law },
    ]);
  });
  test.each([
    ['2026-11-12', 'note', 3],
    ['2026-11-13', 'note', 4],
    ['2026-11-15', 'note', 4],
    ['2026-11-16', 'check', 5],
  ])('by weekdays, where there are no term dates, on %s: %s', (on, level, days) => {
    const message = `N is ${days} school days old. Settle it by Monday 16 November, or it becomes O.${guess}`;
    const found = ask('england-2024', 'N', { date: '2026-11-09', at: day(on) });
    expect(found).toStrictEqual([{ rule: 'n-unsettled', level, message, suggest: [], clause: law }]);
  });
  test('by weekdays, before it is worth chasing and after its deadline', () => {
    const on = (date: string) => ask('england-2024', 'N', { date: '2026-11-09', at: day(date) });
    expect(on('2026-11-11')).toEqual([]);
    expect(on('2026-11-17')[0]?.message).toBe(
      `N has stood for more than 5 school days (to Monday 16 November). Use the code for the reason, or O.${guess}`,
    );
  });
  test('nothing is said before the third school day, nor of another code', () => {
    expect(n('2026-11-11')).toEqual([]);
    expect(ask('england-2024', 'O', { date: '2026-11-09', at: day('2026-11-18'), calendar: autumn })).toEqual(
      [],
    );
  });
  test('where the term dates end before its deadline, that is said', () => {
    const late = (on: string) =>
      ask('england-2024', 'N', { date: '2026-12-14', at: day(on), calendar: autumn });
    const message = 'N is ageing. The term dates end before its deadline, so that cannot be worked out.';
    expect(late('2026-12-16')).toEqual([]);
    for (const on of ['2026-12-17', '2027-01-20'])
      expect(late(on)).toStrictEqual([
        { rule: 'n-unsettled', level: 'note', message, suggest: [], clause: law },
      ]);
  });
});

describe('a policy’s own words on N', () => {
  test('are quoted beside the five school days', () => {
    const found = ask('john-f-kennedy', 'N', { date: '2026-11-09', at: day('2026-11-12'), calendar: autumn });
    expect(rulesOf(found)).toBe('n-unsettled policy-note');
    expect(found[1]).toStrictEqual({
      rule: 'policy-note',
      level: 'note',
      message:
        'John F Kennedy Primary School’s policy words the deadline differently. Five school days are applied.',
      suggest: [],
      clause: {
        policy:
          'John F Kennedy Primary School, Appendix A, 4: “Any N codes without a suitable explanation after a week are recorded as an unauthorised absence.”',
        law: LAW.unsettled,
      },
    });
  });
  test('a shorter time is applied as it is, by term dates and by weekdays', () => {
    const policy = { ...nationalPolicy, unsettled: { schoolDays: 3, clause: 'none' } };
    for (const calendar of [autumn, undefined]) {
      const on = (date: string) => ask(policy, 'N', { date: '2026-11-09', at: day(date), calendar });
      expect(on('2026-11-12')).toMatchObject([
        { rule: 'n-unsettled', level: 'check' },
        {
          rule: 'policy-note',
          message:
            'England, national rules’s policy words the deadline differently. 3 school days are applied.',
        },
      ]);
      expect(rulesOf(on('2026-11-13'))).toBe('n-overdue policy-note');
    }
  });
});

describe('an N of a pupil who has come', () => {
  const come = (school: string, arrived: string, session: 'AM' | 'PM' = 'AM') =>
    ask(school, 'N', { session, arrived });
  // Leading Futures: taken 9:00 and 12:45, closes 9:30 and 13:15, ends 12:00 and 15:45.
  test.each([
    ['AM', '08:59', '/', ['/']],
    ['AM', '09:00', '/', ['/']],
    ['AM', '09:01', 'L', ['L']],
    ['AM', '09:31', 'U, or another absence code if the reason fits', AFTER_CLOSE],
    ['PM', '12:45', '\\', ['\\']],
    ['PM', '13:16', 'U, or another absence code if the reason fits', AFTER_CLOSE],
  ] as const)('Leading Futures, %s, arrived %s: use %s', (session, arrived, use, suggest) => {
    const at = arrived.replace(/^0/, '');
    expect(come('leading-futures', arrived, session)).toStrictEqual([
      {
        rule: 'n-unsettled',
        level: 'check',
        message: `The pupil arrived at ${at}, so N no longer fits. Use ${use}.`,
        suggest,
        clause: { policy: QUOTES.futuresClose, law: LAW.unsettled },
      },
    ]);
  });
  test('where nobody can say whether the register had closed, L or U', () => {
    expect(come('england-2024', '09:31')).toStrictEqual([
      {
        rule: 'n-unsettled',
        level: 'check',
        message: 'The pupil arrived at 9:31, so N no longer fits. Use L or U.',
        suggest: ['L', 'U'],
        clause: law,
      },
    ]);
  });
  test('after the session, N may stand', () => {
    expect(come('leading-futures', '12:00')).toHaveLength(1);
    expect(come('leading-futures', '12:01')).toEqual([]);
  });
});
