import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { pack } from '../../../rules/strips/strips.ts';
import { countsFor } from '../../../store/counts.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { countingDay } from '../../../store/day.ts';
import { beginImport, cancelImport, commitImport, listImports, stagePart } from '../../../store/imports.ts';
import { marksOf } from '../../../store/marks.ts';
import { addSeen } from '../../../store/seen.ts';
import { toBase64 } from '../../../store/strip-text.ts';
import { listSummaries, recomputeSummaries } from '../../../store/summaries.ts';
import { undoImport } from '../../../store/undo-import.ts';
import { Model } from './model.ts';

const SITE = 'https://register.example';
const PUPILS = ['p-1', 'p-2', 'p-3', 'p-4'];
const calendar = {
  terms: [
    { from: '2025-07-01' as IsoDate, to: '2025-07-18' as IsoDate },
    { from: '2025-09-01' as IsoDate, to: '2025-09-12' as IsoDate },
  ],
  closures: [{ from: '2025-09-01' as IsoDate, to: '2025-09-01' as IsoDate, sessions: 'PM' as const }],
};
const rules = { calendar, policy: nationalPolicy };

const pupil = fc.constantFrom(...PUPILS);
const day = fc.constantFrom(
  '2025-07-17',
  '2025-07-18',
  '2025-09-01',
  '2025-09-02',
  '2025-09-03',
  '2025-09-04',
);
const session = fc.constantFrom<Session>('AM', 'PM');
const code = fc.constantFrom('U', 'N', '/', 'O', 'G', 'L');
/** Moments few enough to meet, and now and then a clock set back. */
const at = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 20_000, 59_999))
  .map(([hours, ms]) => Date.parse('2025-09-04T08:00Z') + hours * 3_600_000 + ms);
const mark = fc.record({ pupil, date: day, session, code });
const see = fc.record({
  kind: fc.constant('see' as const),
  date: day,
  session,
  at,
  marks: fc.array(fc.record({ pupil, code }), { minLength: 1, maxLength: 4 }),
});
const bring = fc.record({
  kind: fc.constant('import' as const),
  marks: fc.array(mark, { minLength: 1, maxLength: 12 }),
  savedAt: fc.option(at),
  at,
  parts: fc.integer({ min: 1, max: 3 }),
});
const step = fc.oneof(
  { weight: 12, arbitrary: see },
  { weight: 9, arbitrary: bring },
  { weight: 6, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'cancel' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), date: day, session }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wipe' as const }) },
);

test('whatever is seen, imported, undone and erased, marks, counts and summaries are those of a plain list', async () => {
  let database: Database;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      database?.close();
      await eraseDatabase();
      database = await openDatabase();
      const model = new Model();
      const check = async (date: IsoDate, session: Session) => {
        for (const each of PUPILS) expect(await marksOf(database, SITE, each)).toEqual(model.marksOf(each));
        const known = PUPILS.filter((each) => model.isKnown(each, date, calendar));
        const expected = known.map((each) => [each, model.count(each, date, session, calendar)]);
        const question = { date, session, pupils: PUPILS };
        expect(await countsFor(database, SITE, question, rules)).toEqual(Object.fromEntries(expected));
      };
      for (const each of steps) {
        if (each.kind === 'see') {
          const { date, marks } = each;
          await addSeen(database, SITE, { date: date as IsoDate, session: each.session, marks }, each.at);
          for (const { pupil, code } of marks) model.see(pupil, date, each.session, code, each.at);
        } else if (each.kind === 'import') {
          const { marks, savedAt, at, parts } = each;
          const { id } = await beginImport(database, { origin: SITE, file: null, savedAt });
          for (let part = 0; part < parts; part++) {
            const mine = marks.filter((_, i) => i % parts === part);
            await stagePart(database, { id, part, strips: packed(mine) });
          }
          const inOrder = Array.from({ length: parts }, (_, part) =>
            marks.filter((_, i) => i % parts === part),
          ).flat();
          const standing = new Map(
            inOrder.map((mark) => [`${mark.pupil} ${mark.date} ${mark.session}`, mark]),
          );
          const sum = model.import([...standing.values()], Math.min(savedAt ?? at, at));
          expect(await commitImport(database, id, at)).toEqual({
            ...{ id, pupils: new Set(marks.map(({ pupil }) => pupil)).size, marks: standing.size },
            ...sum,
          });
        } else if (each.kind === 'undo') {
          const last = (await listImports(database)).find(({ canUndo }) => canUndo);
          const marks = model.undo();
          expect(last !== undefined).toBe(marks !== null);
          if (last) expect((await undoImport(database, last.id)).marks).toBe(marks);
        } else if (each.kind === 'cancel') {
          const { id } = await beginImport(database, { origin: SITE, file: null, savedAt: null });
          await stagePart(database, {
            id,
            part: 0,
            strips: packed([{ pupil: 'p-1', date: '2025-09-02', session: 'AM', code: 'U' }]),
          });
          await cancelImport(database, id);
        } else if (each.kind === 'reopen') {
          database.close();
          database = await openDatabase();
        } else if (each.kind === 'ask') await check(each.date as IsoDate, each.session);
        else {
          database.close();
          await eraseDatabase();
          database = await openDatabase();
          model.wipe();
        }
      }
      await check('2025-09-04' as IsoDate, 'AM');
      await check('2025-09-02' as IsoDate, 'PM');
      await recomputeSummaries(database, null, { ...rules, today: '2025-09-04' as IsoDate });
      const today = await countingDay('2025-09-04' as IsoDate, rules);
      if (!today) throw new Error('There are term dates');
      const kept = await listSummaries(database, SITE, today);
      await database.counts.clear();
      expect(kept).toEqual(await listSummaries(database, SITE, today));
    }),
    { numRuns: 60 },
  );
}, 60_000);

function packed(marks: readonly { pupil: string; date: string; session: Session; code: string }[]) {
  return PUPILS.flatMap((pupil) => {
    const years = pack(
      marks.filter((mark) => mark.pupil === pupil).map((mark) => ({ ...mark, date: mark.date as IsoDate })),
    );
    if (!years.ok) throw new Error(years.problem);
    return [...years.value].map(([year, bytes]) => ({ pupil, year, bytes: toBase64(bytes) }));
  });
}
