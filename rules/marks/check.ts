import type { SchoolCalendar } from '../calendar/calendar.ts';
import type { Minute, SchoolTime } from '../calendar/clock.ts';
import type { IsoDate, Session } from '../calendar/dates.ts';
import { readCode } from '../codes/codes.ts';
import type { Policy } from '../policy/policy.ts';
import { timesOn } from '../policy/times.ts';
import type { Pupil } from '../pupil/pupil.ts';
import { checkAge } from './age.ts';
import { checkAmendment } from './amendment.ts';
import { checkArrival } from './arrival.ts';
import { checkCode } from './code.ts';
import type { Check } from './context.ts';
import { checkEntry } from './entry.ts';
import type { Finding } from './finding.ts';
import { checkOtherReadings } from './other-readings.ts';
import { checkRemote } from './remote.ts';
import { checkSession } from './session.ts';
import { checkUnsettled } from './unsettled.ts';

/** What a changed entry must say of itself, beside the original, the change and the date. */
export interface Amendment {
  readonly reason?: string | undefined;
  /** Name of the person who made it. */
  readonly by?: string | undefined;
  readonly role?: string | undefined;
}

/** One entry in a register, at the moment it is made. */
export interface MarkEntry {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
  /** When the entry is made; of a {@link standing} mark, when it is asked about. */
  readonly entered: SchoolTime;
  /** The mark was there before anybody looked, saved or pre-filled: nothing is claimed from the moment of its entry. */
  readonly standing?: boolean | undefined;
  /** When the pupil is known to have arrived; absent when nobody has said. */
  readonly arrived?: Minute | undefined;
  /** The mark this one replaces; absent for a first entry. */
  readonly previousCode?: string | undefined;
  readonly amendment?: Amendment | undefined;
  readonly note?: string | undefined;
  readonly pupil?: Pupil | undefined;
  readonly calendar?: SchoolCalendar | undefined;
}

/** What a mark, its moment and the policy are enough for. */
const ABOUT_THE_MARK: readonly Check[] = [
  checkCode,
  checkSession,
  checkArrival,
  checkEntry,
  checkOtherReadings,
  checkUnsettled,
  checkRemote,
];

/** Everything worth saying about one entry; empty when there is nothing to say. */
export function checkMark(entry: MarkEntry, policy: Policy): readonly Finding[] {
  return run([...ABOUT_THE_MARK, checkAge, checkAmendment], entry, policy);
}

/**
 * The same of a mark as a register page shows it, where nothing is known of the pupil's age: the checks of that, and the tables
 * they need, are left out of what is put into a page.
 */
export function checkShownMark(entry: Omit<MarkEntry, 'pupil'>, policy: Policy): readonly Finding[] {
  return run([...ABOUT_THE_MARK, checkAmendment], entry, policy);
}

function run(checks: readonly Check[], entry: MarkEntry, policy: Policy): readonly Finding[] {
  const reading = readCode(entry.code, entry.date);
  const code = reading.kind === 'code' ? reading.entry.code : null;
  const marked = {
    entry,
    policy,
    times: timesOn(policy, entry.session, entry.date, entry.pupil?.yearGroup),
    reading,
    code,
  };
  return checks.flatMap((check) => check(marked));
}
