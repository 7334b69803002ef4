import { describe, expect, test } from 'vitest';
import { LAW } from '../../../../rules/marks/law.ts';
import { ask, rulesOf } from './asked.ts';

const law = { law: LAW.codes };

describe('a mark that is no code', () => {
  test.each(['', '-', ' ', '–'])('“%s”: none has been entered', (code) => {
    expect(ask('england-2024', code)).toStrictEqual([
      {
        rule: 'unknown-code',
        level: 'check',
        message: 'No mark has been entered: a blank or a dash is not an attendance code.',
        suggest: [],
        clause: law,
      },
    ]);
  });
  test.each([
    ['ZZ', '“ZZ” is not an attendance code.', []],
    ['0', '“0” is not an attendance code. It may have been meant for O.', ['O']],
    ['i', '“i” looks like I but is written in other characters.', ['I']],
    ['X01', '“X01” is not in the national set as it is written. It is read as X.', ['X']],
  ])('“%s”', (code, message, suggest) => {
    expect(ask('england-2024', code)).toStrictEqual([
      { rule: 'unknown-code', level: 'warn', message, suggest, clause: law },
    ]);
  });
  test('a sign that the policy lists is quoted from it', () => {
    const found = ask('seagrave', '$');
    expect(rulesOf(found)).toBe('unknown-code policy-note');
    expect(found[1]).toStrictEqual({
      rule: 'policy-note',
      level: 'note',
      message: 'Seagrave Village Primary School’s policy lists $; the national set in force does not.',
      suggest: [],
      clause: {
        policy:
          'Seagrave Village Primary School, Appendix A: “\\$, Involved in other activity in school, Present”',
        law: LAW.codes,
      },
    });
  });
});

describe('a code that was not in force', () => {
  const holiday = 'Use C if leave was granted in exceptional circumstances, otherwise G.';
  test.each([
    ['H', '2024-08-19', `H was withdrawn after 18 August 2024. ${holiday}`, ['C', 'G']],
    ['F', '2024-08-19', `F was withdrawn after 31 August 2013. ${holiday}`, ['C', 'G']],
    ['F', '2024-08-18', 'F was withdrawn after 31 August 2013. Use H.', ['H']],
    ['F', '2013-09-01', 'F was withdrawn after 31 August 2013. Use H.', ['H']],
    [
      'J',
      '2024-08-19',
      'J was withdrawn after 18 August 2024. Use J1. It counts as authorised absence, where J counted as attended.',
      ['J1'],
    ],
    [
      'Y',
      '2024-08-19',
      'Y was withdrawn after 18 August 2024. Use Q or the one of Y1 to Y7 that fits.',
      ['Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'],
    ],
  ])('%s on %s', (code, date, message, suggest) => {
    expect(ask('england-2024', code, { date })).toStrictEqual([
      { rule: 'withdrawn-code', level: 'warn', message, suggest, clause: law },
    ]);
  });
  test('came in later', () => {
    expect(ask('england-2024', 'K', { date: '2024-08-18' })).toStrictEqual([
      {
        rule: 'not-yet-code',
        level: 'warn',
        message: 'K came into force on 19 August 2024, after this session.',
        suggest: [],
        clause: law,
      },
    ]);
    expect(ask('england-2024', 'K', { date: '2024-08-19' })).toEqual([]);
  });
  test.each([
    ['H', '2024-08-18'],
    ['F', '2013-08-31'],
  ])('%s was still in force on %s', (code, date) => {
    expect(ask('england-2024', code, { date })).toEqual([]);
  });
});

describe('a present mark of the other session', () => {
  test.each([
    ['AM', '\\', '\\ is for the afternoon. Use / in the morning.', '/'],
    ['PM', '/', '/ is for the morning. Use \\ in the afternoon.', '\\'],
  ] as const)('%s, %s', (session, code, message, right) => {
    expect(ask('walton-oak', code, { session, arrived: '08:00' })).toStrictEqual([
      {
        rule: 'wrong-session',
        level: 'check',
        message,
        suggest: [right],
        clause: { law: LAW.present },
      },
    ]);
    expect(ask('walton-oak', right, { session, arrived: '08:00' })).toEqual([]);
  });
});
