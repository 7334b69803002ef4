import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { KNOWN_CODES, readCode } from '../../../../rules/codes/codes.ts';
import { CODE_NAMES } from '../../../../rules/codes/names.ts';
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

test('each code has a name, and nothing else has', () => {
  expect(Object.keys(CODE_NAMES).sort()).toEqual([...KNOWN_CODES].sort());
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

describe('spaces around a mark', () => {
  test('do not make it another', () => {
    expect(readCode(' I ', now)).toMatchObject({ entry: { code: 'I' }, writtenAs: null });
    expect(readCode(' ZZ ', now)).toMatchObject({ kind: 'unknown', text: 'ZZ' });
  });
  test.each(['', ' ', '-', ' - ', '—'])('“%s” is no mark', (mark) => {
    expect(readCode(mark, now)).toEqual({ kind: 'none' });
  });
});
