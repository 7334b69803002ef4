import { expect, test } from 'vitest';
import { type CalendarInput, schoolCalendar } from '../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import type { Strip } from '../../../rules/strips/strips.ts';
import { countsFor } from '../../../store/counts.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { countingDay } from '../../../store/day.ts';
import { beginImport, commitImport, stagePart } from '../../../store/imports.ts';
import type { PackedStrip } from '../../../store/records.ts';
import { addSeen } from '../../../store/seen.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { listSummaries, recomputeSummaries } from '../../../store/summaries.ts';
import { plainFloor } from './floor.ts';

const SITE = 'https://register.example';
const PUPILS = Array.from({ length: 1_500 }, (_, i) => `P${100_000 + i}`);
const YEARS = [2024, 2025];
const PER_PART = 250;
const ROUNDS = 7;
const day = (text: string) => text as IsoDate;
const TODAY = day('2026-03-04');
const term = (from: string, to: string) => ({ from: day(from), to: day(to) });
const calendar: CalendarInput = {
  terms: [
    ...[term('2024-09-02', '2024-12-20'), term('2025-01-06', '2025-04-04'), term('2025-04-22', '2025-07-22')],
    ...[term('2025-09-01', '2025-12-19'), term('2026-01-05', '2026-04-01'), term('2026-04-20', '2026-07-21')],
  ],
  closures: [],
};
const rules = { calendar, policy: nationalPolicy };

/** A year of marks, 380 sessions of it, with an absence now and then. */
function strip(seed: number): Strip {
  const bytes = new Uint8Array(470);
  let marks = 0;
  for (let i = 10; marks < 380; i++) {
    if (i % 60 >= 52) continue;
    bytes[i] = (i * 7 + seed) % 37 === 0 ? 32 : 1 + (i % 2);
    marks++;
  }
  return bytes;
}

const school = PUPILS.flatMap((pupil, i) => YEARS.map((year) => ({ pupil, year, bytes: strip(i + year) })));
const packed: readonly PackedStrip[] = school.map((each) => ({ ...each, bytes: toBase64(each.bytes) }));
const register = PUPILS.slice(0, 30);

test('the store, beside a plain record for each strip and one record for all', {
  timeout: 240_000,
}, async () => {
  const times = new Map<string, number[]>();
  const time = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    times.set(what, [...(times.get(what) ?? []), performance.now() - from]);
    return done;
  };
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await plainFloor(school, time);
    await eraseDatabase();
    let database = await openDatabase();
    const bring = () => importAll(database);
    await time('import, nothing kept before', bring);
    bytes = 0;
    await database.pupils.each((row) => {
      bytes += row.byteLength;
    });
    await time('import, the same again', bring);
    const reopen = async () => {
      database.close();
      database = await openDatabase();
    };
    const question = { date: TODAY, session: 'AM', pupils: register } as const;
    await reopen();
    await time('a register of 30, nothing counted before', () => countsFor(database, SITE, question, rules));
    await time('every summary made anew', () =>
      recomputeSummaries(database, null, { ...rules, today: TODAY }),
    );
    await reopen();
    await time('a register of 30, store just opened', () => countsFor(database, SITE, question, rules));
    await time('a register of 30, warm', () => countsFor(database, SITE, question, rules));
    const today = await countingDay(TODAY, rules);
    if (!today) throw new Error('There are term dates');
    const { pupils } = await time('every summary listed', () => listSummaries(database, SITE, today));
    expect(pupils.size).toBe(PUPILS.length);
    const marks = register.map((pupil) => ({ pupil, code: '/' }));
    await time('30 marks seen', () => addSeen(database, SITE, { ...question, marks }, Date.now()));
    database.close();
  }
  await eraseDatabase();
  const seen = await bytesSeen();
  const median = (what: string) => [...(times.get(what) ?? [])].sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  const floor = median('floor: one plain record for all');
  const lines = [...times.keys()].map(
    (what) => `| ${what} | ${median(what).toFixed(1)} ms | ${(median(what) / floor).toFixed(1)} |`,
  );
  const perMark = bytes / (school.length * 380);
  console.log(
    ['| what | median | times the floor |', '| --- | --- | --- |', ...lines].join('\n'),
    `\n${(school.length * 380).toLocaleString('en-GB')} marks, ${perMark.toFixed(2)} bytes at rest each.`,
    `\nA register of 30, a year, as it is taken: ${seen.toFixed(2)} bytes at rest each.`,
  );
});

/** Bytes at rest, a mark, of a register that was seen twice a day for a year, each time at some minute and nothing imported. */
async function bytesSeen(): Promise<number> {
  const database = await openDatabase();
  const days = schoolCalendar(calendar)
    .schoolDays.map(fromDay)
    .filter((date) => date >= '2025-09-01');
  let marks = 0;
  for (const [i, date] of days.entries())
    for (const session of SESSIONS) {
      const at =
        Date.parse(`${date}T${session === 'AM' ? '08:50' : '13:00'}Z`) + ((i * 7_919) % 1_200) * 1_000;
      const usual = session === 'AM' ? '/' : '\\';
      const seen = register.map((pupil, n) => ({ pupil, code: (i * 7 + n) % 37 < 2 ? 'I' : usual }));
      await addSeen(database, SITE, { date, session, marks: seen }, at);
      marks += seen.length;
    }
  let bytes = 0;
  await database.pupils.each((row) => {
    bytes += row.byteLength;
  });
  database.close();
  await eraseDatabase();
  return bytes / marks;
}

async function importAll(database: Database): Promise<void> {
  const { id } = await beginImport(database, { origin: SITE, file: 'school.csv', savedAt: null });
  const size = PER_PART * YEARS.length;
  for (let part = 0; part * size < packed.length; part++)
    await stagePart(database, { id, part, strips: packed.slice(part * size, part * size + size) });
  await commitImport(database, id, Date.now());
}
