import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { pack } from '../../../rules/strips/strips.ts';
import { type Database, openDatabase } from '../../../store/database.ts';
import { beginImport, cancelImport, commitImport, listImports, stagePart } from '../../../store/imports.ts';
import { logOf } from '../../../store/log.ts';
import { countKept, marksOf } from '../../../store/marks.ts';
import type { PackedStrip, PupilName } from '../../../store/records.ts';
import { PRACTICE_ORIGIN } from '../../../store/requests.ts';
import { addSeen } from '../../../store/seen.ts';
import { saveSettings } from '../../../store/settings.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { namesOf } from '../../../store/summaries.ts';
import { undoImport } from '../../../store/undo-import.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const clock = (time: string): number => Date.parse(`2025-09-02T${time}Z`);

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

type Marks = Readonly<Record<string, string>>;

/** `{ '2025-09-02 AM': 'U' }` as strips. */
function strips(pupil: string, marks: Marks): PackedStrip[] {
  const packed = pack(
    Object.entries(marks).map(([when, code]) => {
      const [date, session] = when.split(' ') as [IsoDate, Session];
      return { date, session, code };
    }),
  );
  if (!packed.ok) throw new Error(packed.problem);
  return [...packed.value].map(([year, bytes]) => ({ pupil, year, bytes: toBase64(bytes) }));
}

async function bring(
  pupils: Readonly<Record<string, Marks>>,
  { at = clock('12:00'), savedAt = null as number | null, origin = SITE, names = [] as PupilName[] } = {},
) {
  const { id } = await beginImport(database, { origin, file: 'marks.csv', savedAt });
  const all = Object.entries(pupils).flatMap(([pupil, marks]) => strips(pupil, marks));
  await stagePart(database, { id, part: 0, strips: all, names });
  return commitImport(database, id, at);
}

const see = (session: Session, marks: Marks, at: number) =>
  addSeen(
    database,
    SITE,
    {
      ...{ date: '2025-09-02' as IsoDate, session },
      marks: Object.entries(marks).map(([pupil, code]) => ({ pupil, code })),
    },
    at,
  );
const codes = async (pupil = 'p-1') => (await marksOf(database, SITE, pupil)).map(({ code }) => code);

const AM = '2025-09-02 AM';
const PM = '2025-09-02 PM';

describe('of a page and an import that disagree', () => {
  test('the page stands where the file was saved before it was seen, and both are noted', async () => {
    await see('AM', { 'p-1': 'L' }, clock('09:10'));
    const receipt = await bring({ 'p-1': { [AM]: 'N', [PM]: '\\' } }, { savedAt: clock('09:05') });
    expect(receipt).toMatchObject({ pupils: 1, marks: 2, changed: 0, stood: 1 });
    expect(await codes()).toEqual(['L', '\\']);
    expect(await logOf(database, SITE, 'p-1')).toEqual([
      {
        ...{ at: clock('12:00'), kind: 'disagreed', pupil: 'p-1', date: '2025-09-02', session: 'AM' },
        ...{ page: 'L', imported: 'N', stands: 'page' },
      },
    ]);
  });

  test('the import stands where the file was saved after it was seen, session by session', async () => {
    await see('AM', { 'p-1': 'N' }, clock('09:10'));
    await see('PM', { 'p-1': 'N' }, clock('13:10'));
    const marks = { 'p-1': { [AM]: 'U', [PM]: 'U' } };
    expect(await bring(marks, { savedAt: clock('10:00'), at: clock('14:00') })).toMatchObject({
      ...{ changed: 1, stood: 1 },
    });
    expect(await codes()).toEqual(['U', 'N']);
  });

  test('a paste counts as observed when it is imported, and so does a file said to be saved later than that', async () => {
    await see('AM', { 'p-1': 'N' }, clock('09:10'));
    await see('PM', { 'p-1': 'N' }, clock('13:10'));
    await bring({ 'p-1': { [AM]: 'U', [PM]: 'U' } }, { at: clock('12:00') });
    expect(await codes()).toEqual(['U', 'N']);
    await bring({ 'p-1': { [PM]: 'O' } }, { savedAt: clock('23:00'), at: clock('13:00') });
    expect(await codes()).toEqual(['U', 'N']);
  });

  test('a page seen after an import stands, whatever the clock says by then', async () => {
    await bring({ 'p-1': { [AM]: 'N' } });
    await see('AM', { 'p-1': 'L' }, Date.parse('2024-09-02T09:00Z'));
    expect(await codes()).toEqual(['L']);
    expect(await logOf(database, SITE, 'p-1')).toMatchObject([{ page: 'L', imported: 'N', stands: 'page' }]);
  });

  test('of two imports the one imported later stands, and of two sights the later, which is an amendment', async () => {
    await bring({ 'p-1': { [AM]: 'N' } }, { savedAt: clock('11:00') });
    expect(await bring({ 'p-1': { [AM]: 'O' } }, { savedAt: clock('10:00') })).toMatchObject({ changed: 1 });
    expect(await codes()).toEqual(['O']);
    await see('PM', { 'p-1': 'N' }, clock('13:00'));
    await see('PM', { 'p-1': 'L' }, clock('13:20'));
    expect(await codes()).toEqual(['O', 'L']);
    expect(await logOf(database, SITE, 'p-1')).toMatchObject([{ kind: 'amended', from: 'N', to: 'L' }]);
    expect(await logOf(database, SITE, 'p-2')).toEqual([]);
  });
});

