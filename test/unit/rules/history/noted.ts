import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay } from '../../../../rules/calendar/dates.ts';
import type { History } from '../../../../rules/history/history.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import type { Note } from '../../../../rules/history/notes.ts';
import { count, date, mark, twoYears } from './counting.ts';

/** The ten weeks to Friday 20 November 2026 begin on Monday 7 September; the eleventh back began on 31 August. */
export const FRIDAY = '2026-11-20';
/** Of compulsory school age since 2016. */
export const pupil = { dateOfBirth: date('2011-02-10') };

/** Every session of `twoYears` from one day to another, in school. */
export const inSchool = (from = '2026-09-02', to = FRIDAY) =>
  schoolCalendar(twoYears)
    .schoolDays.map(fromDay)
    .filter((day) => day >= from && day <= to)
    .flatMap((day) => [mark(`${day} AM /`), mark(`${day} PM \\`)]);
/** In school but for these marks. */
export const but = (...marks: string[]) => [...inSchool(), ...marks.map(mark)];
/** The history as at that Friday. */
export const friday = (marks: readonly Mark[]) => count(twoYears, FRIDAY, marks, { pupil });
/** What the note says; undefined where it is not given. */
export const message = (result: History, code: Note['code']) =>
  result.notes.find((note) => note.code === code)?.message;
