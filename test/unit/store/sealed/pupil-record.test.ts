import { decode, encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { type IsoDate, SESSIONS, toDay } from '../../../../rules/calendar/dates.ts';
import { type AcademicYear, MAX_BYTES, pack, placeOf } from '../../../../rules/strips/strips.ts';
import { type KeptPupil, readShard, type Shard, writeShard } from '../../../../store/sealed/pupil-record.ts';
import { readSights, writeSights } from '../../../../store/sealed/sights.ts';
import { squeeze, unsqueeze } from '../../../../store/sealed/squeeze.ts';

const MINUTE_MS = 60_000;
const year = fc.integer({ min: 1990, max: 2100 });
const places = fc.array(fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 255 })), {
  maxLength: MAX_BYTES,
});
/** Long stretches of the same, as strips are, too. */
const stretches = fc
  .array(fc.tuple(fc.constantFrom(0, 1, 2, 19), fc.integer({ min: 1, max: 300 })), { maxLength: 12 })
  .map((runs) =>
    runs.flatMap(([byte, times]) => Array.from({ length: times }, () => byte)).slice(0, MAX_BYTES),
  );
const strip = fc.oneof(places, stretches).map((bytes) => Uint8Array.from(bytes));
const moment = fc.integer({ min: -1_000 * MINUTE_MS, max: 8.6e15 });
const sights = fc
  .array(fc.tuple(fc.integer({ min: 0, max: MAX_BYTES - 1 }), moment), { maxLength: 60 })
  .map((all) => new Map(all));

describe('a row of pupils', () => {
  test('has every strip back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(strip, (bytes) => {
        expect(unsqueeze(squeeze(bytes))).toEqual(bytes);
      }),
    );
  });

  test('takes at most a byte more for each 128 places, whatever is in them', () => {
    fc.assert(
      fc.property(strip, (bytes) => {
        expect(squeeze(bytes).length).toBeLessThanOrEqual(bytes.length + Math.ceil(bytes.length / 128) + 1);
      }),
    );
  });

  test('has every sight back at the beginning of its minute', () => {
    fc.assert(
      fc.property(year, sights, (of, all) => {
        const minutes = [...all].map(
          ([index, at]) => [index, Math.floor(at / MINUTE_MS) * MINUTE_MS] as const,
        );
        expect(readSights(of, throughMsgpack(writeSights(of, all)))).toEqual(new Map(minutes));
      }),
    );
  });
});

describe('a mark at rest', () => {
  const YEAR: AcademicYear = 2025;
  const day = (text: string) => text as IsoDate;
  const calendar = schoolCalendar({
    terms: [
      ...[
        { from: day('2025-09-02'), to: day('2025-10-24') },
        { from: day('2025-11-03'), to: day('2025-12-19') },
      ],
      ...[
        { from: day('2026-01-05'), to: day('2026-02-13') },
        { from: day('2026-02-23'), to: day('2026-03-27') },
      ],
      ...[
        { from: day('2026-04-13'), to: day('2026-05-22') },
        { from: day('2026-06-01'), to: day('2026-07-21') },
      ],
    ],
    closures: [],
  });
  const dates = Array.from({ length: 340 }, (_, i) => new Date(Date.parse('2025-09-01') + i * 86_400_000))
    .map((date) => day(date.toISOString().slice(0, 10)))
    .filter((date) => calendar.meets(toDay(date), 'AM'));
  const noise = (n: number) => ((n * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;

  /** A year of one pupil with a spell away now and then, every session seen at a moment that `seenAt` gives. */
  function pupilOf(n: number, seenAt: (date: IsoDate, session: number) => number): KeptPupil {
    let away = 0;
    const marks = dates.flatMap((date, i) => {
      away = away > 0 ? away - 1 : noise(n * 1_000 + i) < 0.03 ? 1 + ((n + i) % 3) : 0;
      return SESSIONS.map((session) => ({
        date,
        session,
        code: away > 0 ? 'I' : session === 'AM' ? '/' : '\\',
      }));
    });
    const packed = pack(marks);
    if (!packed.ok) throw new Error(packed.problem);
    const seen = marks.map(({ date, session }) => {
      const index = placeOf(date, session)?.index ?? 0;
      return [index, seenAt(date, SESSIONS.indexOf(session))] as const;
    });
    const bytes = packed.value.get(YEAR) ?? new Uint8Array(0);
    return { name: null, years: new Map([[YEAR, { bytes, sights: new Map(seen) }]]) };
  }

  /** Bytes a mark, in a school where no two pupils share a row: sealing adds 12 of IV and 16 of tag to each. */
  function perMark(pupil: (n: number) => KeptPupil): number {
    const rows = Array.from({ length: 30 }, (_, n): Shard => new Map([[`pupil-${1_000 + n}`, pupil(n)]]));
    const bytes = rows.reduce((sum, row) => sum + encode(writeShard(row)).length + 28, 0);
    return bytes / (30 * dates.length * 2);
  }

  const registerTaken = (date: IsoDate, session: number) =>
    Date.parse(`${date}T${session === 0 ? '08:50' : '13:00'}Z`) +
    noise(toDay(date) * 2 + session) * 20 * MINUTE_MS;

  test('takes at most two bytes, in a year of a register of 30 taken twice a day', () => {
    expect(dates.length * 2).toBeGreaterThan(360);
    expect(perMark((n) => pupilOf(n, registerTaken))).toBeLessThan(2);
  });

  test('takes no more where all were seen at one moment, on a page of earlier marks', () => {
    expect(perMark((n) => pupilOf(n, () => Date.parse('2026-07-22T10:00:12.345Z')))).toBeLessThan(2);
  });

  test('is the same read back', () => {
    const pupil = pupilOf(7, registerTaken);
    const row: Shard = new Map([['pupil-7', pupil]]);
    const read = readShard(decode(encode(writeShard(row))))
      ?.get('pupil-7')
      ?.years.get(YEAR);
    expect(read?.bytes).toEqual(pupil.years.get(YEAR)?.bytes);
    expect(read?.sights.size).toBe(dates.length * 2);
  });
});

function throughMsgpack(written: readonly number[]): readonly number[] {
  return decode(encode(written)) as number[];
}
