import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { payBy } from '../../../../rules/penalty/amounts.ts';
import { improvementPeriod } from '../../../../rules/penalty/improve.ts';
import { ladder, thirdAnniversary } from '../../../../rules/penalty/ladder.ts';
import { type NoticeLog, noticeLogSchema, type Outcome } from '../../../../rules/penalty/notices.ts';

const date = (text: string) => text as IsoDate;

/** Notices in short: `2024-09-30 paid`. */
function log(...notices: readonly string[]): NoticeLog {
  return {
    parent: 'A',
    notices: notices.map((text) => {
      const [dated = '', outcome = ''] = text.split(' ');
      return { dated: date(dated), outcome: outcome as Outcome };
    }),
  };
}
const rung = (onDay: string, ...notices: readonly string[]) => {
  const { next, amounts } = ladder(log(...notices), date(onDay));
  return [next, amounts?.full.pounds ?? null, amounts?.reduced?.pounds ?? null];
};

describe('the national amounts, by date', () => {
  test('until 18 August 2024, £120 or £60; from the 19th, £160 or £80', () => {
    expect(rung('2024-08-18')).toEqual(['before-2024', 120, 60]);
    expect(rung('2024-08-19')).toEqual(['first', 160, 80]);
  });
  test('21 and 28 days begin with the day of receipt', () => {
    const { amounts } = ladder(log(), date('2025-03-03'));
    expect(amounts).toEqual({ full: { pounds: 160, days: 28 }, reduced: { pounds: 80, days: 21 } });
    expect(amounts && payBy(amounts, date('2025-03-03'))).toEqual({
      full: '2025-03-30',
      reduced: '2025-03-23',
    });
  });
  test('a second has no lower sum, a third no sum at all', () => {
    expect(rung('2025-06-02', '2024-10-01 paid')).toEqual(['second', 160, null]);
    const { amounts } = ladder(log('2024-10-01 paid'), date('2025-06-02'));
    expect(amounts && payBy(amounts, date('2025-06-02'))).toEqual({ full: '2025-06-29', reduced: null });
    expect(rung('2026-06-01', '2024-10-01 paid', '2025-06-02 unpaid')).toEqual(['third', null, null]);
  });
});

describe('three years from the first', () => {
  test.each([
    ['2027-09-29', 'second'],
    ['2027-09-30', 'second'],
    ['2027-10-01', 'first'],
  ])('one notice of 30 September 2024: on %s the next is the %s', (onDay, next) => {
    expect(rung(onDay, '2024-09-30 paid')[0]).toBe(next);
  });
  test.each([
    ['2027-09-30', 'third'],
    ['2027-10-01', 'second'],
    ['2028-05-08', 'second'],
    ['2028-05-09', 'first'],
  ])('and another of 8 May 2025: on %s the next is the %s', (onDay, next) => {
    expect(rung(onDay, '2025-05-08 paid', '2024-09-30 paid')[0]).toBe(next);
  });
  test('names the three years, and says when it is the very last day', () => {
    const result = ladder(log('2024-09-30 paid'), date('2027-09-30'));
    expect(result.window).toEqual({ from: '2024-09-30', to: '2027-09-30' });
    expect(result.why).toContain('last day');
    expect(ladder(log('2024-09-30 paid'), date('2027-09-29')).why).not.toContain('last day');
  });
  test('from 29 February they end on the 28th', () => {
    expect(thirdAnniversary(date('2028-02-29'))).toBe('2031-02-28');
    expect(thirdAnniversary(date('2028-02-28'))).toBe('2031-02-28');
  });
});

