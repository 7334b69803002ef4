import { describe, expect, test } from 'vitest';
import { contradicts, looksLikeAttendance, proposeCode } from '../../../sites/propose.ts';

describe('the likely code for', () => {
  test.each([
    ['Present', '/'],
    ['Here', '/'],
    ['In', '/'],
    ['On time', '/'],
    ['green tick', '/'],
    ['✓', '/'],
    ['P - Present', '/'],
    ['Present (P)', '/'],
    ['Late', 'L'],
    ['LATE', 'L'],
    ['Tardy', 'L'],
    ['Slightly Late', 'L'],
    ['yellow clock', 'L'],
    ['Late (before reg closed)', 'L'],
    ['Late (U)', 'U'],
    ['Late after register closed', 'U'],
    ['Late (after the registers have closed)', 'U'],
    ['red clock', 'U'],
    ['Absent', 'N'],
    ['A - Absent', 'N'],
    ['Unexplained absence', 'N'],
    ['No reason yet', 'N'],
    ['Unauthorised', 'O'],
    ['Unauthorized absence', 'O'],
    ['Absent (unauthorised)', 'O'],
    ['Authorised', 'C'],
    ['Excused', 'C'],
    ['Ill', 'I'],
    ['Sick', 'I'],
    ['Medical', 'M'],
    ['Medical/Dental appointments', 'M'],
    ['Illness (not medical/dental etc. appointment)', 'I'],
    ['Holiday not agreed', 'G'],
    ['Educated off-site', 'B'],
    ['Non-compulsory school age absence', 'X'],
    ['School closed to pupils and staff', '#'],
  ])('“%s” is %s', (label, code) => {
    expect(proposeCode(label, 'AM')).toBe(code);
    expect(proposeCode(label, null)).toBe(code);
  });

  test('“Present” is of its half of the day', () => {
    expect(proposeCode('Present', 'PM')).toBe('\\');
    expect(proposeCode('Present (PM)', 'AM')).toBe('\\');
    expect(proposeCode('Present - afternoon', null)).toBe('\\');
    expect(proposeCode('Present AM', 'PM')).toBe('/');
  });

  test.each([
    '',
    'Holiday',
    'Leave',
    'red cross',
    'Cross',
    'Green',
    'Maple',
    'P',
    'Half Day',
    'Exam',
    'Other',
    '7',
  ])('“%s” is not to be told', (label) => {
    expect(proposeCode(label, 'AM')).toBeNull();
  });
});

test.each([
  ['P', 'Present', true],
  ['T', 'Tardy', true],
  ['E', 'Excused', true],
  ['/', 'Late', true],
  ['U', 'Late', false],
  ['O', 'Absent', false],
  ['I', 'Medical', false],
  ['B', 'Educational visit', false],
  ['P', 'Something of our own', false],
])('%s beside “%s”: contradicts %s', (code, words, expected) => {
  expect(contradicts(code, words)).toBe(expected);
});

describe('labels in words', () => {
  test.each([
    [['Present', 'Absent']],
    [['Here', 'Late', 'Away']],
    [['P - Present', 'A - Absent', 'T - Tardy']],
    [['green tick', 'yellow clock', 'red cross']],
    [['On time', 'Late', 'Absent']],
  ])('%j look like attendance', (labels) => {
    expect(looksLikeAttendance(labels)).toBe(true);
  });

  test.each([
    [['On time', 'Late', 'Missing']],
    [['tick', 'cross']],
    [['✓', 'Late']],
    [['Red', 'Amber', 'Green']],
    [['Bronze', 'Silver', 'Gold']],
    [['A*', 'A', 'B', 'C', 'D', 'U']],
    [['Present', 'Gift']],
    [['Yes', 'No']],
    [['Late', 'Missing', 'Excused']],
    [[]],
  ])('%j do not', (labels) => {
    expect(looksLikeAttendance(labels)).toBe(false);
  });
});
