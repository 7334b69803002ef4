import { describe, expect, test } from 'vitest';
import { tellWhy, type WrittenMark } from '../../../components/register/why-told.ts';
import {
  countWords,
  gapWords,
  leavingWords,
  thisMarkWords,
  windowWords,
  yearWords,
} from '../../../components/register/why-words.ts';
import { type CalendarInput, schoolCalendar } from '../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS } from '../../../rules/calendar/dates.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';

const term = (from: string, to: string) => ({ from: from as IsoDate, to: to as IsoDate });
const dates: CalendarInput = {
  terms: [
    term('2026-09-02', '2026-10-23'),
    term('2026-11-02', '2026-12-18'),
    term('2027-01-04', '2027-02-12'),
  ],
  closures: [],
};

/** Present at every session before Friday 20 November 2026, but for `away`, written `09-09 AM U`. */
function marks(away: readonly string[], from = '2026-09-02'): WrittenMark[] {
  const codes = new Map(away.map((each) => [`2026-${each.slice(0, 8)}`, each.slice(9)]));
  return schoolCalendar(dates).schoolDays.flatMap((day) => {
    const date = fromDay(day);
    if (date < from || date >= '2026-11-20') return [];
    return SESSIONS.map((session) => ({ date, session, code: codes.get(`${date} ${session}`) ?? '/' }));
  });
}

const AWAY = [
  '09-09 AM U',
  '10-13 AM O',
  '10-13 PM O',
  '11-10 AM G',
  '11-10 PM G',
  '11-18 AM N',
  '11-18 PM N',
];
const oak = builtInPolicy('walton-oak');
const futures = builtInPolicy('leading-futures');
if (!oak || !futures) throw new Error('no such policy');
const { threshold } = oak;

function tell(code: string | null, kept = marks(AWAY), calendar = dates, policy = oak) {
  if (!policy) throw new Error('no such policy');
  const here = { date: '2026-11-20' as IsoDate, session: 'AM' } as const;
  const question = { ...here, pupil: 'p', name: 'Amir Lindale', code, saved: false, at: 0 };
  return tellWhy({ question, policy }, kept, schoolCalendar(calendar));
}

describe('the count', () => {
  test('is of those before, and of this mark if it stands', () => {
    expect(countWords(tell(null), threshold)).toBe('7 of 10');
    expect(thisMarkWords(tell(null), { code: null, saved: false }, threshold)).toBeNull();
    expect(thisMarkWords(tell('/'), { code: '/', saved: false }, threshold)).toBeNull();
    const three = [...AWAY, '11-11 AM O', '11-11 PM O'];
    expect(thisMarkWords(tell('U', marks(three)), { code: 'U', saved: false }, threshold)).toBe(
      'This mark, U, makes it 10 of 10: 9 → 10 if it stands.',
    );
    expect(thisMarkWords(tell('U'), { code: 'U', saved: true }, threshold)).toBe(
      'This session’s mark, U, is saved and is one of them.',
    );
  });
  test('with gaps is a lower bound, and what fills them is said', () => {
    // From 5 October: fifteen days before half-term and fourteen after it are 58 of the 98 sessions before this one.
    const told = tell('O', marks(AWAY, '2026-10-05'));
    expect(countWords(told, threshold)).toBe('At least 7 of 10');
    expect(thisMarkWords(told, { code: 'O', saved: false }, threshold)).toBe(
      'This mark, O, makes it at least 7 of 10: 6 → 7 if it stands.',
    );
    expect(gapWords(tell(null, marks(AWAY, '2026-10-05')), threshold)).toBe(
      '58 of 98 sessions seen on this device. Importing marks, or opening those registers here, fills the gaps.',
    );
    expect(gapWords(tell(null), threshold)).toBeNull();
  });
  test('with term dates for some of the weeks is a lower bound too', () => {
    const late = { terms: [term('2026-11-02', '2026-12-18')], closures: [] };
    const told = tell(null, marks(AWAY, '2026-11-02'), late);
    expect(countWords(told, threshold)).toBe('At least 4 of 10');
    expect(gapWords(told, threshold)).toBe(
      'Term dates are known for 3 of 10 school weeks. Earlier term dates fill that gap.',
    );
  });
  test('has no threshold in a provision’s register', () => {
    expect(countWords(tell(null, marks(AWAY), dates, futures), threshold)).toBe('7');
  });
  test('is none where no mark of another session is known', () => {
    expect(tell('U', []).isBlank).toBe(true);
    expect(tell('U', marks(AWAY, '2026-11-19')).isBlank).toBe(false);
  });
});

describe('the window', () => {
  test('names its dates and the week of half-term between them', () => {
    const told = tell(null);
    expect(windowWords(told.history, told.calendar)).toEqual({
      counted: 'Counted: 10 school weeks, Monday 7 September to Friday 20 November.',
      skipped: 'Skipped, as school did not meet: the week of 26 Oct.',
    });
  });
  test('names a run of weeks once', () => {
    const question = { date: '2027-01-08' as IsoDate, session: 'AM' as const };
    const asked = { ...question, pupil: 'p', name: null, code: null, saved: false, at: 0 };
    const told = tellWhy({ question: asked, policy: oak }, [], schoolCalendar(dates));
    // Seven weeks of the autumn's second half and one of January: two more before half-term.
    expect(windowWords(told.history, told.calendar)).toEqual({
      counted: 'Counted: 10 school weeks, Monday 12 October to Friday 8 January.',
      skipped: 'Skipped, as school did not meet: the week of 26 Oct and the 2 weeks from 21 Dec to 1 Jan.',
    });
  });
  test('says what leaves it and when: ten school weeks after the week it is in', () => {
    expect(leavingWords(tell(null).history, threshold)).toEqual([
      'Mon 23 Nov: 1 session leaves the 10 weeks.',
      'Mon 11 Jan: 2 sessions leave the 10 weeks.',
      'Mon 1 Feb: 2 sessions leave the 10 weeks.',
      'Mon 8 Feb: 2 sessions leave the 10 weeks.',
    ]);
    const autumn = { ...dates, terms: dates.terms.slice(0, 2) };
    expect(leavingWords(tell(null, marks(AWAY), autumn).history, threshold)).toEqual([
      'Mon 23 Nov: 1 session leaves the 10 weeks.',
      'The term dates known here end before the other 6 sessions can leave.',
    ]);
    expect(leavingWords(tell(null, marks([])).history, threshold)).toEqual([
      'Nothing is counted, so nothing leaves.',
    ]);
  });
});

describe('the year', () => {
  test('is rounded down, on sessions possible so far', () => {
    // 52 days before this one are 104 sessions; seven missed, and this one.
    expect(yearWords(tell('O').history.attendance)).toBe(
      '92.3%: 97 of 105 possible sessions attended since 2 Sep.',
    );
  });
  test('with gaps is said to be of what has been seen', () => {
    // 58 sessions of 104, six of them missed.
    expect(yearWords(tell(null, marks(AWAY, '2026-10-05')).history.attendance)).toBe(
      'On what has been seen, 89.6%: 52 of 58 possible sessions attended since 2 Sep. 46 sessions have no mark here, so the year’s figure may differ.',
    );
    expect(yearWords(tell(null, []).history.attendance)).toMatch(/^Not known/);
  });
});
