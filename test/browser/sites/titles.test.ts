import { expect, test } from 'vitest';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { confirmationOf, routeOf, type SiteProfile } from '../../../sites/profile.ts';
import { readPage, understood } from '../../../sites/registry.ts';
import { pupils } from '../../pages/pupils.mjs';
import { renderPage, renderRegister } from '../../pages/rosariosis/live/render.mjs';
import { parse } from './fixtures.ts';

const url = new URL('https://rosario.example.test/Modules.php?modname=Attendance/TakeAttendance.php');
const codes = [
  { title: 'Present', state: 'present' },
  { title: 'Tardy', state: 'present' },
  { title: 'Absent', state: 'absent' },
  { title: 'Excused Absence', state: 'absent' },
] as const;

/** A saved register whose first four pupils have one mark of each title. */
const page = (session: Session, titles: Parameters<typeof renderRegister>[0]['codes'] = codes): Document =>
  parse(
    renderPage(
      renderRegister({
        action: 'Modules.php?modname=Attendance/TakeAttendance.php&table=0&period=1',
        group: '10B',
        date: '2026-11-20',
        today: '2026-11-20',
        period: session === 'AM' ? '1' : '2',
        codes: titles,
        pupils: pupils.slice(0, 4),
        saved: {
          codes: Object.fromEntries(pupils.slice(0, 4).map(({ id }, i) => [id, `CODE_${i + 1}`])),
          comments: {},
        },
      }),
    ),
  );

function confirmed(answers: Readonly<Record<string, string>>): SiteProfile {
  const [reading] = understood(url, page('AM'));
  if (!reading?.basis) throw new Error('nothing to confirm');
  const given = { id: 'page', name: '10B', route: routeOf(url), confirmed: '2026-09-01' as IsoDate };
  return { ...confirmationOf({ ...reading, basis: reading.basis }, given), codes: answers };
}

const codesRead = (document: Document, profiles: readonly SiteProfile[]) => {
  const sight = readPage(url, document, profiles);
  return sight.kind === 'registers' ? sight.readings[0].rows.map(({ code }) => code) : sight;
};

test('a school’s own titles are asked about, not guessed and not a dead end', () => {
  expect(readPage(url, page('AM'), [])).toEqual({
    kind: 'not-checking',
    why: 'The marks on this register (“Tardy”, “Absent”, “Excused Absence”) are not attendance codes Registerwise knows.',
    setUp: 'confirm',
  });
});

test('they read as somebody said, in either half of the day', () => {
  const profile = confirmed({ Present: '/', Tardy: 'L', Absent: 'O', 'Excused Absence': 'M' });
  expect(codesRead(page('AM'), [profile])).toEqual(['/', 'L', 'O', 'M']);
  expect(codesRead(page('PM'), [profile])).toEqual(['\\', 'L', 'O', 'M']);
});

test('a title nobody has spoken of stays as it is shown, and too many of them are a reason to ask again', () => {
  expect(codesRead(page('AM'), [confirmed({ Tardy: 'L', Absent: 'O' })])).toEqual([
    '/',
    'L',
    'O',
    'Excused Absence',
  ]);
  expect(codesRead(page('AM'), [confirmed({})])).toMatchObject({ kind: 'not-checking', setUp: 'confirm' });
});

test('what was confirmed on a page of another kind is not used', () => {
  const other = { ...confirmed({ Tardy: 'L', Absent: 'O' }), pupils: 'links' };
  expect(readPage(url, page('AM'), [other])).toEqual({
    kind: 'not-checking',
    why: 'This page has changed since somebody confirmed how it is read.',
    setUp: 'confirm',
  });
});

test('titles that are codes by themselves ask nobody', () => {
  const titles = ['/', 'L', 'O', 'M'].map((title) => ({ title, state: 'present' as const }));
  expect(codesRead(page('AM', titles), [])).toEqual(['/', 'L', 'O', 'M']);
  expect(understood(url, page('AM', titles))).toEqual([]);
});
