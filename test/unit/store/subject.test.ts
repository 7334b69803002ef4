import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { pack } from '../../../rules/strips/strips.ts';
import { countsFor } from '../../../store/counts.ts';
import type { Database } from '../../../store/database.ts';
import { beginImport, commitImport, stagePart } from '../../../store/imports.ts';
import { logOf, openLog } from '../../../store/log.ts';
import { marksOf } from '../../../store/marks.ts';
import { addSeen } from '../../../store/seen.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { erasePupil } from '../../../store/subject/erase.ts';
import { pupilRecord } from '../../../store/subject/record.ts';
import { undoImport } from '../../../store/undo-import.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const day = (text: string): IsoDate => text as IsoDate;
const calendar = { terms: [{ from: day('2026-09-02'), to: day('2026-12-18') }], closures: [] };
const AT = Date.parse('2026-11-27T16:00Z');

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

const see = (date: string, pupil: string, code: string, origin = SITE) =>
  addSeen(
    database,
    origin,
    { date: day(date), session: 'AM', marks: [{ pupil, code }] },
    Date.parse(`${date}T09:00Z`),
  );

async function importMarks(pupils: readonly string[], code: string) {
  const packed = pack([{ date: day('2026-11-20'), session: 'PM', code }]);
  if (!packed.ok) throw new Error('not packed');
  const { id } = await beginImport(database, { origin: SITE, file: 'marks.csv', savedAt: AT });
  const strips = pupils.flatMap((pupil) =>
    [...packed.value].map(([year, bytes]) => ({ pupil, year, bytes: toBase64(bytes) })),
  );
  await stagePart(database, { id, part: 0, strips });
  return commitImport(database, id, AT);
}

const record = (pupil: string, origin = SITE) =>
  pupilRecord(
    database,
    { origin, pupil },
    { calendar, policy: nationalPolicy, asOf: day('2026-11-27'), at: AT },
  );

test('a record says every mark, what it means and where it came from, the counts, and what was noted', async () => {
  await importMarks(['p-1'], 'G');
  await see('2026-11-25', 'p-1', 'N');
  await see('2026-11-25', 'p-1', 'O');
  const found = await record('p-1');
  expect(found?.marks).toMatchObject([
    { date: '2026-11-20', session: 'PM', code: 'G', seenAt: null },
    { date: '2026-11-25', session: 'AM', code: 'O', seenAt: Date.parse('2026-11-25T09:00Z') },
  ]);
  expect(found?.marks[0]?.meaning).toMatch(/holiday/i);
  expect(found?.counts?.unauthorised).toMatchObject({ total: 2, settled: 2 });
  expect(found?.log).toMatchObject([{ kind: 'amended', from: 'N', to: 'O', date: '2026-11-25' }]);
  expect(found?.imports).toEqual([{ at: AT, marks: 1 }]);
});

test('of a pupil of whom nothing is kept there is no record, on another site neither', async () => {
  await see('2026-11-25', 'p-1', 'N');
  expect(await record('p-2')).toBeNull();
  expect(await record('p-1', OTHER)).toBeNull();
});

test('erasing a pupil leaves no mark, note or way back of that pupil, and all of the others', async () => {
  // Enough pupils that some share a row with the one erased.
  const others = Array.from({ length: 600 }, (_, i) => `q-${i}`);
  await importMarks(['p-1', ...others], 'G');
  await see('2026-11-25', 'p-1', 'N');
  await see('2026-11-25', 'p-1', 'O');
  await see('2026-11-25', 'q-1', 'N');
  await see('2026-11-25', 'q-1', 'U');
  await importMarks(['p-1', ...others], 'I').then(async ({ id }) => {
    expect(await erasePupil(database, { origin: SITE, pupil: 'p-1' }, AT)).toEqual({ found: true });
    expect(await undoImport(database, id)).toEqual({ pupils: 600, marks: 600 });
  });
  expect(await marksOf(database, SITE, 'p-1')).toEqual([]);
  expect(await logOf(database, SITE, 'p-1')).toEqual([]);
  expect(await record('p-1')).toBeNull();
  for (const pupil of others)
    expect(await marksOf(database, SITE, pupil)).toMatchObject([
      { code: 'G' },
      ...(pupil === 'q-1' ? [{ code: 'U' }] : []),
    ]);
  expect(await logOf(database, SITE, 'q-1')).toHaveLength(1);
  const ask = { pupils: ['p-1', 'q-1'], date: day('2026-11-27'), session: 'PM' } as const;
  const counts = await countsFor(database, SITE, ask, { calendar, policy: nationalPolicy });
  expect(Object.keys(counts)).toEqual(['q-1']);
  const noted = (await openLog(database, SITE, { from: 0, to: 255 })).flatMap(({ entries }) => entries);
  expect(noted.filter(({ kind }) => kind === 'pupil-erased')).toEqual([
    { kind: 'pupil-erased', pupil: null, at: AT },
  ]);
  expect(JSON.stringify(noted)).not.toContain('p-1');
});

test('erasing a pupil of whom nothing is kept says so and notes nothing', async () => {
  expect(await erasePupil(database, { origin: SITE, pupil: 'p-1' }, AT)).toEqual({ found: false });
  expect(await database.log.count()).toBe(0);
});
