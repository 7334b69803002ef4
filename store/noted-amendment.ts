import type { AmendmentRecord } from '../components/overlay/port.ts';
import type { IsoDate, Session } from '../rules/calendar/dates.ts';

/** A change to a mark of an earlier session, as somebody recorded it. */
export interface NotedAmendment extends AmendmentRecord {
  readonly origin: string;
  readonly pupil: string;
  readonly date: IsoDate;
  readonly session: Session;
  /** When it was noted, in milliseconds since 1970. */
  readonly at: number;
}
