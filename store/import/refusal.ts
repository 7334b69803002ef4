import type { DatedColumn } from './dated.ts';
import { columnsOf, type Layout, plainHeading } from './layout.ts';

const TOTALS = /possible|percent|%|total|authorised|^tr(eason)?[a-z]|termly|overallabsence|attendancerate/;
/** Columns named by codes alone are counts of them. */
const CODE = /^([/\\#A-Z]|C[12]|J1|Y[1-7])$/;

const HOLDS_TOTALS =
  'This file holds totals, not marks. A count over ten weeks needs dated sessions: a mark for each pupil, date and session.';

/** Whether a row of headings is that of a file of totals: a census, a summary of a CTF, percentages. */
export function holdsTotals(headings: readonly string[]): boolean {
  return (
    headings.some((heading) => TOTALS.test(plainHeading(heading))) ||
    headings.filter((heading) => CODE.test(heading.trim())).length >= 5
  );
}

/** One sentence that says why marks cannot be read by this layout; null when they can. `dated` are its columns under dates. */
export function refusal(
  layout: Layout,
  headings: readonly string[],
  dated: readonly DatedColumn[],
): string | null {
  const missing = missingOf(layout, dated.length);
  const dateMissing = missing.some((what) => DATED.has(what));
  if (dateMissing && holdsTotals(headings)) return HOLDS_TOTALS;
  if (missing.length > 0) return `Say which column holds ${inWords(missing)}.`;
  const taken = columnsOf(layout);
  if (new Set(taken).size < taken.length)
    return 'One column is chosen for two things: choose a different column for each.';
  return unsaid(layout, dated);
}

const WORDS = {
  pupil: 'the pupil’s id',
  date: 'the date',
  session: 'the session (AM or PM)',
  mark: 'the mark',
  week: 'the Monday of the week, or which week it is',
  days: 'a session of the week, such as Mon AM',
  dated: 'a date in its heading, with the year',
  start: 'the first day of the marks, or which day it is',
  marks: 'the marks',
} as const;
const DATED: ReadonlySet<string> = new Set([WORDS.date, WORDS.session, WORDS.week, WORDS.dated, WORDS.start]);

function missingOf(layout: Layout, dated: number): string[] {
  const missing: string[] = layout.pupil === null ? [WORDS.pupil] : [];
  const need = (there: boolean, what: string) => !there && missing.push(what);
  if (layout.shape === 'long') {
    need(layout.date !== null, WORDS.date);
    need(layout.session !== null, WORDS.session);
    need(layout.code !== null, WORDS.mark);
  } else if (layout.shape === 'week') {
    need(layout.week !== null || layout.monday !== null, WORDS.week);
    need(
      layout.days.some((day) => day !== null),
      WORDS.days,
    );
  } else if (layout.shape === 'dates') need(dated > 0, WORDS.dated);
  else {
    need(layout.start !== null || layout.from !== null, WORDS.start);
    need(layout.marks !== null, WORDS.marks);
  }
  return missing;
}

function unsaid(layout: Layout, dated: readonly DatedColumn[]): string | null {
  if (layout.shape === 'dates') {
    const open =
      layout.session === null && layout.holds === null && dated.some(({ session }) => session === null);
    return open ? 'Say what a cell under a date holds: both marks of the day, or one of them.' : null;
  }
  if (layout.shape !== 'strings') return null;
  if (layout.written === null)
    return 'Say how the marks are written: one character each, or with a separator between them.';
  return layout.week === null
    ? 'Say whether the marks run from Monday to Friday or over all seven days.'
    : null;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and which ${last}`;
}
