import { describe, expect, test } from 'vitest';
import { compose } from '../../../../rules/calendar/entries.ts';
import { readList } from '../../../../store/calendar/list.ts';

/** Each entry in one line: kind, days, half and year groups. */
const entries = (text: string) =>
  readList(text).entries.map(({ kind, from, to, sessions, yearGroups }) =>
    [kind, from, to === from ? '' : to, sessions === 'both' ? '' : sessions, yearGroups ?? '']
      .filter(String)
      .join(' '),
  );
const terms = (text: string) =>
  compose(readList(text).entries).calendar.terms.map(({ from, to }) => `${from} ${to}`);
const problems = (text: string) => readList(text).problems.map(({ place, reason }) => `${place}: ${reason}`);

describe('one term, however it is written', () => {
  test.each([
    '3 September 2025 to 24 October 2025',
    '2025-09-03 - 2025-10-24',
    '2025-09-03-2025-10-24',
    '03/09/2025–24/10/2025',
    '03/09/25 to 24/10/25',
    '3.9.25 - 24.10.25',
    '3/9/2025 until 24/10/2025',
    '3rd Sept 2025 — 24th Oct 2025',
    'Term 1: 3 Sept 25 to 24 Oct 25',
    'Wednesday 3 September 2025 to Friday, 24 October 2025',
    'Wed 3rd Sept to Fri 24th Oct 2025: first half term',
    'Autumn term: September 3rd to October 24th, 2025',
    'Autumn term 2025\nWednesday 3 September - Friday 24 October',
    'Autumn\t3 September 2025\t24 October 2025',
    'Term\tStarts\tEnds\nAutumn 1\t3 September 2025\t24 October 2025',
    '• Autumn term 2025 starts on Wednesday 3 September and ends on Friday 24 October',
    'Term starts: Wednesday 3 September 2025\nTerm ends: Friday 24 October 2025',
    'Wednesday 3 September 2025 - School opens for pupils\nFriday 24 October 2025 - School closes for half-term holiday',
    '  3 september 2025   TO  24 OCTOBER 2025 ',
  ])('%j', (text) => {
    expect(terms(text)).toEqual(['2025-09-03 2025-10-24']);
    expect(problems(text)).toEqual([]);
  });
});

describe('closures', () => {
  test.each([
    ['INSET 28 November 2025', 'inset 2025-11-28'],
    ['Staff training day: Friday 28th November 2025', 'inset 2025-11-28'],
    ['Friday 28 November 2025: INSET day (school closed to pupils)', 'inset 2025-11-28'],
    ['INSET Friday 28 November 2025 (pm)', 'inset 2025-11-28 PM'],
    ['closed 1 May 2026 PM', 'closed 2026-05-01 PM'],
    ['Closed 2026-05-01 am, polling station', 'closed 2026-05-01 AM'],
    ['May Day bank holiday: Monday 4 May 2026', 'bank-holiday 2026-05-04'],
    ['Half term: Monday 27 October to Friday 31 October 2025', 'half-term 2025-10-27 2025-10-31'],
    ['Christmas: 22 December 2025 – 2 January 2026', 'holiday 2025-12-22 2026-01-02'],
    ['closed 3 July 2026 for Year 10, Year 12: work experience', 'closed 2026-07-03 10,12'],
    ['School closed to Years 7-9 on Friday 3 July 2026', 'closed 2026-07-03 7,8,9'],
  ])('“%s”', (line, entry) => expect(entries(line)).toEqual([entry]));
  test('several days on one line, with one month and year between them', () => {
    expect(
      entries('INSET days: 1 & 2 September 2026, Friday 23rd October and Monday 4 January 2027'),
    ).toEqual(['inset 2026-09-01', 'inset 2026-09-02', 'inset 2026-10-23', 'inset 2027-01-04']);
  });
  test('INSET days side by side in a table are single days, and a run of months is none', () => {
    expect(entries('INSET\t1 September 2026\t4 January 2027')).toEqual([
      'inset 2026-09-01',
      'inset 2027-01-04',
    ]);
    expect(entries('INSET: 1 September 2026 to 4 January 2027')).toEqual([]);
  });
  test('days alone are what the line above them says', () => {
    expect(entries('Training days 2026-27\n- Tuesday 1.9.26\n• Monday 4 January')).toEqual([
      'inset 2026-09-01',
      'inset 2027-01-04',
    ]);
  });
  test('closing by noon takes the afternoon, and says that it does; closing at two does not', () => {
    const noon = readList('Term ends at 12 noon on Friday 18 December 2026').entries;
    expect(noon.map(({ kind, sessions }) => `${kind} ${sessions}`)).toEqual(['last-day both', 'closed PM']);
    expect(noon[1]?.assumed.join()).toContain('the afternoon is taken as no session');
    expect(entries('Term ends at 2:00pm Friday 18 December 2026')).toEqual(['last-day 2026-12-18']);
  });
});

