import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { confirmationOf, routeOf, type SiteProfile } from '../../../sites/profile.ts';
import { readPage, understood } from '../../../sites/registry.ts';
import { parse } from './fixtures.ts';

const url = new URL('https://mis.example.test/class/12/register');
const PUPILS = [
  ['1031', 'Ahmed, Amelia', '/'],
  ['1044', 'Brook, Tom', 'L'],
  ['1027', 'Castle, Priya', '/'],
  ['1090', 'Dean, Oscar', 'N'],
] as const;
type Pupil = readonly [string, string, string];
const TOO_FEW = {
  kind: 'not-checking',
  why: 'Too few pupils of this register are shown for it to be read.',
  setUp: null,
};

/** A register whose marks are text; nothing but its day and session says that it is one. */
const text = (pupils: readonly Pupil[], said = 'Friday 20 November 2026, AM', heading = 'Mark'): string =>
  `<h2>${said}</h2><table><thead><tr><th>Pupil</th><th>House</th><th>${heading}</th></tr></thead>${pupils
    .map(
      ([id, name, mark]) => `<tr><td><a href="/pupil/${id}">${name}</a></td><td>R</td><td>${mark}</td></tr>`,
    )
    .join('')}</table>`;
const cards = (pupils: readonly Pupil[]): string =>
  `<h1>Register, Friday 20 November 2026, AM</h1><div>${pupils
    .map(
      ([id, name, mark]) =>
        `<section data-pupil-id="${id}"><h3>${name}</h3><select>${['/', 'L', 'N', 'U'].map((code) => `<option${code === mark ? ' selected' : ''}>${code}</option>`).join('')}</select></section>`,
    )
    .join('')}</div>`;

function confirmed(html: string, change: Partial<SiteProfile> = {}): SiteProfile {
  const [reading] = understood(url, parse(html));
  if (!reading?.basis) throw new Error('nothing to confirm');
  const given = { id: 'page', name: '6H', route: routeOf(url), confirmed: '2026-09-01' as IsoDate };
  return { ...confirmationOf({ ...reading, basis: reading.basis }, given), ...change };
}
const read = (html: string, profile = confirmed(text(PUPILS)), at = url) => {
  const sight = readPage(at, parse(html), [profile]);
  if (sight.kind !== 'registers') return sight;
  return sight.readings.map(({ rows, session, date }) => ({
    ...{ date, session, rows: rows.map(({ pupilKey, name, code }) => [pupilKey, name, code]) },
  }));
};

describe('a register filtered to a pupil or two', () => {
  test.each([1, 2])('is read where all that was confirmed is there: %i', (few) => {
    for (let from = 0; from + few <= PUPILS.length; from++) {
      const rows = PUPILS.slice(from, from + few);
      expect(read(text(rows))).toEqual([
        { date: '2026-11-20', session: 'AM', rows: rows.map((row) => [...row]) },
      ]);
    }
  });

  test('is read before its pupil is marked', () => {
    expect(read(text([['1031', 'Ahmed, Amelia', '']]))).toMatchObject([
      { rows: [['1031', 'Ahmed, Amelia', null]] },
    ]);
  });

  test.each([
    ['shows no session', text(PUPILS.slice(0, 1), 'Friday 20 November 2026')],
    ['shows no day', text(PUPILS.slice(0, 1), 'AM register')],
    ['shows a mark that nobody has spoken of', text([['1031', 'Ahmed, Amelia', 'Hm']])],
    ['numbers its pupils otherwise', text(PUPILS.slice(0, 1)).replace('a href="/pupil', 'a title="/pupil')],
    ['shows no name', text([['1031', '1031', '/']])],
    ['marks in buttons now', cards(PUPILS.slice(0, 1))],
  ])('is not checked, and does not pass for no register, where it %s', (_, html) => {
    expect(read(html)).toMatchObject({ kind: 'not-checking' });
  });

  test('is read beside a column of shares that is headed as marks are', () => {
    const share = (html: string) => html.replaceAll('House', 'Attendance').replaceAll('<td>R', '<td>94.5%');
    const sight = read(share(text(PUPILS.slice(1, 2))), confirmed(share(text(PUPILS))));
    expect(sight).toMatchObject([{ rows: [['1044', 'Brook, Tom', 'L']] }]);
    const two = (html: string) => html.replaceAll('House', 'Status').replaceAll('<td>R', '<td>L');
    expect(read(two(text(PUPILS.slice(1, 2))))).toEqual(TOO_FEW);
  });

  test('is not checked where the page was not confirmed as one that says its session', () => {
    expect(read(text(PUPILS.slice(0, 1)), confirmed(text(PUPILS), { session: 'clock' }))).toEqual(TOO_FEW);
  });

  test('is not checked where no column is headed as that of the marks', () => {
    const html = text(PUPILS.slice(1, 2), 'AM register, 20 November 2026', 'Mk');
    expect(read(html, confirmed(text(PUPILS, 'AM register, 20 November 2026', 'Mk')))).toEqual(TOO_FEW);
  });

  test('is not checked where its pupils stand on cards', () => {
    expect(read(cards(PUPILS.slice(0, 1)), confirmed(cards(PUPILS)))).toEqual(TOO_FEW);
  });
});

test.each([
  [
    'a list of other things',
    '<h1>Staff</h1><table><tr><th>Name</th><th>Room</th></tr><tr><td>Elm, Freya</td><td>B12</td></tr></table>',
  ],
  ['a page with nothing on it', '<h1>Registers</h1><p>Choose a class.</p>'],
])('%s, at the address of a register that was confirmed, is none', (_, html) => {
  expect(read(html)).toEqual({ kind: 'no-register' });
});

test('a pupil or two on a page of another kind are no register', () => {
  const elsewhere = new URL('https://mis.example.test/markbook');
  expect(read(text(PUPILS.slice(0, 1)), undefined, elsewhere)).toEqual({ kind: 'no-register' });
  expect(readPage(url, parse(text(PUPILS.slice(0, 1))), [])).toEqual({ kind: 'no-register' });
});
