/** What a column of marks in long form can be. */
export const COLUMNS = ['pupil', 'date', 'session', 'code'] as const;
export type Column = (typeof COLUMNS)[number];

/** Which column of the file holds what, by its place from 0. */
export type ColumnMapping = Readonly<Record<Column, number>>;

/** A mapping as proposed from the headings: null where no heading was recognised, for the user to say. */
export type ProposedMapping = Readonly<Record<Column, number | null>>;

/** The words for each column in a sentence. */
export const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  pupil: 'the pupil',
  date: 'the date',
  session: 'the session (AM or PM)',
  code: 'the mark',
};

/** Headings as MIS exports write them, likeliest first; small letters and digits only. */
const LIKELY: Readonly<Record<Column, readonly string[]>> = {
  pupil: [
    ...['pupilid', 'studentid', 'pupilkey', 'learnerid', 'misid', 'personid', 'adno', 'admissionnumber'],
    ...['admissionno', 'admno', 'upn', 'uniquepupilnumber', 'pupil', 'student', 'id'],
  ],
  date: ['date', 'markdate', 'sessiondate', 'attendancedate', 'registerdate', 'day'],
  session: ['session', 'ampm', 'sessionname', 'sessiontype', 'period', 'amorpm'],
  code: ['mark', 'code', 'attendancecode', 'attendancemark', 'markcode', 'registermark', 'sessionmark'],
};

const TOTALS = /possible|percent|%|total|authorised|^tr(eason)?[a-z]|termly|overallabsence|attendancerate/;

/** Finds the columns by their headings, whatever their case and punctuation. */
export function proposeColumns(headings: readonly string[]): ProposedMapping {
  const plain = headings.map(plainHeading);
  const find = (column: Column): number | null => {
    for (const name of LIKELY[column]) {
      const place = plain.indexOf(name);
      if (place !== -1) return place;
    }
    return null;
  };
  return { pupil: find('pupil'), date: find('date'), session: find('session'), code: find('code') };
}

/** The mapping when it is whole; null while a column is missing or two share a place. */
export function wholeMapping({ pupil, date, session, code }: ProposedMapping): ColumnMapping | null {
  if (pupil === null || date === null || session === null || code === null) return null;
  return new Set([pupil, date, session, code]).size === COLUMNS.length
    ? { pupil, date, session, code }
    : null;
}

/** One sentence that says why marks cannot be read by this mapping; null when they can. */
export function refusal(headings: readonly string[], mapping: ProposedMapping): string | null {
  if (wholeMapping(mapping)) return null;
  const missing = COLUMNS.filter((column) => mapping[column] === null);
  if (missing.length === 0)
    return 'Two of the columns chosen are the same one: choose a different column for each.';
  const holdsTotals = headings.some((heading) => TOTALS.test(plainHeading(heading)));
  if (holdsTotals && (mapping.date === null || mapping.session === null))
    return 'This file holds totals, not marks: a row for each pupil, date and session is needed.';
  return `This file has no column for ${inWords(missing.map((column) => COLUMN_WORDS[column]))}.`;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9%]/g, '');
}
