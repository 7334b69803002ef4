import type { Entry } from '../../rules/calendar/entries.ts';

const NOON = /\b(?:12\s*)?(?:noon|midday)\b|\blunch ?time\b|\bhalf[- ]day\b/i;
const CLOCK = /(?<![\d/])(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm)?(?![\d/])/gi;
/** A school that closes by one o'clock holds no afternoon session after it. */
const LATEST_MINUTE = 13 * 60;

/** A last day that ends by one o'clock has no afternoon: the closure that says so, for people to take out where it is wrong. */
export function closingTime(entry: Entry, words: string): readonly Partial<Entry>[] {
  if (entry.kind !== 'last-day') return [];
  const minute = timeIn(words);
  if (minute === null || minute > LATEST_MINUTE) return [];
  return [
    {
      ...{ kind: 'closed', sessions: 'PM', reason: 'Early close' },
      assumed: [
        'School ends early that day, so the afternoon is taken as no session. Leave this out if it is one.',
      ],
    },
  ];
}

function timeIn(words: string): number | null {
  if (NOON.test(words)) return 12 * 60;
  for (const [, hour = '', minutes, half] of words.matchAll(CLOCK)) {
    if (minutes === undefined && half === undefined) continue;
    const whole = Number(hour) + (Number(hour) < 8 ? 12 : 0);
    if (whole >= 9 && whole <= 18) return whole * 60 + Number(minutes ?? 0);
  }
  return null;
}
