import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { confirmationOf, routeOf, type SessionAnswer, type SiteProfile } from '../../../sites/profile.ts';
import { readPage, understood } from '../../../sites/registry.ts';
import { pupilsBy } from '../../../sites/taught/taught.ts';
import { pupils } from '../../pages/pupils.mjs';
import { renderPage, renderRegister } from '../../pages/rosariosis/live/render.mjs';
import { parse } from './fixtures.ts';

const url = new URL('https://mis.example.test/register');
const given = { id: 'page', name: 'Class register', route: routeOf(url), confirmed: '2026-09-01' as IsoDate };
const WORDS = ['Present', 'Tardy', 'Absent', 'Excused'];
const CODES = { Present: '/', Tardy: 'L', Absent: 'O', Excused: 'M' };

/** Four pupils, one of each word; `said` is the line about day and session above them. */
const dropDowns = (said: string): string =>
  `<h1>Register 10B</h1><h2>20 November 2026 ${said}</h2><table><tr><th>Pupil</th><th>Attendance</th></tr>${pupils
    .slice(0, 4)
    .map(({ id, name }, i) => {
      const options = WORDS.map((word, j) => `<option${i === j ? ' selected' : ''}>${word}</option>`).join(
        '',
      );
      return `<tr data-pupil="${id}"><td>${name}</td><td><select>${options}</select></td></tr>`;
    })
    .join('')}</table>`;

/** The same in RosarioSIS, where a drop-down of periods says what the register is of. */
const rosario = (said: string, titles: readonly string[] = WORDS): string => {
  const four = pupils.slice(0, 4);
  const page = renderRegister({
    action: 'Modules.php?modname=Attendance/TakeAttendance.php&table=0&period=1',
    ...{ group: '10B', date: '2026-11-20', today: '2026-11-20', period: '1', periods: [said] },
    ...{ codes: titles.map((title) => ({ title, state: 'present' as const })), pupils: four },
    saved: { codes: Object.fromEntries(four.map(({ id }, i) => [id, `CODE_${i + 1}`])), comments: {} },
  });
  return renderPage(page);
};

const ways: readonly {
  by: string;
  page: (said: string) => string;
  confirm: (document: Document) => SiteProfile;
}[] = [
  { by: 'the generic reader', page: dropDowns, confirm },
  { by: 'an adapter made for the page', page: rosario, confirm },
  {
    by: 'what somebody taught',
    page: dropDowns,
    confirm: () => {
      const key = { selector: null, attribute: 'data-pupil' };
      const parts = { line: 'tr[data-pupil]', name: ':scope > td:nth-child(1)', mark: 'select' };
      const about = { marks: 'drop-down', pupils: pupilsBy(key), codes: CODES, date: 'page' } as const;
      const picks = { ...parts, key, date: null, session: null };
      return { version: 1, ...given, ...about, session: 'page', picks };
    },
  },
];

function confirm(document: Document): SiteProfile {
  const [reading] = understood(url, document);
  if (!reading?.basis) throw new Error('nothing to confirm');
  return { ...confirmationOf({ ...reading, basis: reading.basis }, given), codes: CODES };
}

describe.each(ways)('read by $by', ({ page, confirm }) => {
  /** What is read of a page that says `said`, confirmed on one that says `before`, with what a person answered. */
  const read = (said: string, answer: SessionAnswer, before = said) => {
    const sight = readPage(url, parse(page(said)), [{ ...confirm(parse(page(before))), session: answer }]);
    if (sight.kind !== 'registers') return sight;
    const [{ session, lesson, rows }] = sight.readings;
    return { session, lesson, codes: rows.map(({ code }) => code) };
  };
  const others = ['L', 'O', 'M'];

  test('“Present”, confirmed as /, is \\ in an afternoon that the page says', () => {
    expect(read('PM', 'page', 'AM')).toEqual({ session: 'PM', lesson: null, codes: ['\\', ...others] });
    expect(read('AM', 'page', 'PM')).toEqual({ session: 'AM', lesson: null, codes: ['/', ...others] });
  });

  test('and in an afternoon that a person said of a silent page', () => {
    expect(read('', 'PM')).toEqual({ session: 'PM', lesson: null, codes: ['\\', ...others] });
    expect(read('', 'AM')).toEqual({ session: 'AM', lesson: null, codes: ['/', ...others] });
  });

  test('and is present, whichever half of the day it is, where only the clock says it, and in a lesson', () => {
    expect(read('', 'clock')).toEqual({ session: null, lesson: null, codes: ['/', ...others] });
    expect(read('Period 3', 'page')).toEqual({ session: null, lesson: 'Period 3', codes: ['/', ...others] });
  });

  test('a lesson beside a session is the one of them that was confirmed', () => {
    expect(read('Period 1 AM', 'AM')).toMatchObject({ session: 'AM', lesson: null });
    expect(read('Period 5 PM', 'PM')).toMatchObject({ session: 'PM', codes: ['\\', ...others] });
    expect(read('Period 5 PM', 'lesson')).toMatchObject({ session: null, lesson: 'Period 5' });
  });

  test.each([
    ['Period 5 PM', 'AM', 'Period 5 and the afternoon'],
    ['Period 1 AM', 'PM', 'Period 1 and the morning'],
    ['Period 1 AM', 'clock', 'Period 1 and the morning'],
    ['Period 1 AM', 'page', 'Period 1 and the morning'],
  ] as const)('“%s” is not checked where the answer is %s', (said, answer, names) => {
    expect(read(said, answer)).toMatchObject({
      kind: 'not-checking',
      why: `This page names both ${names}, so it cannot be told which of them the register is of.`,
    });
  });
});

test('where nobody is asked, a lesson beside a session is not checked', () => {
  const titles = ['/', 'L', 'O', 'M'];
  const read = (said: string) => readPage(url, parse(rosario(said, titles)), []);
  expect(read('AM')).toMatchObject({ kind: 'registers', readings: [{ session: 'AM' }] });
  expect(read('AM registration (P1)')).toMatchObject({ kind: 'registers', readings: [{ session: 'AM' }] });
  expect(read('Period 1 AM')).toMatchObject({ kind: 'not-checking', setUp: null });
});

test('“Present” is present in a period that names no session, where the titles are codes by themselves', () => {
  const titles = ['Present', 'Late before registers closed', 'Late after registers closed', 'Illness'];
  const sight = readPage(url, parse(rosario('Period 3', titles)), []);
  const [reading] = sight.kind === 'registers' ? sight.readings : [];
  expect(reading?.rows.map(({ code }) => code)).toEqual(['/', 'L', 'U', 'I']);
});

test('a place that was taught as that of the session, and names a lesson too, is not taken for the session', () => {
  const [, , taught] = ways;
  const profile = taught?.confirm(parse(''));
  if (!profile?.picks) throw new Error('not taught');
  const read = (said: string) =>
    readPage(url, parse(dropDowns(said)), [
      { ...profile, picks: { ...profile.picks, session: 'h2' } as never },
    ]);
  expect(read('PM')).toMatchObject({ readings: [{ session: 'PM' }] });
  expect(read('Period 5 PM')).toMatchObject({ kind: 'not-checking' });
});
