import { isDeepStrictEqual } from 'node:util';
import type { Page } from '@playwright/test';
import type { StoredMark } from '../../store/records.ts';
import type { Reply } from '../../store/requests.ts';
import { anyMark, ask } from '../e2e/school.ts';
import { calendarInput } from '../perf/school.ts';
import { after, type Deed, replay, type State, spelt } from './journal.ts';
import { REGISTER } from './school.ts';

/** All that the product says it keeps, or that a model says it is to keep, in one form. */
interface Said {
  /** By site and pupil: `2026-07-15 AM U,…`, oldest first. */
  readonly sites: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly imports: readonly number[];
  readonly undoable: readonly number[];
  readonly clock: number;
}

const inOrder = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

/** What was acknowledged, what was on its way, and the import that was open, when the browser was killed. */
export interface Before {
  readonly journal: readonly Deed[];
  readonly flying: Deed | null;
  readonly open: number | null;
}

/**
 * Compares what is kept with the journal: with what was on its way, the whole of it, or without. `there` tells which; `loss` is
 * what is neither, or a count that is not the plain model's, or null.
 */
export async function check(
  own: Page,
  origin: string,
  { journal, flying, open }: Before,
): Promise<{ readonly there: boolean; readonly loss: string | null }> {
  try {
    const without = replay(journal);
    const whole = flying ? replay(after(journal, flying)) : without;
    const found = await said(own, pupilsOf([without, whole]));
    const [less, more] = [difference(found, expected(without)), difference(found, expected(whole))];
    const there = more === null && less !== null;
    if (less !== null && more !== null) return { there, loss: flying ? `${less}; or ${more}` : less };
    if (open !== null && !found.imports.includes(open) && (await isTaken(own, open)))
      return { there, loss: `Import ${open}, never committed, could be committed.` };
    return { there, loss: await countedWrongly(own, origin, there ? whole : without) };
  } catch (error) {
    return { there: false, loss: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether what was staged of an import before the kill can still be committed, which would be half of a file. */
async function isTaken(own: Page, id: number): Promise<boolean> {
  return ask(own, 'import-commit', { id }).then(
    () => true,
    () => false,
  );
}

function pupilsOf(states: readonly State[]): ReadonlyMap<string, readonly string[]> {
  const pupils = new Map<string, Set<string>>();
  for (const { sites } of states)
    for (const [origin, { marks }] of sites) {
      const of = pupils.get(origin) ?? new Set();
      for (const key of marks.keys()) of.add(decodeURIComponent(key.split(' ')[0] ?? ''));
      pupils.set(origin, of);
    }
  return new Map([...pupils].map(([origin, of]) => [origin, [...of]]));
}

/** What is to be said in a state. */
function expected({ sites, imports, undoable, clock }: State): Said {
  const written = [...sites].flatMap(([origin, { marks }]) => {
    const lines = new Map<string, string[]>();
    for (const [key, { code }] of [...marks].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [pupil = '', date, session] = key.split(' ');
      lines.set(pupil, [...(lines.get(pupil) ?? []), `${date} ${session} ${code}`]);
    }
    return lines.size === 0 ? [] : [[origin, joined(lines)] as const];
  });
  return {
    sites: Object.fromEntries(written),
    imports: inOrder(imports),
    undoable: inOrder(undoable.values()),
    clock,
  };
}

/** What the product says, of the pupils named and of how many it keeps besides. Rejects with its own sentence. */
async function said(own: Page, pupils: ReadonlyMap<string, readonly string[]>): Promise<Said> {
  const kept = await ask(own, 'kept', {});
  const sites: Record<string, Record<string, string>> = {};
  for (const { origin, pupils: many, marks, unreadable } of kept) {
    if (unreadable) throw new Error(`Part of what is kept of ${origin} does not open.`);
    const site = await marksOf(own, origin, pupils.get(origin) ?? []);
    const [named, sum] = [Object.keys(site).length, Object.values(site).join().split(',').length];
    if (named !== many || sum !== marks)
      throw new Error(
        `${origin}: ${many} pupils with ${marks} marks are kept, of which ${named} and ${sum} were expected.`,
      );
    sites[origin] = site;
  }
  const imports = await ask(own, 'imports', {});
  const { clockOffsetMs } = await ask(own, 'settings', {});
  return {
    sites,
    imports: inOrder(imports.map(({ id }) => id)),
    undoable: inOrder(imports.flatMap(({ id, canUndo }) => (canUndo ? [id] : []))),
    clock: clockOffsetMs,
  };
}

async function marksOf(
  own: Page,
  origin: string,
  pupils: readonly string[],
): Promise<Record<string, string>> {
  const replies = await own.evaluate(
    ([site, all, about]) =>
      Promise.all(
        all.map((pupil) =>
          chrome.runtime.sendMessage({ door: 'own', type: 'own-why', origin: site, pupil, ...about }),
        ),
      ),
    [origin, pupils, anyMark] as const,
  );
  const lines = (replies as Reply<{ marks: readonly StoredMark[] }>[]).map((reply, i): [string, string][] => {
    if (!reply.ok) throw new Error(reply.message);
    const { marks } = reply.value;
    const text = marks.map(({ date, session, code }) => `${date} ${session} ${code}`).join();
    return marks.length === 0 ? [] : [[spelt(pupils[i] ?? ''), text]];
  });
  return Object.fromEntries(lines.flat());
}

/** Whether a register is counted as the plain model counts it; null, or the first pupil of whom it is not. */
async function countedWrongly(own: Page, origin: string, { sites }: State): Promise<string | null> {
  const counts = await ask(own, 'own-counts', { origin, calendar: calendarInput, ...REGISTER });
  const { date, session, pupils } = REGISTER;
  const model = sites.get(origin);
  const wrong = pupils.find((pupil) => {
    const name = spelt(pupil);
    const known = model?.isKnown(name, date, calendarInput);
    return !isDeepStrictEqual(
      counts[pupil],
      known ? model?.count(name, date, session, calendarInput) : undefined,
    );
  });
  return wrong === undefined ? null : `${wrong} is counted ${JSON.stringify(counts[wrong])}`;
}

/** The first thing of which two say different things; null when they agree. */
function difference(a: Said, b: Said): string | null {
  for (const what of ['imports', 'undoable', 'clock'] as const)
    if (!isDeepStrictEqual(a[what], b[what]))
      return `${what}: ${JSON.stringify(a[what])}, not ${JSON.stringify(b[what])}`;
  for (const origin of new Set([...Object.keys(a.sites), ...Object.keys(b.sites)])) {
    const [mine, other] = [a.sites[origin] ?? {}, b.sites[origin] ?? {}];
    for (const pupil of new Set([...Object.keys(mine), ...Object.keys(other)]))
      if (mine[pupil] !== other[pupil])
        return `${origin}, pupil ${pupil}: ${mine[pupil]}, not ${other[pupil]}`;
  }
  return null;
}

function joined(lines: ReadonlyMap<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries([...lines].map(([pupil, all]) => [pupil, all.join()]));
}
