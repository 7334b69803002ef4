import { describe, expect, test } from 'vitest';
import { KNOWN_CODES } from '../../../rules/codes/codes.ts';
import { isAttendance, readLabel } from '../../../sites/label.ts';

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
  ])('“%s” can mean several codes, or none, so it stays as shown', (label) => {
    expect(readLabel(label, 'AM')).toEqual({ code: label, known: false });
  });

  test.each(['ZZ', 'A', '?', 'B9'])('“%s” looks like a code and is none', (code) => {
    expect(readLabel(code, null)).toEqual({ code, known: false });
  });

  test.each(['', '-', '–', 'No mark', 'Select…', 'Please choose', '-- Select --'])(
    '“%s” is no mark',
    (label) => {
      expect(readLabel(label, null)).toBeNull();
    },
  );

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