describe('what counts to the two', () => {
  test.each([
    ['paid', 'second'],
    ['unpaid', 'second'],
    ['prosecuted', 'second'],
    ['open', 'second'],
    ['withdrawn', 'first'],
    ['acquitted', 'first'],
  ])('%s: the next is the %s', (outcome, next) => {
    expect(rung('2025-06-02', `2024-10-01 ${outcome}`)[0]).toBe(next);
  });
  test('not one from before 19 August 2024, nor one after the day asked about', () => {
    expect(rung('2025-06-02', '2024-08-18 paid', '2025-06-03 paid')[0]).toBe('first');
    expect(rung('2025-06-02', '2024-08-19 paid')[0]).toBe('second');
    expect(rung('2025-06-02', '2025-06-02 paid')[0]).toBe('second');
  });
  test('they are given oldest first, in whatever order they were logged', () => {
    const { counted, window } = ladder(log('2025-05-08 paid', '2024-09-30 paid'), date('2025-06-02'));
    expect(counted).toEqual(['2024-09-30', '2025-05-08']);
    expect(window).toEqual({ from: '2024-09-30', to: '2027-09-30' });
  });
  test('none under the rules of before 19 August 2024, when each local authority set the number', () => {
    expect(ladder(log('2024-06-03 paid'), date('2024-08-18')).counted).toEqual([]);
  });
});

const one = '2024-09-30 paid';
test.each([
  [
    '2024-08-18',
    [],
    'Before 19 August 2024 a notice was £120 within 28 days, £60 if paid within 21 days, and the number of notices was set by each local authority’s own code.',
  ],
  [
    '2025-06-02',
    [],
    'No notice that counts is logged in the three years to 2 June 2025. A first notice is £160 within 28 days, £80 if paid within 21 days.',
  ],
  [
    '2025-06-02',
    [one],
    'One notice counts in the three years from 30 September 2024 to 30 September 2027. A second within them is £160 within 28 days, with no lower sum.',
  ],
  [
    '2027-09-30',
    [one],
    'One notice counts in the three years from 30 September 2024 to 30 September 2027. A second within them is £160 within 28 days, with no lower sum. This is the last day of those years, as they are read here.',
  ],
  [
    '2026-06-01',
    [one, '2025-05-08 unpaid'],
    '2 notices count in the three years from 30 September 2024 to 30 September 2027. There is no third within them: other action is considered, which may be prosecution or another of the attendance measures.',
  ],
])('what it says on %s after %j', (onDay, notices, why) => {
  expect(ladder(log(...notices), date(onDay)).why).toBe(why);
});

test('it never tells anybody to issue anything', () => {
  const all = [
    ladder(log(), date('2024-08-18')),
    ladder(log(), date('2025-06-02')),
    ladder(log('2024-10-01 paid'), date('2025-06-02')),
    ladder(log('2024-10-01 paid', '2025-01-06 paid'), date('2025-06-02')),
  ];
  for (const { why } of all) expect(why).not.toMatch(/\b(issue|must|should)/i);
});

describe('a log holds no names', () => {
  test.each(['Adam', 'a', '', 'AB', 'É', 'A.'])('“%s” is no initial', (parent) => {
    expect(v.safeParse(noticeLogSchema, { parent, notices: [] }).success).toBe(false);
  });
  test('nor any field to put one in', () => {
    expect(v.safeParse(noticeLogSchema, { parent: 'A', notices: [] }).success).toBe(true);
    expect(v.safeParse(noticeLogSchema, { parent: 'A', name: 'x', notices: [] }).success).toBe(false);
    const notices = [{ dated: '2024-10-01', outcome: 'paid', note: 'x' }];
    expect(v.safeParse(noticeLogSchema, { parent: 'A', notices }).success).toBe(false);
  });
});

describe('a Notice to Improve', () => {
  test('of three weeks from Monday 2 March 2026 ends on Sunday 22 March', () => {
    expect(improvementPeriod(date('2026-03-02'), 3)).toEqual({
      from: '2026-03-02',
      to: '2026-03-22',
      reviews: ['2026-03-09', '2026-03-16', '2026-03-23'],
    });
  });
  test('of six weeks has six reviews', () => {
    const { to, reviews } = improvementPeriod(date('2026-03-02'), 6);
    expect(to).toBe('2026-04-12');
    expect(reviews).toHaveLength(6);
    expect(reviews.at(-1)).toBe('2026-04-13');
  });
});