describe('an import', () => {
  test('counts for nothing until it is committed, and then whole', async () => {
    const { id } = await beginImport(database, { origin: SITE, file: null, savedAt: null });
    await stagePart(database, { id, part: 1, strips: strips('p-2', { [AM]: 'U' }) });
    await expect(commitImport(database, id, 0)).rejects.toThrow('did not arrive');
    await stagePart(database, { id, part: 0, strips: strips('p-1', { [AM]: 'N' }) });
    await stagePart(database, { id, part: 0, strips: strips('p-1', { [AM]: 'O' }) });
    expect(await countKept(database)).toEqual([]);
    expect(await commitImport(database, id, 7)).toEqual({ id, pupils: 2, marks: 2, changed: 0, stood: 0 });
    expect(await codes('p-1')).toEqual(['O']);
    expect(await database.staging.count()).toBe(0);
    await expect(commitImport(database, id, 0)).rejects.toThrow('no longer open');
  });

  test('that was cancelled, or left when the store was closed, is gone', async () => {
    const first = await beginImport(database, { origin: SITE, file: null, savedAt: null });
    await stagePart(database, { id: first.id, part: 0, strips: strips('p-1', { [AM]: 'N' }) });
    await cancelImport(database, first.id);
    await expect(commitImport(database, first.id, 0)).rejects.toThrow('no longer open');
    const second = await beginImport(database, { origin: SITE, file: null, savedAt: null });
    await stagePart(database, { id: second.id, part: 0, strips: strips('p-1', { [AM]: 'N' }) });
    database.close();
    database = await openDatabase();
    expect(await database.staging.count()).toBe(0);
    await expect(
      stagePart(database, { id: second.id, part: 1, strips: strips('p-2', { [AM]: 'N' }) }),
    ).rejects.toThrow('no longer open');
    expect(second.id).not.toBe(first.id);
  });

  test.each([
    ['a code that is none', 'yA=='],
    ['no base64', '?'],
  ])('with %s is refused part by part', async (_, bytes) => {
    const { id } = await beginImport(database, { origin: SITE, file: null, savedAt: null });
    const part = { id, part: 0, strips: [{ pupil: 'p-1', year: 2025, bytes }] };
    await expect(stagePart(database, part)).rejects.toThrow('nothing was kept');
    await expect(commitImport(database, id, 0)).rejects.toThrow('did not arrive');
  });

  test('stopped while it is written changes nothing, and can be committed again', async () => {
    await see('AM', { 'p-1': 'N' }, clock('09:00'));
    const { id } = await beginImport(database, { origin: SITE, file: null, savedAt: null });
    const all = [
      ...strips('p-1', { [AM]: 'U' }),
      ...strips('p-2', { [AM]: '/' }),
      ...strips('p-3', { [AM]: '/' }),
    ];
    await stagePart(database, { id, part: 0, strips: all });
    const put = IDBObjectStore.prototype.put;
    for (const allowed of [0, 1, 2, 3]) {
      let calls = 0;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
        if (calls++ >= allowed) throw new DOMException('The worker was stopped', 'AbortError');
        return put.apply(this, row);
      });
      await expect(commitImport(database, id, clock('12:00'))).rejects.toThrow();
      vi.restoreAllMocks();
      expect(await countKept(database)).toMatchObject([
        { origin: SITE, pupils: 1, marks: 1, unreadable: false },
      ]);
      expect(await codes()).toEqual(['N']);
      expect(await listImports(database)).toEqual([]);
    }
    expect(await commitImport(database, id, clock('12:00'))).toMatchObject({ pupils: 3, changed: 1 });
  });

  test('with a mark outside its own year is refused', async () => {
    const { id } = await beginImport(database, { origin: SITE, file: null, savedAt: null });
    // The first Monday of the strip of 2024/25 is 26 August.
    const part = { id, part: 0, strips: [{ pupil: 'p-1', year: 2024, bytes: toBase64(Uint8Array.of(1)) }] };
    await expect(stagePart(database, part)).rejects.toThrow('nothing was kept');
  });
});

