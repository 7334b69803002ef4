import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { LAW, LAW_OF_AGE } from '../../../../rules/marks/law.ts';
import { ask, rulesOf } from './asked.ts';

describe('codes that are for some ages', () => {
  const check = { rule: 'age-check', level: 'check' };
  test.each([
    [
      'X',
      'Year 3',
      {
        ...check,
        message:
          'X is for pupils who are not of compulsory school age; this pupil is. Use C2 or the code that fits.',
        suggest: ['C2'],
        clause: { law: LAW_OF_AGE.compulsoryAge },
      },
    ],
    [
      'C2',
      'Nursery',
      {
        ...check,
        message: 'C2 is for pupils of compulsory school age; this pupil is not. Use X if not timetabled.',
        suggest: ['X'],
        clause: { law: LAW_OF_AGE.compulsoryAge },
      },
    ],
    [
      'S',
      'Year 9',
      {
        ...check,
        message: 'S is study leave for public exams. This pupil is below Year 10.',
        suggest: [],
        clause: { law: LAW_OF_AGE.study },
      },
    ],
  ])('%s in %s', (code, yearGroup, finding) => {
    expect(ask('walton-oak', code, { pupil: { yearGroup } })).toStrictEqual([finding]);
  });
  test.each([
    ['X', 'Nursery'],
    ['X', 'Reception'],
    ['C2', 'Year 3'],
    ['C2', 'Reception'],
    ['S', 'Year 10'],
    ['I', 'Year 9'],
    ['I', 'Nursery'],
  ])('%s in %s: nothing is said', (code, yearGroup) => {
    expect(ask('walton-oak', code, { pupil: { yearGroup } })).toEqual([]);
  });
  test('X the day before compulsory school age, and on its first day', () => {
    const pupil = { dateOfBirth: '2021-11-20' as IsoDate };
    expect(ask('walton-oak', 'X', { date: '2026-12-30', pupil })).toEqual([]);
    expect(rulesOf(ask('walton-oak', 'X', { date: '2026-12-31', pupil }))).toBe('age-check');
  });
});

describe('an attended code with a note of remote education', () => {
  const remote = {
    rule: 'remote-not-attended',
    level: 'check',
    message:
      'The note speaks of remote or home learning. That is an absence, so B does not fit. Use the absence code for the reason.',
    suggest: ['I', 'C', 'C2', 'O'],
    clause: { law: LAW.remote },
  };
  test('where the policy agrees, the guidance alone', () => {
    expect(ask('walton-oak', 'B', { note: 'Remote lessons' })).toStrictEqual([remote]);
  });
  test('where the policy says otherwise, its words beside the guidance', () => {
    expect(ask('john-f-kennedy', 'B', { note: 'Remote lessons' })).toStrictEqual([
      remote,
      {
        rule: 'policy-note',
        level: 'note',
        message:
          'John F Kennedy Primary School’s policy says otherwise of remote education. The guidance is applied.',
        suggest: [],
        clause: {
          policy:
            'John F Kennedy Primary School, Attendance register: “Pupils who are absent from school but are receiving remote education for any reason will be marked as educated off site in the register.”',
          law: LAW.remote,
        },
      },
    ]);
  });
  test('no note, no code, or an absence: nothing is said', () => {
    expect(ask('walton-oak', 'B')).toEqual([]);
    expect(ask('walton-oak', 'I', { note: 'Remote lessons' })).toEqual([]);
    expect(rulesOf(ask('walton-oak', 'ZZ', { note: 'Remote lessons' }))).toBe('unknown-code');
  });
});

describe('a changed mark', () => {
  const change = (amendment?: object, previousCode = 'O', code = 'I') =>
    ask('walton-oak', code, { previousCode, ...(amendment && { amendment }) });
  const whole = { reason: 'doctor rang', by: 'A Person', role: 'office' };
  test.each([
    [undefined, 'the reason, the name and the role'],
    [{ by: 'A Person', role: 'office' }, 'the reason'],
    [{ ...whole, by: ' ' }, 'the name'],
    [{ ...whole, role: ' ' }, 'the role'],
    [{ by: 'A Person' }, 'the reason and the role'],
  ])('%j: what is still needed', (amendment, missing) => {
    expect(change(amendment)).toStrictEqual([
      {
        rule: 'amendment-incomplete',
        level: 'check',
        message: `This changes O to I. The record still needs ${missing} of the change.`,
        suggest: [],
        clause: { law: LAW.amendment },
      },
    ]);
  });
  test('spaces around a mark are no change, and are not shown', () => {
    expect(change(undefined, ' I ', 'I')).toEqual([]);
    expect(change(undefined, 'I', ' I ')).toEqual([]);
    expect(change(undefined, ' O ', ' I ')[0]?.message).toMatch(/^This changes O to I\. /);
  });
  test.each(['', ' ', '-', ' - '])('“%s” before it is no mark, so nothing was changed', (before) => {
    expect(change(undefined, before)).toEqual([]);
  });
  test('complete: nothing is said', () => expect(change(whole)).toEqual([]));
});
