import type { SchoolCalendar } from '../calendar/calendar.ts';
import type { Minute, SchoolTime } from '../calendar/clock.ts';
import type { IsoDate, Session } from '../calendar/dates.ts';
import type { Policy } from '../policy/policy.ts';
import type { Pupil } from '../pupil/pupil.ts';
import type { Finding } from './finding.ts';

/** One entry in a register, at the moment it is made. */
export interface MarkEntry {
  readonly date: IsoDate;
  readonly session: Session;
  readonly code: string;
  readonly entered: SchoolTime;
  /** When the pupil is known to have arrived; absent when nobody has said. */
  readonly arrived?: Minute;
  /** The mark this one replaces; absent for a first entry. */
  readonly previousCode?: string;
  readonly amendment?: { readonly reason?: string; readonly by?: string; readonly role?: string };
  readonly note?: string;
  readonly pupil?: Pupil;
  readonly calendar?: SchoolCalendar;
}

/** Everything worth saying about one entry; empty when there is nothing to say. */
export function checkMark(_entry: MarkEntry, _policy: Policy): readonly Finding[] {
  return [];
}
