import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { allAmendments, noteAmendment } from '../../../store/amendments.ts';
import { amendmentsCsv } from '../../../store/csv-amendments.ts';
import type { Database } from '../../../store/database.ts';
import { keptFindings, noteKeeping } from '../../../store/kept-findings.ts';
import { logOf } from '../../../store/log.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const OTHER = 'https://other.example';
const date = '2026-11-20' as IsoDate;
const at = Date.parse('2026-11-20T09:25:00Z');
const mark = { pupil: 'p-1', date, session: 'AM', code: 'L' } as const;
const keeping = { ...mark, rules: ['entry-after-close', 'policy-note'], kept: true, reason: null };

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

const kept = (more: object = {}, site = SITE) =>
  keptFindings(database, site, { date, session: 'AM', pupils: ['p-1', 'p-2'], ...more });

test('what is kept is answered for its pupil, session, code and site, and for no other', async () => {
  await noteKeeping(database, SITE, keeping, at);
  const rules = ['entry-after-close', 'policy-note'];
  expect(await kept()).toEqual(rules.map((rule) => ({ pupil: 'p-1', code: 'L', rule })));
  expect(await kept({ session: 'PM' })).toEqual([]);
  expect(await kept({ date: '2026-11-19' })).toEqual([]);
  expect(await kept({ pupils: ['p-2'] })).toEqual([]);
  expect(await kept({}, OTHER)).toEqual([]);
});

test('kept and taken back are both in the log, and the last of them holds', async () => {
  await noteKeeping(database, SITE, { ...keeping, rules: ['withdrawn-code'], reason: 'as agreed' }, at);
  await noteKeeping(database, SITE, { ...keeping, rules: ['withdrawn-code'], kept: false }, at + 1);
  expect(await kept()).toEqual([]);
  await noteKeeping(database, SITE, { ...keeping, rules: ['withdrawn-code'] }, at + 2);
  expect(await kept()).toHaveLength(1);
  const of = { ...mark, rule: 'withdrawn-code' };
  expect(await logOf(database, SITE, 'p-1')).toEqual([
    { ...of, kind: 'finding-kept', reason: 'as agreed', at },
    { ...of, kind: 'finding-returned', at: at + 1 },
    { ...of, kind: 'finding-kept', reason: null, at: at + 2 },
  ]);
});

test('a mark of an earlier term, kept today, is kept', async () => {
  const old = { ...keeping, date: '2026-09-03' as IsoDate };
  await noteKeeping(database, SITE, old, at);
  expect(await kept({ date: '2026-09-03' })).toHaveLength(2);
});

test('where a row does not open, its findings are said again, and nothing is written over', async () => {
  await noteKeeping(database, SITE, keeping, at);
  const [key] = await database.log.toCollection().primaryKeys();
  if (!key) throw new Error('nothing was noted');
  const bytes = new Uint8Array((await database.log.get(key)) ?? []);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await database.log.put(bytes, key);
  expect(await kept()).toEqual([]);
  expect((await allAmendments(database)).unreadable).toBe(true);
  expect(await database.log.get(key)).toEqual(bytes);
});

const amendment = {
  ...{ pupil: 'p-1', date, session: 'AM' as Session, from: '/', to: 'M' },
  ...{ reason: 'dental appointment card seen', by: 'A. Clerk', role: 'office' },
  on: '2026-11-27' as IsoDate,
};

test('a change is noted with its five details, of every site, and sealed', async () => {
  await noteAmendment(database, OTHER, { ...amendment, pupil: 'p-9' }, at + 5);
  await noteAmendment(database, SITE, amendment, at);
  const { amendments, unreadable } = await allAmendments(database);
  expect(amendments).toEqual([
    { ...amendment, origin: SITE, at },
    { ...amendment, pupil: 'p-9', origin: OTHER, at: at + 5 },
  ]);
  expect(unreadable).toBe(false);
  const rows = await database.log.toArray();
  expect(rows.map((row) => new TextDecoder('latin1').decode(row)).join()).not.toMatch(/dental|Clerk|p-1/);
});

test('the file begins as spreadsheets know UTF-8, and no cell of it is a formula', () => {
  const csv = amendmentsCsv([
    {
      ...amendment,
      reason: '=HYPERLINK("http://x")',
      by: '@sum, "A"',
      role: '+1',
      to: '-',
      origin: SITE,
      at,
    },
  ]);
  const [head, row, end] = csv.split('\r\n');
  expect(head).toBe(
    '\uFEFFPupil ID,Date,Session,Original mark,Amended mark,Reason,Date of amendment,Name,Role,Site,Noted',
  );
  expect(row).toBe(
    `p-1,2026-11-20,AM,/,"'-","'=HYPERLINK(""http://x"")",2026-11-27,"'@sum, ""A""","'+1",${SITE},2026-11-20T09:25:00.000Z`,
  );
  expect(end).toBe('');
});
