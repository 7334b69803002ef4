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
  readonly name: string;
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
  name: string,
  from: IsoDate = SET_2006,
  until: IsoDate | null = null,
  replacedBy: readonly string[] = [],
): CodeEntry => ({ code: letters, name, class: statisticalClass, from, until, replacedBy });

const withdrawn2024 = '2024-08-18' as IsoDate;

/** Every code since 2006, in the order guidance prints them; the withdrawn ones last. */
export const CODES: readonly CodeEntry[] = [
  code('/', 'present', 'Present, morning'),
  code('\\', 'present', 'Present, afternoon'),
  code('L', 'present', 'Late, before the register closed'),
  code('K', 'approved-activity', 'Attending provision arranged by the local authority', SET_2024),
  code('V', 'approved-activity', 'Educational visit or trip'),
  code('P', 'approved-activity', 'Sporting activity'),
  code('W', 'approved-activity', 'Work experience'),
  code('B', 'approved-activity', 'Any other approved educational activity'),
  code('D', 'not-possible', 'Dual registered at another school'),
  code('C1', 'authorised', 'Leave: regulated performance or employment abroad', SET_2024),
  code('M', 'authorised', 'Leave: medical or dental appointment'),
  code('J1', 'authorised', 'Leave: interview', SET_2024),
  code('S', 'authorised', 'Leave: study for a public examination'),
  code('X', 'not-possible', 'Not of compulsory school age, not required to attend'),
  code('C2', 'authorised', 'Leave: part-time timetable', SET_2024),
  code('C', 'authorised', 'Leave: exceptional circumstances'),
  code('T', 'authorised', 'Parent travelling for work'),
  code('R', 'authorised', 'Religious observance'),
  code('I', 'authorised', 'Illness'),
  code('E', 'authorised', 'Suspended or excluded, no provision made'),
  code('Q', 'not-possible', 'No access arrangements', SET_2024),
  code('Y1', 'not-possible', 'Transport normally provided not available', SET_2024),
  code('Y2', 'not-possible', 'Widespread travel disruption', SET_2024),
  code('Y3', 'not-possible', 'Part of the premises closed', SET_2024),
  code('Y4', 'not-possible', 'Whole school unexpectedly closed', SET_2024),
  code('Y5', 'not-possible', 'In criminal justice detention', SET_2024),
  code('Y6', 'not-possible', 'Public health guidance or law', SET_2024),
  code('Y7', 'not-possible', 'Any other unavoidable cause', SET_2024),
  code('G', 'unauthorised', 'Holiday not granted'),
  code('N', 'unauthorised', 'Reason not yet established'),
  code('O', 'unauthorised', 'Absent in other or unknown circumstances'),
  code('U', 'unauthorised', 'Arrived after the register closed'),
  code('Z', 'not-collected', 'Not on the admission register'),
  code('#', 'not-collected', 'Planned closure'),
  code('H', 'authorised', 'Family holiday agreed', SET_2006, withdrawn2024, ['C', 'G']),
  code('J', 'approved-activity', 'Interview', SET_2006, withdrawn2024, ['J1']),
  code('Y', 'not-possible', 'Unable to attend', SET_2006, withdrawn2024, [
    'Q',
    'Y1',
    'Y2',
    'Y3',
    'Y4',
    'Y5',
    'Y6',
    'Y7',
  ]),
  code('F', 'authorised', 'Extended family holiday agreed', SET_2006, '2013-08-31' as IsoDate, ['C', 'G']),
];
