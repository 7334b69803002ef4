import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { allAmendments, noteAmendment } from '../../../store/amendments.ts';
import { makeBackup, openBackup } from '../../../store/backup/backup.ts';
import { restoreBackup } from '../../../store/backup/restore.ts';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';
import { keptFindings, noteKeeping } from '../../../store/kept-findings.ts';
import { logOf } from '../../../store/log.ts';
import { tidy } from '../../../store/retention/tidy.ts';
import { addSeen } from '../../../store/seen.ts';
import { erasePupil } from '../../../store/subject/erase.ts';
import { saysOf } from '../../../store/subject/says.ts';
import { eachDatabase } from './each-database.ts';

const SITE = 'https://register.example';
const PASSPHRASE = 'four plain words together';
const date = '2026-11-20' as IsoDate;
const at = Date.parse('2026-11-27T09:25:00Z');

let database: Database;
eachDatabase(
  (fresh) => {
    database = fresh;
  },
  () => database,
);

/** A mark, findings about it kept and taken back, and the change that made it. */
async function noted(pupil: string): Promise<void> {
  const of = { pupil, date, session: 'AM' } as const;
  const sight = { date, session: 'AM', marks: [{ pupil, code: 'M' }] } as const;
  await addSeen(database, SITE, sight, at);
  const who = { by: 'A. Clerk', role: 'office', on: '2026-11-27' as IsoDate };
  await noteAmendment(database, SITE, { ...of, ...who, from: '/', to: 'M', reason: 'card seen' }, at + 1);
  const keeping = { ...of, code: 'M', rules: ['policy-note', 'withdrawn-code'], reason: 'card seen' };
  await noteKeeping(database, SITE, { ...keeping, kept: true }, at + 2);
  await noteKeeping(
    database,
    SITE,
    { ...keeping, rules: ['policy-note'], reason: null, kept: false },
    at + 3,
  );
}

const kept = (pupils: readonly string[]) =>
  keptFindings(database, SITE, { date, session: 'AM', pupils: [...pupils] });

test('a backup holds what was kept as it is and which marks were changed, and puts both back', async () => {
  await noted('p-1');
  const before = { log: await logOf(database, SITE, 'p-1'), changes: await allAmendments(database) };
  const file = await makeBackup(database, PASSPHRASE, at + 10);
  database.close();
  await eraseDatabase();
  database = await openDatabase();
  await restoreBackup(database, await openBackup(file, PASSPHRASE), at + 20);
  expect(await logOf(database, SITE, 'p-1')).toEqual(before.log);
  expect(await allAmendments(database)).toEqual(before.changes);
  expect(await kept(['p-1'])).toEqual([{ pupil: 'p-1', code: 'M', rule: 'withdrawn-code' }]);
});

test('a pupil who is erased takes them along, and nobody else’s go', async () => {
  await noted('p-1');
  await noted('p-2');
  await erasePupil(database, { origin: SITE, pupil: 'p-1' }, at + 10);
  expect(await logOf(database, SITE, 'p-1')).toEqual([]);
  expect(await kept(['p-1', 'p-2'])).toMatchObject([{ pupil: 'p-2' }]);
  expect((await allAmendments(database)).amendments).toMatchObject([{ pupil: 'p-2' }]);
});

test('they go with the marks of their age', async () => {
  await noted('p-1');
  for (const day of ['2027-11-18', '2028-11-16'] as IsoDate[]) {
    const sight = { date: day, session: 'AM', marks: [{ pupil: 'p-2', code: '/' }] } as const;
    await addSeen(database, SITE, sight, Date.parse(`${day}T09:00Z`));
  }
  const today = '2028-11-17' as IsoDate;
  const now = Date.parse('2028-11-17T09:00Z');
  const question = { keepFor: 'needed', calendar: null, policy: nationalPolicy } as const;
  await tidy(database, { ...question, at: now, today });
  expect(await kept(['p-1'])).toEqual([]);
  expect((await allAmendments(database)).amendments).toEqual([]);
});

test('a pupil’s record says them in plain sentences', async () => {
  await noted('p-1');
  expect((await logOf(database, SITE, 'p-1')).map(saysOf)).toEqual([
    'the mark of 20 November 2026 AM was changed from / to M on 27 November 2026 by A. Clerk (office), with the reason: card seen.',
    'a finding about the mark M of 20 November 2026 AM was kept as it is, with the reason: card seen.',
    'a finding about the mark M of 20 November 2026 AM was kept as it is, with the reason: card seen.',
    'a finding about the mark M of 20 November 2026 AM was no longer kept as it is.',
  ]);
});
