/** What a line of term dates, or an event of a calendar file, can be. */
export type EntryKind =
  | 'term'
  | 'first-day'
  | 'last-day'
  | 'half-term'
  | 'holiday'
  | 'inset'
  | 'bank-holiday'
  | 'closed'
  | 'left-out';

/** What each kind is called where people choose one. */
export const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  term: 'Term: school meets',
  'first-day': 'First day of a term',
  'last-day': 'Last day of a term',
  'half-term': 'Half term: no school',
  holiday: 'Holiday: no school',
  inset: 'INSET day',
  'bank-holiday': 'Bank holiday',
  closed: 'Closed to pupils',
  'left-out': 'Leave out',
};

const INSET =
  /\bin-?\s?set\b|\bin[- ]service\b|\btraining days?\b|\bstaff (?:training|development|day|only)|\bdevelopment days?\b|\bprofessional (?:development|learning)|\bcpd\b|\bpd days?\b|\bnon[- ]?pupil\b|\bteacher days?\b/i;
const BANK =
  /\bbank hol|\bpublic hol|\bmay day\b|\bgood friday\b|\beaster monday\b|\bnew year['’]?s day\b|\bchristmas day\b|\bboxing day\b/i;
const FIRST =
  /\b(?:re-?|re )?opens?\b|\b(?:re-?)?opening\b|\b(?:starts?|begins?|commences?|resumes?|returns?)\b|\bfirst day\b|\bstart of\b|\bbeginning of\b|\bback to school\b/i;
const LAST =
  /\bcloses\b|\b(?:clos(?:e|ure|ing)) (?:after school|at (?:the )?end)|\b(?:school|schools) close\b|^\s*close\s*$|\bends?\b|\bfinish(?:es)?\b|\bbreaks? up\b|\blast day\b|\bfinal day\b/i;
const HALF = /\b(?:half|mid)[- ]?\s?terms?\b/i;
const HOLIDAY = /\bholidays?\b|\bbreak\b|\bvacation\b|\bno school\b/i;
/** Names of a holiday only where they are of more days than a concert or a service. */
const LONG_HOLIDAY = /\bchristmas\b|\beaster\b|\bend of (?:the )?(?:school )?year\b/i;
const SHORTEST_HOLIDAY = 5;
/** What else goes on in schools under the same words. */
const SOMETHING_ELSE =
  /\b(?:clubs?|camps?|fair|fayre|bazaar|concert|party|parties|plays?|production|nativity|service|mass|lunch|dinner|jumper|photos?|homework|challenge|project|trip|reading|office|pool|library|kitchen|assembly|parents['’]? evening|meeting|tournament|match|exams?|deadline|menu|disco)\b/i;
const CLOSED = /\bclosed\b|\bclosure\b(?! after)|\bpolling\b|\belection\b|\boccasional day\b|\bday off\b/i;
const SEASON = 'autumn|spring|summer|michaelmas|lent|trinity';
const TERM = new RegExp(String.raw`\bterms?\b|^\W*(?:${SEASON})(?:\W|\d)*$`, 'i');
const SEASON_NAMED = new RegExp(String.raw`\b(?:${SEASON})\b`, 'i');

/** Whether the words name a day on which staff are in and pupils are not. */
export function isInset(words: string): boolean {
  return INSET.test(words);
}

/** Longest break and shortest half of a term, in days: “half term” is a name of both, and only its length tells which. */
const LONGEST_HALF_TERM = 17;
const SHORTEST_HALF_OF_TERM = 25;

/** More INSET days in a row than any school has: such a run is two single days, or a slip. */
const LONGEST_INSET = 7;

/** What `words` say of `days` days in a row; null when they name nothing we know, or could name two things. */
export function kindOf(words: string, days: number): EntryKind | null {
  if (isInset(words)) return days <= LONGEST_INSET ? 'inset' : null;
  if (SOMETHING_ELSE.test(words)) return null;
  if (BANK.test(words)) return days <= 4 ? 'bank-holiday' : 'holiday';
  if (days === 1 && !CLOSED.test(words)) {
    const edge = edgeOf(words);
    if (edge !== null) return edge;
  }
  if (HALF.test(words)) {
    if (days === 1) return null;
    if (days <= LONGEST_HALF_TERM) return 'half-term';
    return days >= SHORTEST_HALF_OF_TERM ? 'term' : null;
  }
  if (HOLIDAY.test(words) || (days >= SHORTEST_HOLIDAY && LONG_HOLIDAY.test(words))) return 'holiday';
  if (CLOSED.test(words)) return 'closed';
  return TERM.test(words) && days > 1 ? 'term' : null;
}

/** Whether `words` name the first or the last day that pupils are in; null for neither, and for both. */
export function edgeOf(words: string): 'first-day' | 'last-day' | null {
  const first = FIRST.test(words);
  const last = LAST.test(words);
  // “Half term begins” is the first day out, not in.
  const ofBreak =
    (HALF.test(words) || HOLIDAY.test(words) || LONG_HOLIDAY.test(words)) &&
    !/\b(?:for|after)\b|\bopens?\b|\bcloses\b/i.test(words);
  if (first === last || ofBreak) return null;
  return first ? 'first-day' : 'last-day';
}

/** Whether words that name no day by themselves say what the days under them are. */
export function isHeading(words: string): boolean {
  return [INSET, BANK, HALF, HOLIDAY, LONG_HOLIDAY, CLOSED, TERM, SEASON_NAMED].some((pattern) =>
    pattern.test(words),
  );
}
