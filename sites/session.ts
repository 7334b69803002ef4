import type { Session } from '../rules/calendar/dates.ts';

/** AM and PM as words, not as part of a time of day ("9:20 AM") or a greeting. */
const WORD =
  /(?<!\d\s?)(?<!\b[Gg]ood )\b(AM|A\.M\.|PM|P\.M\.|[Mm]orning|MORNING|[Aa]fternoon|AFTERNOON)(?!\w)/g;

/** The sessions a text names, each once. */
export function sessionsIn(text: string): ReadonlySet<Session> {
  const found = new Set<Session>();
  for (const [word] of text.matchAll(WORD)) found.add(/^(?:am|a\.m\.|morning)/i.test(word) ? 'AM' : 'PM');
  return found;
}

/** The one session a text names; null when it names none, or both. */
export function sessionIn(text: string): Session | null {
  const [first, ...more] = sessionsIn(text);
  return first !== undefined && more.length === 0 ? first : null;
}
