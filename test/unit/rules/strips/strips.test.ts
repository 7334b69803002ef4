import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDay, type IsoDate, type Session, toDay, weekday } from '../../../../rules/calendar/dates.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import { CODE_BYTES, CODE_BYTES_VERSION } from '../../../../rules/strips/code-bytes.ts';
import {
  countMarks,
  firstDay,
  indexIn,
  isInYear,
  listMarks,
  MAX_BYTES,
  merge,
  pack,
  placeOf,
  type Strip,
  trim,
  unpack,
} from '../../../../rules/strips/strips.ts';
import { fromBase64, readStrip, toBase64 } from '../../../../store/strip-text.ts';

const date = (text: string): IsoDate => text as IsoDate;
const mark = (day: string, session: Session, code: string): Mark => ({
  date: date(day),
  session,
  code,
});

function packed(marks: Mark[]): Map<number, Strip> {
  const result = pack(marks);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

const schoolDay = fc
  .integer({ min: toDay(date('1999-09-01')), max: toDay(date('2060-08-31')) })
  .map((day) => (weekday(day) > 4 ? day - 2 : day))
  .map(fromDay);
const marks = fc.uniqueArray(
  fc.record({
    date: schoolDay,
    session: fc.constantFrom<Session>('AM', 'PM'),
    code: fc.constantFrom(...CODE_BYTES),
  }),
  { selector: (each) => `${each.date} ${each.session}`, maxLength: 200 },
);
const inOrder = (list: readonly Mark[]) =>
  [...list].sort((a, b) => (`${a.date} ${a.session}` < `${b.date} ${b.session}` ? -1 : 1));

describe('the code table', () => {
  test('keeps its first version, byte for byte', () => {
    expect(CODE_BYTES_VERSION).toEqual({ version: 1, dated: '2024-08-19' });
    expect(CODE_BYTES.join(' ')).toBe(
      '/ \\ L K V P W B D C1 M J1 S X C2 C T R I E Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 G N O U Z # H J Y F',
    );
  });
});

describe('where a session is kept', () => {
  test.each([
    ['2025-09-01', 'AM', 2025, 0],
    ['2025-09-01', 'PM', 2025, 1],
    ['2025-09-05', 'PM', 2025, 9],
    ['2025-09-08', 'AM', 2025, 10],
    // 1 September 2026 is a Tuesday: its strip begins on the Monday before, which belongs to the year before.
    ['2026-09-01', 'AM', 2026, 2],
    ['2026-08-31', 'AM', 2025, 520],
    // 1 September 2029 is a Saturday.
    ['2029-09-03', 'AM', 2029, 10],
  ] as const)('%s %s is byte %i/%i', (day, session, year, index) => {
    expect(placeOf(date(day), session)).toEqual({ year, index });
  });

  test('a Saturday and a Sunday have no place, and packing one is an error value', () => {
    expect(placeOf(date('2025-09-06'), 'AM')).toBeNull();
    expect(placeOf(date('2025-09-07'), 'PM')).toBeNull();
    expect(pack([mark('2025-09-06', 'AM', '/')])).toEqual({ ok: false, problem: 'weekend' });
  });

  // 2025/26 runs from a Monday to a Monday, so the days after it share its last strip's week.
  test.each([
    [2025, '2025-09-01', true],
    [2025, '2026-08-31', true],
    [2025, '2026-09-01', false],
    [2026, '2026-08-31', false],
  ])('the strip of %i keeps %s as its own: %s', (year, day, own) => {
    const index = indexIn(firstDay(year), toDay(date(day)), 'AM');
    expect(isInYear({ year, index })).toBe(own);
  });

  test('what is no code is an error value', () => {
    expect(pack([mark('2025-09-05', 'AM', '?')])).toEqual({ ok: false, problem: 'unknown-code' });
  });
});

describe('a strip', () => {
  test('holds any marks of any years and gives them back in date order', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const strips = [...packed(list)].map(([year, bytes]) => ({ year, bytes }));
        expect(listMarks(strips.reverse())).toEqual(inOrder(list));
        for (const { bytes } of strips) expect(bytes.length).toBeLessThanOrEqual(MAX_BYTES);
      }),
    );
  });

  test('is as long as its last mark needs', () => {
    // Friday of the first week, in the afternoon: the tenth session.
    expect(packed([mark('2025-09-05', 'PM', 'O')]).get(2025)).toEqual(
      Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 31),
    );
    expect(trim(Uint8Array.of(1, 0, 2, 0, 0))).toEqual(Uint8Array.of(1, 0, 2));
    expect(trim(new Uint8Array(3))).toEqual(new Uint8Array());
  });

  test('has so many marks, wherever they are', () => {
    expect(countMarks(Uint8Array.of(0, 1, 0, 2, 38, 0))).toBe(3);
    expect(countMarks(new Uint8Array(3))).toBe(0);
  });

  test('travels as base64 and is checked on arrival', () => {
    fc.assert(
      fc.property(marks, (list) => {
        for (const [year, strip] of packed(list))
          expect(readStrip(year, toBase64(strip))).toEqual({ ok: true, value: strip });
      }),
    );
  });

  test('of two marks for one session keeps the later in the list', () => {
    const strips = packed([mark('2025-09-05', 'AM', 'N'), mark('2025-09-05', 'AM', 'L')]);
    expect(unpack(2025, strips.get(2025) as Strip)).toEqual([mark('2025-09-05', 'AM', 'L')]);
  });

  test('merged with another takes its marks and keeps its own elsewhere, whichever is longer', () => {
    const first = packed([mark('2025-09-01', 'AM', 'N'), mark('2025-09-01', 'PM', '\\')]).get(2025) as Strip;
    const second = packed([mark('2025-09-01', 'AM', 'I'), mark('2025-09-02', 'AM', '/')]).get(2025) as Strip;
    expect(unpack(2025, merge(first, second))).toEqual([
      mark('2025-09-01', 'AM', 'I'),
      mark('2025-09-01', 'PM', '\\'),
      mark('2025-09-02', 'AM', '/'),
    ]);
    expect(unpack(2025, merge(second, first))).toEqual([
      mark('2025-09-01', 'AM', 'N'),
      mark('2025-09-01', 'PM', '\\'),
      mark('2025-09-02', 'AM', '/'),
    ]);
  });
});

describe('a strip from a message', () => {
  test.each([
    ['no base64', '*', 'not-a-strip'],
    ['a byte beyond the table', toBase64(Uint8Array.of(39)), 'unknown-code'],
    ['more bytes than a year has', toBase64(new Uint8Array(541)), 'not-a-strip'],
  ])('is refused for %s', (_, text, problem) => {
    expect(readStrip(2025, text)).toEqual({ ok: false, problem });
  });

  test('is refused for a mark on a day of the year before or after', () => {
    expect(readStrip(2026, toBase64(Uint8Array.of(1)))).toEqual({ ok: false, problem: 'not-a-strip' });
    const after = new Uint8Array(540);
    after[539] = 1;
    expect(readStrip(2025, toBase64(after))).toEqual({ ok: false, problem: 'not-a-strip' });
  });

  test('is null where the text is no base64', () => {
    expect(fromBase64('not base64!')).toBeNull();
  });
});
