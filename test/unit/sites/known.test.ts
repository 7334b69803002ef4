import { describe, expect, test } from 'vitest';
import { KNOWN_CODES } from '../../../rules/codes/codes.ts';
import type { RegisterReading } from '../../../sites/contract.ts';
import { knownSite, labelNote, statusLine, withHints } from '../../../sites/known/known.ts';
import { KNOWN_SITES } from '../../../sites/known/sites.ts';
import { routeOf } from '../../../sites/profile.ts';

const idOf = (url: string) => knownSite(new URL(url))?.id ?? null;

test.each([
  ['https://oakfield.uk.arbor.sc/?/home-ui/index', 'arbor'],
  ['https://login.arbor.sc/', 'arbor'],
  ['https://cloudmis.bromcom.com/Nucleus/UI/Areas/People/StudentList.aspx', 'bromcom'],
  ['https://www.classcharts.com/teacher/login', 'class-charts'],
  ['https://oakfield.compass.education/Organise/Activities/Activity.aspx#session/1', 'compass'],
  ['https://oakfield.edulinkone.com/', 'edulink-one'],
  ['https://www.go4schools.com/', 'go-4-schools'],
  ['https://oakfield.isams.cloud/main/', 'isams'],
  ['https://secure.pupilasset.com/', 'juniper'],
  ['https://www.satchelone.com/attendance', 'satchel-one'],
  ['https://oakfield.scholarpack.com/', 'scholarpack'],
  ['https://registers.sims.co.uk/', 'sims'],
])('%s is %s', (url, id) => {
  expect(idOf(url)).toBe(id);
});

test.each([
  'https://notarbor.sc/',
  'https://arbor.sc.example.test/',
  'https://example.test/?/https://oakfield.uk.arbor.sc/',
  'http://oakfield.uk.arbor.sc/',
  'https://cloudmis.bromcom.com/Vle/',
  'https://support.classcharts.com/',
])('%s is none of them', (url) => {
  expect(idOf(url)).toBeNull();
});

test('a status never claims more than is known', () => {
  const lines = KNOWN_SITES.map(statusLine);
  expect(lines[0]).toBe('Arbor: read by the generic reader; not yet verified on a live page.');
  expect(lines.every((line) => line.endsWith('not yet verified on a live page.'))).toBe(true);
});

test('the list is data: by name, each once, every code a code, every label in small letters', () => {
  expect(JSON.parse(JSON.stringify(KNOWN_SITES))).toEqual(KNOWN_SITES);
  const ids = KNOWN_SITES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const { label, code } of KNOWN_SITES.flatMap(({ labels }) => labels)) {
    expect(label).toBe(label.toLowerCase());
    if (code !== null) expect(KNOWN_CODES).toContain(code);
  }
});

describe('what is known of labels', () => {
  const reading = (labels: readonly string[], session: 'AM' | 'PM') =>
    ({
      session,
      basis: {
        marks: 'icon',
        pupils: 'links',
        labels: labels.map((label) => ({ label, code: null, proposed: null })),
      },
    }) as unknown as RegisterReading;
  const proposed = (url: string, labels: readonly string[], session: 'AM' | 'PM' = 'AM') =>
    withHints(knownSite(new URL(url)), reading(labels, session)).basis?.labels.map((each) => each.proposed);

  test('one clock in two colours is two codes, and a colour that may be several is none', () => {
    const arbor = 'https://oakfield.uk.arbor.sc/';
    const labels = ['Green tick', 'yellow clock', 'red clock', 'red cross', 'blue square'];
    expect(proposed(arbor, labels)).toEqual(['/', 'L', 'U', null, null]);
    expect(proposed(arbor, labels, 'PM')).toEqual(['\\', 'L', 'U', null, null]);
    expect(proposed('https://mis.example.test/', labels)).toEqual([null, null, null, null, null]);
  });

  test('a label that invites the wrong code comes with a note', () => {
    const juniper = knownSite(new URL('https://secure.pupilasset.com/'));
    expect(labelNote(juniper, 'Late (U)')).toContain('invites the wrong code');
    expect(labelNote(juniper, 'Slightly Late')).toBeNull();
    expect(labelNote(null, 'Late (U)')).toBeNull();
  });
});

test.each([
  ['https://oakfield.uk.arbor.sc/?/home-ui/index', '/?/home-ui/index'],
  [
    'https://oakfield.uk.arbor.sc/?/guardians/student-ui/attendance-by-date/student-id/40219',
    '/?/guardians/student-ui/attendance-by-date/student-id/*',
  ],
  ['https://oakfield.uk.arbor.sc/?/x-ui/register/start-date/2026-01-05/', '/?/x-ui/register/start-date/*/'],
])('the route of %s is %s', (url, route) => {
  expect(routeOf(new URL(url))).toBe(route);
});
