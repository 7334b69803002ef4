import { bankHolidaysIn } from '../../rules/calendar/bank-holidays.ts';
import { type IsoDate, type Session, toDay, weekday } from '../../rules/calendar/dates.ts';
import type { Entry } from '../../rules/calendar/entries.ts';
import { type EntryKind, isInset, kindOf } from '../../rules/calendar/words.ts';
import { yearsIn } from './year-groups.ts';

/** Shortest run of days without a word that is taken as a term: a week alone may as well be a half term. */
const SHORTEST_TERM_DAYS = 8;

/**
 * The entry that `words` make of a run of days of a line; null when they do not say what it is, and a plain sentence when
 * they say too little of it.
 */
export function understood(
  { place, text }: { readonly place: number; readonly text: string },
  words: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Entry | { readonly refused: string } | null {
  const twilight = /\btwilight/i.test(words);
  const length = toDay(to) - toDay(from) + 1;
  const bare = !/[a-z]/i.test(words) && length >= SHORTEST_TERM_DAYS;
  const kind = twilight ? 'left-out' : bare ? 'term' : kindOf(words, length);
  if (kind === null) return null;
  const entry = { place, text, kind, from, to, sessions: 'both' as const, assumed: [] };
  if (bare) return { ...entry, assumed: ['Two dates and no word beside them are taken as a term.'] };
  if (from === to && weekday(toDay(from)) > 4)
    return {
      ...entry,
      kind: 'left-out',
      assumed: ['This is a Saturday or Sunday, when there is no session anyway.'],
    };
  if (twilight)
    return {
      ...entry,
      kind: 'left-out',
      assumed: ['Twilight training is after school, so no session is closed.'],
    };
  const years = yearsIn(text);
  if (years.length > 0 && (kind === 'term' || kind === 'first-day' || kind === 'last-day'))
    return {
      refused:
        'This is of some year groups only. Say when they are closed instead, such as “closed 2 September 2026 for Year 7”.',
    };
  const sessions = closes(kind) ? halfOf(words) : 'both';
  if (sessions === null) return { refused: 'It is not said which half of the day this is: add AM or PM.' };
  return {
    ...{ ...entry, sessions, assumed: oddities(kind, from, to) },
    ...(closes(kind) ? { reason: reasonOf(kind, from, words) } : {}),
    ...(years.length > 0 && closes(kind) ? { yearGroups: years } : {}),
  };
}

function closes(kind: EntryKind): boolean {
  return (
    kind === 'inset' ||
    kind === 'bank-holiday' ||
    kind === 'closed' ||
    kind === 'holiday' ||
    kind === 'half-term'
  );
}

/** The half of the day that is closed; null where it is a half, and not said which. */
function halfOf(words: string): Session | 'both' | null {
  const morning = /(?<![\d.:]\s?)\bam\b|\bmornings?\b/i.test(words);
  const afternoon = /(?<![\d.:]\s?)\bpm\b|\bafternoons?\b/i.test(words);
  if (morning !== afternoon) return morning ? 'AM' : 'PM';
  return !morning && /\bhalf[- ]day\b/i.test(words) ? null : 'both';
}

const SAYS_CLOSED =
  /^\W*(?:the )?(?:school )?(?:is |will be )?closed(?: to| for)?(?: (?:all )?(?:pupils|students))?(?: on)?\W*(?:\b[ap]m\b)?/i;

/** What is written, in few words: it stands in the calendar and in what is said of a day. */
function reasonOf(kind: EntryKind, from: IsoDate, words: string): string {
  const short = words
    .replace(/\s+/g, ' ')
    .replace(SAYS_CLOSED, '')
    .replace(/^[\s:;,.()-]+|[\s:;,.(-]+$/g, '');
  if (kind === 'inset') return 'INSET';
  if (kind === 'half-term') return 'Half term';
  if (kind === 'bank-holiday') return bankHolidaysIn(from, from)[0]?.name ?? 'Bank holiday';
  return short.length > 2 && short.length <= 60 && isBalanced(short) && !isInset(short) ? short : 'Closed';
}

function isBalanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}

/** A break from Friday to Monday is often written by the last day in and the first day back. */
function oddities(kind: EntryKind, from: IsoDate, to: IsoDate): readonly string[] {
  const friday = weekday(toDay(from)) === 4 && weekday(toDay(to)) === 0 && from !== to;
  return friday && (kind === 'half-term' || kind === 'holiday')
    ? [
        'This begins on a Friday and ends on a Monday. If they are the last day in and the day back, change the dates.',
      ]
    : [];
}
