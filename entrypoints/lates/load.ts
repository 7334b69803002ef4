import { type LateRow, lateRows } from '../../components/forms/lates/late-rows.ts';
import { PRACTICE_CLASS } from '../../components/practice/class.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { builtInPolicy } from '../../rules/policy/profiles.ts';
import type { Ask } from '../../store/ask.ts';
import { PRACTICE_ORIGIN } from '../../store/requests.ts';

/** A day's list, and the policy it was worked out by. */
export interface LateDay {
  readonly policy: Policy;
  readonly rows: readonly LateRow[];
}

/** What the page was opened for, besides the day. */
export interface LateScope {
  /** One site alone; null for all but the practice register. */
  readonly site: string | null;
  /** Id of the policy that the practice register tries; null for the one in force. */
  readonly policyId: string | null;
}

/** The list of a day. Rejects with an Error whose message is one plain sentence. */
export async function loadDay(ask: Ask, date: IsoDate, { site, policyId }: LateScope): Promise<LateDay> {
  const tried = builtInPolicy(policyId ?? '');
  const [policy, all] = await Promise.all([
    tried ?? ask('policy-in-force', {}),
    ask('day-arrivals', { date }),
  ]);
  const arrivals = all.filter(({ origin }) => (site === null ? origin !== PRACTICE_ORIGIN : origin === site));
  const origins = [...new Set(arrivals.map(({ origin }) => origin))];
  const rows = origins.map(async (origin) => {
    const mine = arrivals.filter((one) => one.origin === origin);
    return lateRows(date, mine, policy, await namesOf(ask, origin));
  });
  return { policy, rows: (await Promise.all(rows)).flat() };
}

/** The names that stand on a site's registers now. Without them the numbers are shown, which is no fault. */
async function namesOf(ask: Ask, origin: string): Promise<Readonly<Record<string, string>>> {
  if (origin === PRACTICE_ORIGIN)
    return Object.fromEntries(PRACTICE_CLASS.map(({ key, name }) => [key, name]));
  return ask('names-shown', { origin }).catch(() => ({}));
}
