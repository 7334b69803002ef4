import type { Policy } from '../../rules/policy/policy.ts';
import type { LoggedArrival } from '../overlay/port.ts';
import type { LateQuestion } from '../overlay/questions.ts';

/** What the panel in which late arrivals are logged is opened with. */
export interface LateFacts {
  readonly question: LateQuestion;
  readonly policy: Policy;
  /** The school's clock: milliseconds since 1970. */
  readonly now: () => number;
  /** What is logged of this register's session. Each of these rejects with an Error whose message is one plain sentence. */
  readonly arrivals: () => Promise<readonly LoggedArrival[]>;
  readonly log: (arrival: LoggedArrival) => Promise<unknown>;
  readonly remove: (pupil: string) => Promise<unknown>;
  /** Opens the day's list, a page of the extension. */
  readonly openList: () => void;
}

/** A pupil as the form speaks of one: by name where the page gives it, else by the number that the school's system gives. */
export function calledBy({ pupil, name }: { readonly pupil: string; readonly name: string | null }): string {
  return name ?? `Pupil ${pupil}`;
}
