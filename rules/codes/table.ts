import type { IsoDate } from '../calendar/dates.ts';

/** How a session with this code enters the year's figures (DfE absence statistics; codes-2024 reading of SI 2024/208). */
export type StatisticalClass =
  | 'present'
  | 'approved-activity'
  | 'authorised'
  | 'unauthorised'
  /** Outside possible sessions: not the pupil's to attend. */
  | 'not-possible'
  /** Outside possible sessions, and not collected at all: not on roll, planned closure. */
  | 'not-collected';

/** One attendance code and when it may be used. */
export interface CodeEntry {
  readonly code: string;
  readonly class: StatisticalClass;
  /** First day it is in force. */
  readonly from: IsoDate;
  /** Last day it is in force; null while it still is. */
  readonly until: IsoDate | null;
  /** What took its place, the likeliest first; empty while it is in force. */
  readonly replacedBy: readonly string[];
}

/** The 2006 to 2024 set began with SI 2006/1751. */
const SET_2006 = '2006-09-01' as IsoDate;
/** The set now in force began with SI 2024/208, regulation 10. */
const SET_2024 = '2024-08-19' as IsoDate;

const code = (
  letters: string,
  statisticalClass: StatisticalClass,
  from: IsoDate = SET_2006,
  until: IsoDate | null = null,
  replacedBy: readonly string[] = [],
): CodeEntry => ({ code: letters, class: statisticalClass, from, until, replacedBy });

const withdrawn2024 = '2024-08-18' as IsoDate;

/** Every code since 2006, in the order guidance prints them; the withdrawn ones last. */
export const CODES: readonly CodeEntry[] = [
  code('/', 'present'),
  code('\\', 'present'),
  code('L', 'present'),
  code('K', 'approved-activity', SET_2024),
  code('V', 'approved-activity'),
  code('P', 'approved-activity'),
  code('W', 'approved-activity'),
  code('B', 'approved-activity'),
  code('D', 'not-possible'),
  code('C1', 'authorised', SET_2024),
  code('M', 'authorised'),
  code('J1', 'authorised', SET_2024),
  code('S', 'authorised'),
  code('X', 'not-possible'),
  code('C2', 'authorised', SET_2024),
  code('C', 'authorised'),
  code('T', 'authorised'),
  code('R', 'authorised'),
  code('I', 'authorised'),
  code('E', 'authorised'),
  code('Q', 'not-possible', SET_2024),
  code('Y1', 'not-possible', SET_2024),
  code('Y2', 'not-possible', SET_2024),
  code('Y3', 'not-possible', SET_2024),
  code('Y4', 'not-possible', SET_2024),
  code('Y5', 'not-possible', SET_2024),
  code('Y6', 'not-possible', SET_2024),
  code('Y7', 'not-possible', SET_2024),
  code('G', 'unauthorised'),
  code('N', 'unauthorised'),
  code('O', 'unauthorised'),
  code('U', 'unauthorised'),
  code('Z', 'not-collected'),
  code('#', 'not-collected'),
  code('H', 'authorised', SET_2006, withdrawn2024, ['C', 'G']),
  code('J', 'approved-activity', SET_2006, withdrawn2024, ['J1']),
  code('Y', 'not-possible', SET_2006, withdrawn2024, ['Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7']),
  code('F', 'authorised', SET_2006, '2013-08-31' as IsoDate, ['C', 'G']),
];
