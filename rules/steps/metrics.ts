import * as counts from './counts.ts';
import type { Facts } from './facts.ts';
import type { Reading } from './reading.ts';
import * as runs from './runs.ts';
import * as since from './since.ts';
import type { MetricName, Step } from './step.ts';
import * as today from './today.ts';

/** One figure of a pupil's history, read on one day. Pure; never throws. */
interface Metric {
  readonly unit: 'school days' | 'sessions' | '%' | 'weeks' | 'minutes' | 'percentage points';
  /** What is counted, and what makes it unknown. */
  readonly counts: string;
  readonly read: (facts: Facts, step: Step) => Reading;
}

/**
 * Every metric a condition may name. *In a row* skips days on which the pupil was not due in and half-terms alike, and
 * is a lower bound where a mark before it is missing. Marks of the day itself that nobody has made yet are not missing.
 */
export const METRICS: Readonly<Record<MetricName, Metric>> = {
  'consecutive-days-absent': {
    unit: 'school days',
    counts: 'Whole days absent in a row, with leave or without. U is not such a day: the pupil came.',
    read: runs.daysAbsent,
  },
  'consecutive-days-unexplained': {
    unit: 'school days',
    counts: 'Days in a row coded N or O with no reason given. With no log of reasons, O may belong or not.',
    read: runs.daysUnexplained,
  },
  'consecutive-days-without-contact': {
    unit: 'school days',
    counts: 'Days in a row coded N or O, since the last reason given or contact with a parent in the log.',
    read: runs.daysWithoutContact,
  },
  'consecutive-days-unauthorised': {
    unit: 'school days',
    counts: 'Full days in a row whose every session is coded G, N, O or U.',
    read: runs.daysUnauthorised,
  },
  'consecutive-days-without-leave': {
    unit: 'school days',
    counts: 'Full days in a row whose every session is coded G, N or O.',
    read: runs.daysWithoutLeave,
  },
  'consecutive-days-ill': {
    unit: 'school days',
    counts: 'Days in a row coded I.',
    read: runs.daysIll,
  },
  'days-after-authorised-absence': {
    unit: 'school days',
    counts:
      'Full days in a row coded G, N or O that follow an authorised absence with no return between; else 0.',
    read: runs.daysAfterAuthorised,
  },
  'days-absent': {
    unit: 'school days',
    counts:
      'Whole days absent this academic year, in a row or not. Days with missing marks may be among them.',
    read: counts.daysAbsentThisYear,
  },
  'days-absent-since-last': {
    unit: 'school days',
    counts: 'Days of the present absence since this very step was last logged; all of them where it was not.',
    read: runs.daysAbsentSinceLast,
  },
  'illness-days': {
    unit: 'school days',
    counts: 'Sessions coded I this academic year, in a row or in total, two to a day.',
    read: counts.illnessDays,
  },
  'attendance-percent': {
    unit: '%',
    counts: 'Sessions attended of those possible this academic year. Missing marks may be either.',
    read: counts.attendancePercent,
  },
  'absence-percent': {
    unit: '%',
    counts: 'Sessions missed of those possible this academic year. Missing marks may be either.',
    read: counts.absencePercent,
  },
  'unauthorised-in-window': {
    unit: 'sessions',
    counts: 'Sessions coded G, O or U in the window of the count; N and missing marks may be among them.',
    read: counts.unauthorisedInWindow,
  },
  'oldest-n-days': {
    unit: 'school days',
    counts: 'Age of the oldest N, in school days after its own; 0 where there is no N.',
    read: counts.oldestN,
  },
  'late-marks': {
    unit: 'sessions',
    counts: 'Sessions coded L in the window of the count.',
    read: counts.lateMarks,
  },
  'absent-sessions-today': {
    unit: 'sessions',
    counts: 'Sessions of the day, of those whose register has closed, for which the pupil is absent.',
    read: today.absentToday,
  },
  'unexplained-sessions-today': {
    unit: 'sessions',
    counts: 'The same, coded N or O with no reason given and no parent reached. Unknown without a clock.',
    read: today.unexplainedToday,
  },
  'unexplained-this-morning': {
    unit: 'sessions',
    counts: 'The same, for the morning alone.',
    read: today.unexplainedThisMorning,
  },
  'weeks-since': {
    unit: 'weeks',
    counts:
      'Whole weeks of seven days since the start of the period, leaving out weeks with no school session.',
    read: since.weeksSince,
  },
  'minutes-since': {
    unit: 'minutes',
    counts: 'Minutes since the start of the period. Unknown without both times of day.',
    read: since.minutesSince,
  },
  'attendance-change-since': {
    unit: 'percentage points',
    counts:
      'Attendance of the year now less what it was at the start of the period: 0 or less is no improvement.',
    read: since.attendanceChangeSince,
  },
};