test('the practice register’s made-up marks are kept, and no import is listed for them', async () => {
  await bring({ 'p-1': { [AM]: 'N' } }, { origin: PRACTICE_ORIGIN });
  expect(await marksOf(database, PRACTICE_ORIGIN, 'p-1')).toHaveLength(1);
  expect(await listImports(database)).toEqual([]);
  expect(await database.undo.count()).toBe(0);
});

describe('an import taken back', () => {
  test('leaves what was there before, with the time a page was seen to hold it', async () => {
    await see('AM', { 'p-1': 'N' }, clock('09:00'));
    const { id } = await bring({ 'p-1': { [AM]: 'U', [PM]: 'U' }, 'p-2': { [AM]: '/' } });
    expect(await undoImport(database, id)).toEqual({ pupils: 2, marks: 3 });
    expect(await codes('p-1')).toEqual(['N']);
    expect(await countKept(database)).toMatchObject([
      { origin: SITE, pupils: 1, marks: 1, unreadable: false },
    ]);
    await bring({ 'p-1': { [AM]: 'O' } }, { savedAt: clock('08:00') });
    expect(await codes('p-1')).toEqual(['N']);
  });

  test('leaves what a page was seen to hold since', async () => {
    const { id } = await bring({ 'p-1': { [AM]: 'U', [PM]: 'U' } });
    await see('AM', { 'p-1': 'U' }, clock('13:00'));
    expect(await undoImport(database, id)).toEqual({ pupils: 1, marks: 1 });
    expect(await codes()).toEqual(['U']);
  });

  test('is only ever the last of its site', async () => {
    const first = await bring({ 'p-1': { [AM]: 'N' } });
    const other = await bring({ 'p-1': { [AM]: 'N' } }, { origin: OTHER });
    const second = await bring({ 'p-1': { [AM]: 'O' } });
    const canUndo = async () =>
      (await listImports(database)).filter((each) => each.canUndo).map((each) => each.id);
    expect(await canUndo()).toEqual([second.id, other.id]);
    await expect(undoImport(database, first.id)).rejects.toThrow('Only the last import');
    await undoImport(database, second.id);
    expect(await codes()).toEqual(['N']);
    expect(await canUndo()).toEqual([other.id]);
    await expect(undoImport(database, second.id)).rejects.toThrow('Only the last import');
    expect((await listImports(database)).map(({ id, file }) => [id, file])).toEqual([
      [other.id, 'marks.csv'],
      [first.id, 'marks.csv'],
    ]);
  });
});

describe('names', () => {
  const names = [{ pupil: 'p-1', name: 'Ada Example' }];

  test('are left out unless the school keeps them', async () => {
    await bring({ 'p-1': { [AM]: 'N' } }, { names });
    expect([...(await namesOf(database, SITE))]).toEqual([]);
    await saveSettings(database, { keepNames: true });
    await bring({ 'p-1': { [AM]: 'N' } }, { names });
    expect([...(await namesOf(database, SITE))]).toEqual([['p-1', 'Ada Example']]);
  });

  test('outlast later marks, and are all erased when the school no longer keeps them', async () => {
    await saveSettings(database, { keepNames: true });
    await bring({ 'p-1': { [AM]: 'N' }, 'p-2': { [AM]: '/' } }, { names });
    await see('AM', { 'p-1': 'O' }, clock('13:00'));
    await bring({ 'p-1': { [PM]: 'N' } });
    expect([...(await namesOf(database, SITE))]).toEqual([['p-1', 'Ada Example']]);
    await saveSettings(database, { role: 'lead' });
    expect((await namesOf(database, SITE)).size).toBe(1);
    await saveSettings(database, { keepNames: false });
    expect((await namesOf(database, SITE)).size).toBe(0);
    expect(await codes('p-1')).toEqual(['O', 'N']);
  });
});
