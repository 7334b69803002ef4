import * as v from 'valibot';
import { readBothWays } from './days.ts';
import { type Head, headingsOf } from './head.ts';
import { type Layout, plainHeading } from './layout.ts';
import type { RowUnit } from './table.ts';

/** Layouts that were used, by the fingerprint of their headings, the latest last. */
export type KnownLayouts = Readonly<Record<string, Layout>>;

const MOST_KNOWN = 50;
const HEADING_ROWS = 15;

/**
 * A fingerprint of headings and where they stand, by which the next file of the same shape is known. Of dates in headings only that
 * they are dates, and of no headings nothing: a file without any is never known again. It cannot be turned back into words.
 */
export async function fingerprint(unit: RowUnit, line: number, headings: readonly string[]): Promise<string> {
  const words = headings.map((heading) => (holdsDate(heading) ? '#date' : plainHeading(heading)));
  // Only dates at the end may be more or fewer the next time: others move the columns after them.
  const lasting = words.slice(0, words.findLastIndex((word) => word !== '#date') + 2);
  const bytes = new TextEncoder().encode(JSON.stringify([unit, line, lasting]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function holdsDate(heading: string): boolean {
  const [first = ''] = heading.trim().split(/\s+[ap]\.?m\.?$/i);
  const { dayFirst, monthFirst } = readBothWays(first);
  return dayFirst !== null || monthFirst !== null || /^\d/.test(heading.trim());
}

/** The layout that a file with such headings was last read by, in the first rows of any sheet; null when there is none. */
export async function knownLayout(unit: RowUnit, head: Head, known: KnownLayouts): Promise<Layout | null> {
  if (Object.keys(known).length === 0) return null;
  for (const [sheet, rows] of head.entries())
    for (const { line, cells } of rows.slice(0, HEADING_ROWS)) {
      const layout = known[await fingerprint(unit, line, cells)];
      if (layout) return { ...layout, sheet, heading: line };
    }
  return null;
}

/**
 * The known layouts with one more. What is about this file and not its shape is left out: the order in which its dates are
 * written, and a day that somebody typed.
 */
export async function withLayout(
  known: KnownLayouts,
  unit: RowUnit,
  head: Head,
  layout: Layout,
): Promise<KnownLayouts> {
  if (layout.heading === null) return known;
  const name = await fingerprint(unit, layout.heading, headingsOf(head, layout).cells);
  const { [name]: _, ...others } = known;
  const kept = Object.entries(others).slice(1 - MOST_KNOWN);
  return { ...Object.fromEntries(kept), [name]: { ...layout, order: null, ...forgotten(layout) } };
}

function forgotten({ shape }: Layout): object {
  if (shape === 'week') return { monday: null };
  return shape === 'strings' ? { from: null } : {};
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const column = v.nullable(place);
const common = {
  sheet: place,
  heading: v.nullable(place),
  pupil: column,
  name: v.array(place),
  order: v.null(),
};
const LAYOUT: v.GenericSchema<unknown, Layout> = v.variant('shape', [
  v.object({ ...common, shape: v.literal('long'), date: column, session: column, code: column }),
  v.object({
    ...{ ...common, shape: v.literal('week'), week: column, monday: v.null() },
    days: v.pipe(v.array(column), v.length(10)),
  }),
  v.object({
    ...{ ...common, shape: v.literal('dates'), session: column },
    holds: v.nullable(v.picklist(['both', 'AM', 'PM'])),
  }),
  v.object({
    ...{ ...common, shape: v.literal('strings'), start: column, from: v.null(), marks: column },
    week: v.nullable(v.picklist([5, 7])),
    written: v.nullable(v.picklist(['one', 'separated'])),
  }),
]);
const KNOWN = v.record(v.string(), LAYOUT);

/** Known layouts as they were kept; none where what was kept cannot be read. */
export function parseKnown(kept: string | null): KnownLayouts {
  try {
    const parsed = v.safeParse(KNOWN, JSON.parse(kept ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
