import { describe, expect, test } from 'vitest';
import { KNOWN_CODES } from '../../../rules/codes/codes.ts';
import { isAttendance, minutesInLabel, readLabel } from '../../../sites/label.ts';

describe('the label of a mark', () => {
  test.each(KNOWN_CODES)('%s, bare, is itself', (code) => {
    expect(readLabel(code, null)).toEqual({ code, known: true });
  });

  test.each([
    ['L - Late', 'L'],
    ['L: Late before register closed', 'L'],
    ['U Late after registers closed', 'U'],
    ['Late (U)', 'U'],
    ['[N] No reason yet', 'N'],
    ['/ Present (AM)', '/'],
    ['\\ Present (PM)', '\\'],
    ['C1 – Performance', 'C1'],
    ['# Planned closure', '#'],
    ['H - Family holiday agreed', 'H'],
    ['Late before registers closed', 'L'],
    ['Late after register closed', 'U'],
    ['Illness', 'I'],
    ['Religious observance', 'R'],
    ['Late arrival before the register is closed', 'L'],
    ['Reason for absence not yet established', 'N'],
    ['Absent in other or unknown circumstances', 'O'],
    ['Leave of absence for exceptional circumstances', 'C'],
    ['Present at the school, afternoon session', '\\'],
    ['Whole school unexpectedly closed', 'Y4'],
    ['L 5', 'L'],
    ['L (12)', 'L'],
    ['U - 40 mins', 'U'],
    ['N: Absent', 'N'],
    ['B: Off-site', 'B'],
    ['O - Unauthorised absence', 'O'],
    ['I: Illness (not medical/dental etc. appointment)', 'I'],
    ['M: Medical/Dental appointments', 'M'],
    ['E: Excluded', 'E'],
    ['V | Educational visit or trip', 'V'],
    ['U late', 'U'],
  ])('“%s” is %s', (label, code) => {
    expect(readLabel(label, null)).toEqual({ code, known: true });
  });

  test.each([
    'Late',
    'Tardy',
    'Absent',
    'Excused',
    'Excused Absence',
    'Holiday',
    'Authorised absence',
    'A - Absent',
    'Interview',
    'Leave: something',
    'Unauthorised absence',
  ])('“%s” can mean several codes, or none, so it stays as shown', (label) => {
    expect(readLabel(label, 'AM')).toEqual({ code: label, known: false });
  });

  test.each([
    'P - Present',
    'Present (P)',
    'P Present',
    'T - Tardy',
    'E - Excused',
    'S: Sick',
    'D - Dentist',
    'X = Absent',
    'I am here',
    'Y 1',
    'C 2 days',
  ])('in “%s” the letter is the school’s own, or none', (label) => {
    expect(readLabel(label, 'AM')).toEqual({ code: label, known: false });
  });

  test.each(['x', 'o', 'v', 'i', '✓', '✗'])('“%s” is a sign', (sign) => {
    expect(readLabel(sign, 'AM')).toEqual({ code: sign, known: false });
  });

  test('a code typed in lower case, or in letters that look alike, is that code', () => {
    expect(readLabel('l', 'AM')).toEqual({ code: 'l', known: true });
    expect(readLabel('Ν', 'AM')?.known).toBe(true);
  });

  test.each(['ZZ', 'A', '?', 'B9'])('“%s” looks like a code and is none', (code) => {
    expect(readLabel(code, null)).toEqual({ code, known: false });
  });

  test.each([
    '',
    '-',
    '–',
    'No mark',
    '- No mark recorded',
    'Not yet marked',
    'Select…',
    'Please choose',
    '-- Select --',
  ])('“%s” is no mark', (label) => {
    expect(readLabel(label, null)).toBeNull();
  });

  test('“Present” depends on the session', () => {
    expect(readLabel('Present', 'AM')).toEqual({ code: '/', known: true });
    expect(readLabel('Present', 'PM')).toEqual({ code: '\\', known: true });
    expect(readLabel('Present', null)).toEqual({ code: 'Present', known: false });
    expect(readLabel('Present PM', 'AM')).toEqual({ code: '\\', known: true });
  });
});

describe('a set of labels', () => {
  test.each([
    [['/', '\\', 'L', 'U', 'N']],
    [['', '/ Present', 'L Late', 'Something of our own']],
    [['Present', 'Late (L)', 'Late (U)']],
  ])('%j is an attendance register', (labels) => {
    expect(isAttendance(labels)).toBe(true);
  });

  test.each([
    [['A', 'B', 'C', 'D', 'E', 'U']],
    [['Present', 'Tardy', 'Absent']],
    [['/']],
    [[]],
    [['Bronze', 'Silver', 'Gold']],
  ])('%j is not', (labels) => {
    expect(isAttendance(labels)).toBe(false);
  });
});

test.each([
  ['L 5', 5],
  ['L (12)', 12],
  ['U - 40 mins', 40],
  ['Late (L) 7 minutes', 7],
  ['Late 3m', 3],
  ['L', null],
  ['L - Late', null],
  ['N 5', null],
  ['L5', 5],
  ['5', null],
  ['Late 2026', null],
])('the minutes in “%s” are %j', (label, minutes) => {
  expect(minutesInLabel(label)).toBe(minutes);
});
