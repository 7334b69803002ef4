import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { pack } from '../../rules/strips/strips.ts';
import { DATABASE_NAME } from '../../store/database.ts';
import { toBase64 } from '../../store/strip-text.ts';
import { marksIn, type OldDatabase, PLAIN_DATABASES } from '../databases/old.ts';
import type { Deed } from './journal.ts';
import { byPupil, pick, someMarks } from './school.ts';

const dexie = fs.readFileSync(
  createRequire(import.meta.url)
    .resolve('dexie')
    .replace(/[^/\\]+$/, 'dexie.min.js'),
  'utf8',
);

/** A stored old database, of those whose rows are yet to be sealed, with a year group's marks added, so that sealing it takes longer than a moment. */
export function grown(random: () => number, origin: string): OldDatabase {
  const old = pick(random, PLAIN_DATABASES);
  const strips = [...byPupil([...someMarks(random), ...earlier(random)])].flatMap(([pupil, marks]) => {
    const packed = pack(marks);
    if (!packed.ok) throw new Error(packed.problem);
    return [...packed.value].map(([year, bytes]) => ({
      ...{ origin, pupil, year },
      bytes: { base64: toBase64(bytes) },
    }));
  });
  return { ...old, tables: { ...old.tables, strips: [...(old.tables.strips ?? []), ...strips] } };
}

/** Two years before, of the same school: more rows. */
function earlier(random: () => number) {
  return [1, 2].flatMap((back) =>
    someMarks(random).map((mark) => ({
      ...mark,
      // Of so many weeks: the same day of the week.
      date: new Date(Date.parse(mark.date) - back * 364 * 86_400_000)
        .toISOString()
        .slice(0, 10) as typeof mark.date,
    })),
  );
}

/** What is to be there once it has been opened. */
export function deedOf(old: OldDatabase): Deed {
  const [settings] = old.tables.settings ?? [];
  return {
    kind: 'old',
    imports: (old.tables.imports ?? []).map(({ id }) => Number(id)),
    clock: Number(settings?.clockOffsetMs ?? 0),
    marks: marksIn(old).flatMap(({ origin, pupil, marks }) =>
      marks.map((mark) => ({ ...mark, origin, pupil })),
    ),
  };
}

/** Puts it where the store is, through a page of the extension's own. */
export async function plant(own: Page, { version, stores, tables }: OldDatabase): Promise<void> {
  await own.evaluate(dexie);
  await own.evaluate(
    async ([name, of, tablesOf, rowsOf]) => {
      const { Dexie } = globalThis as unknown as { Dexie: typeof import('dexie').Dexie };
      const withBytes = (row: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(
          Object.entries(row).map(([field, value]) => {
            const { base64 } = (value ?? {}) as { base64?: string };
            return [
              field,
              base64 === undefined ? value : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
            ];
          }),
        );
      // Where the store is now, too: what an older version made is all there is.
      const { storageBuckets } = navigator as {
        readonly storageBuckets?: { delete(bucket: string): Promise<void> };
      };
      await storageBuckets?.delete(name);
      await Dexie.delete(name);
      const database = new Dexie(name);
      database.version(of).stores(tablesOf);
      await database.open();
      for (const [table, rows] of Object.entries(rowsOf))
        await database.table(table).bulkAdd(rows.map(withBytes));
      database.close();
    },
    [DATABASE_NAME, version, stores, tables] as const,
  );
}
