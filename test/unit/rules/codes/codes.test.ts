import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { KNOWN_CODES, readCode } from '../../../../rules/codes/codes.ts';
import { CODES } from '../../../../rules/codes/table.ts';

const now = '2026-11-20' as IsoDate;
const before = '2024-07-10' as IsoDate;

test('the set in force is the 34 codes of SI 2024/208', () => {
  const inForce = CODES.filter((entry) => entry.until === null).map((entry) => entry.code);
  expect(inForce.join(' ')).toBe(
    '/ \\ L K V P W B D C1 M J1 S X C2 C T R I E Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 G N O U Z #',
  );
  expect(new Set(KNOWN_CODES).size).toBe(KNOWN_CODES.length);
});

describe('what a code was on a day', () => {
  test.each([
    ['H', now, 'withdrawn'],
    ['H', before, 'current'],
    ['H', '2024-08-18', 'current'],
    ['H', '2024-08-19', 'withdrawn'],
    ['J', now, 'withdrawn'],
    ['Y', now, 'withdrawn'],
    ['F', before, 'withdrawn'],
    ['F', '2013-08-31', 'current'],
    ['K', before, 'not-yet'],
    ['K', '2024-08-19', 'current'],
    ['Y7', now, 'current'],
  ] as const)('%s on %s is %s', (code, day, standing) => {
    expect(readCode(code, day as IsoDate)).toMatchObject({ kind: 'code', standing, writtenAs: null });
  });
});

describe('marks written otherwise', () => {
  test.each([
    ['l', 'L'],
    ['\u041d', 'H'],
    ['\u039d', 'N'],
    ['\uff35', 'U'],
    ['\uff0f', '/'],
    ['\u2215', '/'],
    ['\u2216', '\\'],
    ['y\u0662', null],
  ])('%s is read as %s and said so', (text, code) => {
    const reading = readCode(text, now);
    if (code === null) expect(reading).toMatchObject({ kind: 'unknown', perhaps: 'Y2' });
    else
      expect(reading).toMatchObject({
        kind: 'code',
        entry: { code },
        writtenAs: { text, how: 'look-alike' },
      });
  });
  test.each([
    ['X01', 'X'],
    ['I02', 'I'],
    ['C9', 'C'],
  ])('%s falls back to its parent %s and says so', (text, code) => {
    expect(readCode(text, now)).toMatchObject({
      kind: 'code',
      entry: { code },
      writtenAs: { how: 'sub-code' },
    });
  });
  test.each(['', ' ', '-'])('“%s” is no mark', (text) =>
    expect(readCode(text, now)).toEqual({ kind: 'none' }),
  );
  test.each(['$', '@', '!', '?', '0', 'ZZ', '12'])('“%s” is never a code', (text) =>
    expect(readCode(text, now).kind).toBe('unknown'),
  );
});

const facts = '../shared/facts/codes-2024.json';
test('classes agree with the reading of the law where it is at hand', () => {
  const classOf: Record<string, string> = {
    present: 'present',
    'approved-activity': 'approved_educational_activity',
    authorised: 'authorised_absence',
    unauthorised: 'unauthorised_absence',
    'not-possible': 'not_possible',
    'not-collected': 'not_collected',
  };
  const law: { codes: { code: string; statistical: string }[] } = existsSync(facts)
    ? JSON.parse(readFileSync(facts, 'utf8'))
    : { codes: [{ code: 'K', statistical: 'approved_educational_activity' }] };
  for (const { code, statistical } of law.codes)
    expect([code, classOf[CODES.find((entry) => entry.code === code)?.class ?? '']]).toEqual([
      code,
      statistical,
    ]);
});
