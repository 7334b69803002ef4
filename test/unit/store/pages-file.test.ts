import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import { readPages, writePages } from '../../../store/pages-file.ts';

const SITE = 'https://register.example';
const taught: SiteProfile = {
  ...{ version: 1, id: 'a1', name: 'Morning register', route: '/register/*', marks: 'drop-down' },
  ...{
    pupils: 'data-pupil of the line',
    codes: { Here: '/', 'Late (U)': 'U' },
    session: 'page',
    date: 'page',
  },
  picks: {
    ...{ line: 'table.marks > tbody > tr', name: ':scope > td:nth-child(1)', mark: 'select' },
    ...{ key: { selector: null, attribute: 'data-pupil' }, date: '#day', session: null },
  },
  confirmed: '2026-11-20' as IsoDate,
};
const confirmed: SiteProfile = {
  ...taught,
  id: 'b2',
  name: 'Lesson register',
  session: 'lesson',
  picks: null,
};
const everySelector = () => true;
const file = (change: object = {}) =>
  JSON.stringify({ registerwise: 'pages', version: 1, origin: SITE, profiles: [taught], ...change });
const withPicks = (change: object) =>
  file({ profiles: [confirmed, { ...taught, picks: { ...taught.picks, ...change } }] });

describe('a file of pages', () => {
  test('read again holds what was written, and writes the same', () => {
    const text = writePages(SITE, [taught, confirmed]);
    const read = readPages(text, everySelector);
    expect(read).toEqual({
      ok: true,
      file: { registerwise: 'pages', version: 1, origin: SITE, profiles: [taught, confirmed] },
    });
    expect(read.ok && writePages(read.file.origin, read.file.profiles)).toBe(text);
  });

  test.each<[string, string, string]>([
    ['no JSON', 'Pupil ID,Date', 'This is not a file of pages from Registerwise.'],
    ['other JSON', '{"name":"x"}', 'This is not a file of pages from Registerwise.'],
    [
      'a newer file',
      file({ version: 2 }),
      'This file was made by a newer version of Registerwise. Update Registerwise to use it.',
    ],
    [
      'an endless file',
      `${file()}${' '.repeat(1_000_000)}`,
      'This file is larger than a file of pages can be.',
    ],
    ['no site', file({ origin: 'register.example' }), 'origin is not the address of a site.'],
    ['no page', file({ profiles: [] }), 'profiles is empty.'],
    ['one id twice', file({ profiles: [taught, taught] }), 'profiles has two pages with the same id.'],
    [
      'a missing field',
      file({ profiles: [{ ...taught, route: undefined }] }),
      'profiles[0].route is missing.',
    ],
    [
      'a field too many',
      withPicks({ script: 'alert(1)' }),
      'profiles[1].picks.script does not belong in such a file.',
    ],
    [
      'an endless selector',
      withPicks({ line: 'a'.repeat(301) }),
      'profiles[1].picks.line is longer than 300 characters.',
    ],
    ['an empty selector', withPicks({ mark: ' ' }), 'profiles[1].picks.mark is empty.'],
    [
      'a bad attribute',
      withPicks({ key: { selector: null, attribute: 'on click=' } }),
      'profiles[1].picks.key.attribute is not the name of an attribute.',
    ],
    [
      'a code that is none',
      file({ profiles: [{ ...taught, codes: { Here: 'present' } }] }),
      'profiles[0].codes.Here is not an attendance code.',
    ],
    [
      'a day that is none',
      file({ profiles: [{ ...taught, confirmed: '20/11/2026' }] }),
      'profiles[0].confirmed is not a day written as YYYY-MM-DD.',
    ],
  ])('with %s is refused, and says where and why', (_, text, why) => {
    expect(readPages(text, everySelector)).toEqual({ ok: false, why: [why] });
  });

  test('with a selector the browser does not know is refused', () => {
    const isSelector = (selector: string) => !selector.includes('[[');
    expect(readPages(withPicks({ line: 'tr[[', date: '[[' }), isSelector)).toEqual({
      ok: false,
      why: ['profiles[1].picks.line is not a CSS selector.', 'profiles[1].picks.date is not a CSS selector.'],
    });
  });

  test('with many faults says a screenful of them', () => {
    const codes = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`Label ${i}`, 'no code']));
    const read = readPages(file({ profiles: [{ ...taught, codes }] }), everySelector);
    expect(read.ok ? [] : read.why).toHaveLength(20);
  });
});
