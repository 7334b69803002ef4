import { expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { knownSite } from '../../../sites/known/known.ts';
import { confirmationOf, routeOf, type SiteProfile } from '../../../sites/profile.ts';
import { readPage, understood } from '../../../sites/registry.ts';
import { parse } from './fixtures.ts';

const OPTIONS = ['', '/', 'L', 'O', 'M'];
const rows = [
  ['Abara, Chidi', '1001', '/'],
  ['Ahmed, Zara', '1002', 'L'],
  ['Begum, Nusrat', '1003', '/'],
  ['Brown, Amelia', '1005', 'O'],
] as const;
const page = parse(`<h1>Register 10B, Friday 20 November 2026, AM</h1><table>
<thead><tr><th>Pupil</th><th>Mark</th></tr></thead><tbody>${rows
  .map(
    ([name, id, mark]) =>
      `<tr><td>${name}</td><td><select name="mark[${id}]">${OPTIONS.map((text) => `<option${text === mark ? ' selected' : ''}>${text}</option>`).join('')}</select></td></tr>`,
  )
  .join('')}</tbody></table>`);
const isams = new URL('https://school.isams.cloud/main/register');
const elsewhere = new URL('https://mis.example.test/register');

/** What a person confirms who said what these labels stand for, and of others nothing. */
function profile(url: URL, codes: Readonly<Record<string, string>>): SiteProfile {
  const [reading] = understood(url, page);
  if (!reading?.basis) throw new Error('nothing to confirm');
  const given = { id: 'page', name: '10B', route: routeOf(url), confirmed: '2026-09-01' as IsoDate };
  return { ...confirmationOf({ ...reading, basis: reading.basis }, given), codes };
}

const codesRead = (url: URL, codes: Readonly<Record<string, string>>) => {
  const sight = readPage(url, page, [profile(url, codes)]);
  return sight.kind === 'registers' ? sight.readings[0].rows.map(({ code }) => code) : sight;
};

test('letters a school chose itself are proposed, and none counts as a code before a person has said so', () => {
  expect(knownSite(isams)?.trustBareCodes).toBe(false);
  expect(readPage(isams, page, [])).toMatchObject({ kind: 'not-checking', setUp: 'confirm' });
  const labels = understood(isams, page).flatMap(({ basis }) => basis?.labels ?? []);
  expect(labels.find(({ label }) => label === 'O')).toEqual({ label: 'O', code: null, proposed: 'O' });
});

test('a letter nobody has spoken of pauses the page; once somebody has, it reads as they said', () => {
  expect(codesRead(isams, { '/': '/', L: 'L' })).toEqual({
    kind: 'not-checking',
    why: 'Nobody has said yet which code “O” stands for on this page.',
    setUp: 'confirm',
  });
  expect(codesRead(isams, { '/': '/', L: 'L', O: 'B' })).toEqual(['/', 'L', '/', 'B']);
});

test('elsewhere such letters are codes by themselves', () => {
  expect(codesRead(elsewhere, {})).toEqual(['/', 'L', '/', 'O']);
});

test('of one icon in two colours each is proposed its own code, and what may be several codes none', () => {
  const arbor = new URL('https://oakfield.uk.arbor.sc/?/home-ui/index');
  const icon = (name: string, colour: string) =>
    `<span class="mis-icon mis-icon-${name}" style="color: ${colour}"></span>`;
  const marks = [
    icon('tick', '#68aa22'),
    icon('clock', '#fce015'),
    icon('clock', '#cb0d0d'),
    icon('cross', '#cb0d0d'),
    icon('tick', '#68aa22'),
  ];
  const document = parse(`<h1>Register 10B, Friday 20 November 2026, PM</h1><table>
<thead><tr><th>Pupil</th><th>Mark</th></tr></thead><tbody>${marks
    .map(
      (mark, i) =>
        `<tr><td><a href="/?/x-ui/profile/student-id/4021${i}">${rows[i % rows.length]?.[0]}</a></td><td>${mark}</td></tr>`,
    )
    .join('')}</tbody></table>`);
  const labels = understood(arbor, document).flatMap(({ basis }) => basis?.labels ?? []);
  expect(Object.fromEntries(labels.map(({ label, code, proposed }) => [label, code ?? proposed]))).toEqual({
    'green tick': '\\',
    'yellow clock': 'L',
    'red clock': 'U',
    'red cross': null,
  });
});
