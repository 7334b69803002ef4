import type { Session } from '../rules/calendar/dates.ts';

/** AM and PM as words, not as part of a time of day ("9:20 AM") or a greeting; after a year or "Class 3" they are words. */
const WORD =
  /(?<!(?<!\d|\/|\b(?:[Cc]lass|[Yy]ear|[Yy]r|[Ff]orm|[Gg]roup|[Rr]oom|[Ss]et|[Pp]eriod|[Ll]esson|P)\s?)(?:\d{1,2}|(?!20)\d{4})\s?)(?<!\b[Gg]ood )\b(AM|A\.M\.|PM|P\.M\.|[Mm]orning|MORNING|[Aa]fternoon|AFTERNOON)(?!\w)/g;
/** What every name of a session has in it. */
const SIGN = /am|pm|a\.m\.|p\.m\.|morning|afternoon/i;
/** What makes a period the registration itself, and no lesson. */
const REGISTRATION = /\b(?:reg|registration|roll ?call)\b/i;
const TIMES =
  /(?<![\d:.])(\d{1,2})[:.](\d{2})\s*([ap]m)?\s*(?:-|–|—|to)\s*(\d{1,2})[:.](\d{2})\s*([ap]m)?(?![\d:])/gi;
/** Minutes a registration lasts at most, and one about which nothing but its times is said. */
const LONGEST = 45;
const LONGEST_UNNAMED = 30;
const NOON = 12 * 60;
const EARLIEST = 7 * 60;

/** The sessions a text names, each once. */
export function sessionsIn(text: string): ReadonlySet<Session> {
  const found = new Set<Session>();
  if (!SIGN.test(text)) return found;
  for (const [word] of text.matchAll(WORD)) found.add(/^(?:am|a\.m\.|morning)/i.test(word) ? 'AM' : 'PM');
  return found;
}

/** The one session a text names; null when it names none, or both. */
export function sessionIn(text: string): Session | null {
  const [first, ...more] = sessionsIn(text);
  return first !== undefined && more.length === 0 ? first : null;
}

/**
 * The session of the times a registration runs, where a text gives them: "Registration 08:50–09:10", or such short times
 * alone. Null for any other times: a lesson has times too.
 */
export function sessionOfTimes(text: string): Session | null {
  const [times, ...more] = text.matchAll(TIMES);
  if (!times || more.length > 0) return null;
  const named = REGISTRATION.test(text);
  if (!named && text.replace(TIMES, '').trim() !== '') return null;
  const [, h1, m1, half1, h2, m2, half2] = times;
  const from = minutes(h1, m1, half1 ?? half2);
  const to = minutes(h2, m2, half2);
  const lasts = to - from;
  if (from < EARLIEST || lasts <= 0 || lasts > (named ? LONGEST : LONGEST_UNNAMED)) return null;
  if (to <= NOON) return 'AM';
  return from >= NOON ? 'PM' : null;
}

function minutes(hours = '', past = '', half = ''): number {
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return hour * 60 + Number(past);
}
