import { PlainError } from '../plain-error.ts';
import { badRowsCsv } from './bad-rows-csv.ts';
import { MOST, OVER } from './bounds.ts';
import { type KnownLayouts, knownLayout } from './fingerprint.ts';
import { type Head, headOf } from './head.ts';
import type { Layout } from './layout.ts';
import { openPasted, openTable } from './open.ts';
import type { BadRow, ImportPart, ImportPlan, Totals } from './plan.ts';
import { proposeLayout } from './propose.ts';
import { readMarks } from './read.ts';
import type { RowUnit, Table } from './table.ts';

/** A file that was opened: its first rows, and how it would be read. */
export interface Opened {
  readonly unit: RowUnit;
  /** Sheets by name. */
  readonly sheets: readonly string[];
  readonly head: Head;
  readonly layout: Layout;
  /** Whether the layout is that of an earlier file with the same headings. */
  readonly known: boolean;
}

/** What a file would bring in under a layout, or one plain sentence that says why it cannot be read so. */
export type ReadTotals =
  | { readonly ok: true; readonly totals: Totals; readonly parts: number }
  | { readonly ok: false; readonly why: string };

/**
 * One import on its way, step by step; in the browser it stands in a worker of its own. Every step throws a `PlainError` that says
 * what is wrong with the file. Nothing is stored.
 */
export interface ImportDesk {
  /** A file, or a text that was pasted. */
  open(source: File | string, known: KnownLayouts): Promise<Opened>;
  /** Reads the whole file; `onProgress` hears how much of it is done, from 0 to 1. */
  read(layout: Layout, onProgress: (done: number) => void): ReadTotals;
  /** Bad rows of the last reading, from the one at `from`. */
  bad(from: number, count: number): readonly BadRow[];
  /** All of them as CSV. */
  badCsv(): string;
  part(number: number): ImportPart;
}

/** An empty desk. */
export function importDesk(): ImportDesk {
  let open: { table: Table; head: Head } | null = null;
  let plan: ImportPlan | null = null;
  const whole = <T>(value: T | null): T => {
    if (value === null) throw new PlainError('There is no file. Choose it again.');
    return value;
  };
  return {
    async open(source, known) {
      const table = typeof source === 'string' ? openPasted(source) : await openTable(await bytesOf(source));
      const head = headOf(table);
      open = { table, head };
      const again = await knownLayout(table.unit, head, known);
      const { unit, sheets } = table;
      return { unit, sheets, head, layout: again ?? proposeLayout(head), known: again !== null };
    },
    read(layout, onProgress) {
      const { table, head } = whole(open);
      plan = null;
      const reading = readMarks(table, head, layout, onProgress);
      if (!reading.ok) return reading;
      plan = reading.plan;
      return { ok: true, totals: plan.totals, parts: plan.parts };
    },
    bad: (from, count) => whole(plan).bad.slice(from, from + count),
    badCsv: () => badRowsCsv(whole(plan).bad, whole(open).table.unit),
    part: (number) => whole(plan).part(number),
  };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MOST.bytes) throw new PlainError(OVER.bytes);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new PlainError('The file could not be opened. It may have been moved or changed: choose it again.');
  }
}