describe('the shapes that councils and schools use', () => {
  const AUTUMN = ['2026-09-01 2026-10-23', '2026-11-02 2026-12-18'];
  test.each([
    [
      'labelled ranges',
      'Autumn term 2026: Tuesday 1 September 2026 to Friday 18 December 2026\nHalf term: Monday 26 October to Friday 30 October',
    ],
    [
      'starts, half term, ends',
      'Autumn term 2026\nTerm Starts: Tuesday 1 September 2026\nHalf Term Holiday: Monday 26 October 2026 to Friday 30 October 2026\nTerm Ends: Friday 18 December 2026\nEnd of Term Holiday: Monday 21 December 2026 to Friday 1 January 2027',
    ],
    [
      'a table by columns',
      '2026/27\tTerm starts\tHalf term\tTerm ends\nAutumn 2026\tTuesday 1 September\tMonday 26 October to Friday 30 October\tFriday 18 December',
    ],
    [
      'a table of closing and opening',
      '\tCloses\tRe opens\nAutumn term\t\tTuesday 1st September 2026\nOctober half term\tFriday 23rd October 2026\tMonday 2nd November 2026\nChristmas\tFriday 18th December 2026\t',
    ],
    [
      'halves of terms in columns',
      '2026-27\nTerm\tFirst half-term dates\tSecond half-term dates\nAutumn\tSept 1st to Oct 23rd\tNov 2nd to Dec 18th',
    ],
    [
      'one sentence',
      'Autumn Term 2026 starts on Tuesday 1 September 2026 and ends on Friday 18 December 2026 (Half term from Monday 26 October to Friday 30 October 2026)',
    ],
    [
      'a name and its date in turn, with bars',
      'Term Dates 2026 - 2027\nAutumn Term 2026\n|\nAutumn Term Starts |\nTuesday 1st September 2026 |\nHalf-Term |\nMonday 26th October-Friday 30th October 2026 |\nAutumn Term Ends | Friday 18th December 2026 |',
    ],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([]);
    expect(terms(text)).toEqual(AUTUMN);
    expect(compose(readList(text).entries).problems).toEqual([]);
  });
  test('a year that is not written is said to be from where it was taken', () => {
    const [, half] = readList(
      'Autumn term 2026: 1 September to 18 December\nHalf term: 26 October to 30 October',
    ).entries;
    expect(half?.assumed).toEqual(['The year 2026 is from “Autumn term 2026”.']);
  });
});

describe('what is not understood is listed with why, never guessed', () => {
  test.each([
    [
      'Half term: 26 October to 30 October',
      '1: The year of “26 October” is not given, here or in a heading above.',
    ],
    ['31 June 2026 to 3 July 2026', '1: There is no such day as “31 June 2026”.'],
    ['24 October 2025 to 3 September 2025', '1: This ends before it begins.'],
    ['3 September 2025 to 24 October 2052', '1: This is longer than a year.'],
    ['Tuesday 3 September 2025 to 24 October 2025', '1: 3 September 2025 is a Wednesday, not a Tuesday.'],
    ['3 September 2025', '1: It is not said whether school begins, ends or is closed on this day.'],
    ['Half term: 26 October 2026', '1: Give the first and the last day of the half term.'],
    ['Half day closure 18 December 2026', '1: It is not said which half of the day this is: add AM or PM.'],
    ['Half Term: 16th February 20256 to 20th February 2026', '1: “20256” is no year.'],
    [
      'Christmas concert: 12 December 2026',
      '1: It is not said whether school begins, ends or is closed on this day.',
    ],
    [
      'Term starts for Year 7: Wednesday 2 September 2026',
      '1: This is of some year groups only. Say when they are closed instead, such as “closed 2 September 2026 for Year 7”.',
    ],
  ])('“%s”', (line, problem) => {
    expect(problems(line)).toEqual([problem]);
    expect(entries(line)).toEqual([]);
  });
  test('a line without a date is passed over, and says so', () => {
    expect(readList('Please note\nAutumn term 2026').passedOver).toEqual([
      { place: 1, text: 'Please note', reason: 'There is no date in this line.' },
      {
        place: 2,
        text: 'Autumn term 2026',
        reason: 'Read as a heading: it says which year the dates below are in.',
      },
    ]);
  });
  test('a first day without a last, and a last without a first', () => {
    const { problems: gaps } = compose(
      readList('Term starts 1 September 2026\nTerm ends 20 July 2026').entries,
    );
    expect(gaps).toEqual([
      'No first day is given for the term that ends on Monday 20 July.',
      'No last day is given for the term that starts on Tuesday 1 September.',
    ]);
  });
});
