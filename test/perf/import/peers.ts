import type { Page } from '@playwright/test';

/** Milliseconds that Papa Parse alone takes for a file, in a worker of its own, with nothing done with the rows. */
export async function papaAlone(page: Page, file: string): Promise<number> {
  await page.setInputFiles('input[type=file]', file);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const worker = new Worker('/worker.js');
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data.ms);
        };
        worker.postMessage(document.querySelector('input')?.files?.[0]);
      }),
  );
}

/**
 * Milliseconds that Dexie takes to keep so many marks, a row each, in lots of 10,000, as durable as ours; what was kept before
 * is erased first.
 */
export function rowForEachMark(page: Page, marks: number): Promise<number> {
  return page.evaluate(async (many) => {
    const { Dexie } = globalThis as unknown as { Dexie: typeof import('dexie').Dexie };
    await Dexie.delete('rows');
    const database = new Dexie('rows', { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ marks: '[pupil+date+session]' });
    await database.open();
    const rows = Array.from({ length: many }, (_, i) => ({
      pupil: `P${100_000 + Math.floor(i / 760)}`,
      date: new Date(Date.UTC(2024, 8, 2) + Math.floor((i % 760) / 2) * 86_400_000)
        .toISOString()
        .slice(0, 10),
      session: i % 2 === 0 ? 'AM' : 'PM',
      code: i % 2 === 0 ? '/' : '\\',
    }));
    const began = performance.now();
    for (let at = 0; at < rows.length; at += 10_000)
      await database.table('marks').bulkAdd(rows.slice(at, at + 10_000));
    const ms = performance.now() - began;
    database.close();
    return ms;
  }, marks);
}
