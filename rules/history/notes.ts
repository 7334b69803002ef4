import { type Day, fromDay, type IsoDate, mondayOf, toDay, weekday } from '../calendar/dates.ts';
import { unsureSessions } from '../calendar/for-year.ts';
import { longDate } from '../calendar/show.ts';
import { isUnauthorised } from '../codes/codes.ts';
import { quote } from '../policy/policy.ts';
import { compulsoryAge, type OfCompulsoryAge, writtenYear } from '../pupil/age.ts';
import type { CountedSession, HistoryQuestion } from './history.ts';
import type { CountedMark } from './marks.ts';

/** Something a reader of a count should know: never an error, never a change of the figures it stands beside. */
export interface Note {
  readonly code:
    | 'partial-history'
    | 'outside-roll'
    | 'not-a-school-session'
    | 'unknown-code'
    | 'withdrawn-code'
    | 'not-yet-code'
    | 'look-alike'
    | 'short-calendar'
    | 'year-group-closure'
    | 'provision-register'
    | 'not-compulsory-age'
    | 'before-compulsory-age'
    | 'cancelled-week'
    | 'day-anchored-edge'
    | 'joined-in-window'
    | 'unsettled';
  readonly message: string;
  readonly clause?: string;
}

interface Counted {
  readonly question: HistoryQuestion;
  readonly standing: readonly CountedMark[];
  readonly onRoll: readonly CountedMark[];
  readonly held: readonly CountedMark[];
  readonly weeks: readonly Day[];
  readonly coverage: { readonly known: number; readonly expected: number };
  readonly age: OfCompulsoryAge;
  readonly sessions: readonly CountedSession[];
}

/** Every note on one count. */
export function notesOn(counted: Counted): readonly Note[] {
  return [...onCoverage(counted), ...onEdge(counted), ...onMarks(counted), ...onPupil(counted)];
}

function onCoverage({ coverage, question, weeks, onRoll, held }: Counted): readonly Note[] {
  const notes: Note[] = [];
  const { known, expected } = coverage;
  const length = question.policy.threshold.schoolWeeks;
  if (known < expected)
    notes.push({
      code: 'partial-history',
      message: `The count is a lower bound: ${known} of ${many(expected, 'session')} in the window have a mark.`,
    });
  if (weeks.length < length)
    notes.push({
      code: 'short-calendar',
      message: `The calendar has only ${many(weeks.length, 'school week')} by this day, so the window is shorter than ${length}.`,
    });
  const unsure = unsureSessions(question.calendar, writtenYear(question.pupil), weeks[0], question.asOf);
  if (unsure > 0)
    notes.push({
      code: 'year-group-closure',
      message: `${many(unsure, 'session')} in the window ${unsure === 1 ? 'was' : 'were'} closed for some year groups only. Whether for this pupil’s is not known, so ${unsure === 1 ? 'it is' : 'they are'} taken as held.`,
    });
  // A planned closure has no session by definition: its # is where it should be.
  const stray = strays(onRoll, held);
  if (stray > 0)
    notes.push({
      code: 'not-a-school-session',
      message: `Not counted: ${many(stray, 'mark')} on days when the calendar has no session.`,
    });
  const cancelled = weeks.filter((monday) => {
    const inWeek = held.filter(({ day }) => day >= monday && day < monday + 7);
    return (
      inWeek.length > 0 &&
      inWeek.every(({ reading }) => reading.kind === 'code' && reading.entry.code === 'Y4')
    );
  });
  if (cancelled.length > 0)
    notes.push({
      code: 'cancelled-week',
      message: `Every mark of ${cancelled.length === 1 ? 'one week' : `${cancelled.length} weeks`} is Y4. It is counted as a school week; guidance does not say.`,
    });
  return notes;
}

function strays(onRoll: readonly CountedMark[], held: readonly CountedMark[]): number {
  const inSession = new Set(held);
  return onRoll.filter(
    (mark) => !inSession.has(mark) && !(mark.reading.kind === 'code' && mark.reading.entry.code === '#'),
  ).length;
}

/**
 * Guidance does not say where a period of ten school weeks begins. By whole weeks (ours) the eleventh week back is out;
 * counted day by day, part of it is still in. Where that alone would reach the threshold it is said, and not claimed.
 */
function onEdge({ question, held, sessions: counted }: Counted): readonly Note[] {
  const { calendar, policy, asOf } = question;
  const today = toDay(asOf);
  const current = mondayOf(today);
  const { sessions: threshold, schoolWeeks } = policy.threshold;
  if (counted.length >= threshold) return [];
  // None in a holiday, whose week is no school week, and none where the calendar does not reach back so far.
  const eleventh = calendar.weeks[calendar.weeks.indexOf(current) - schoolWeeks];
  if (eleventh === undefined) return [];
  const from = eleventh + weekday(today) + 1;
  const dayByDay = held.filter(
    ({ day, reading }) => reading.kind === 'code' && isUnauthorised(reading.entry.code) && day >= from,
  ).length;
  if (dayByDay < threshold) return [];
  return [
    {
      code: 'day-anchored-edge',
      message: `Counted day by day from ${longDate(fromDay(from))} the total would be ${dayByDay}. It is counted by whole school weeks here, and guidance does not say which.`,
    },
  ];
}

function onMarks({ standing, onRoll, held }: Counted): readonly Note[] {
  const notes: Note[] = [];
  if (standing.length > onRoll.length)
    notes.push({
      code: 'outside-roll',
      message: `Not counted: ${many(standing.length - onRoll.length, 'mark')} from before the pupil’s start or after leaving.`,
    });
  const add = (code: Note['code'], found: readonly string[], say: (codes: string) => string) => {
    if (found.length > 0) notes.push({ code, message: say([...new Set(found)].join(', ')) });
  };
  const readings = held.map(({ reading }) => reading);
  add(
    'unknown-code',
    readings.filter((reading) => reading.kind === 'unknown').map(({ text }) => text),
    (codes) => `Not attendance codes, so treated as no mark: ${codes}.`,
  );
  const inSet = readings.filter((reading) => reading.kind === 'code');
  add(
    'withdrawn-code',
    inSet.filter(({ standing }) => standing === 'withdrawn').map(({ entry }) => entry.code),
    (codes) => `Withdrawn codes, counted as they were when they were withdrawn: ${codes}.`,
  );
  add(
    'not-yet-code',
    inSet.filter(({ standing }) => standing === 'not-yet').map(({ entry }) => entry.code),
    (codes) => `Codes from before they were in force, counted as they are now: ${codes}.`,
  );
  add(
    'look-alike',
    inSet.flatMap(({ writtenAs, entry }) => (writtenAs ? [`“${writtenAs.text}” as ${entry.code}`] : [])),
    (codes) => `Read as a code they resemble or belong to: ${codes}.`,
  );
  return notes;
}

function onPupil({ question, age, sessions: counted, weeks }: Counted): readonly Note[] {
  const { policy, pupil } = question;
  const notes: Note[] = [];
  if (policy.register === 'provision')
    notes.push(
      withClause(
        {
          code: 'provision-register',
          message:
            'This is a provision’s register. Absences are counted in the home school’s, so no threshold is claimed.',
        },
        quote(policy, 'home-register'),
      ),
    );
  const started = pupil?.startDate;
  if (started !== undefined && weeks[0] !== undefined && toDay(started) > weeks[0])
    notes.push({
      code: 'joined-in-window',
      message: `The pupil joined on ${longDate(started)}. Sessions at an earlier school in these weeks are not here.`,
    });
  if (age === 'no')
    notes.push({
      code: 'not-compulsory-age',
      message: 'The pupil is not of compulsory school age on this day, so no threshold applies.',
    });
  const from: IsoDate | null = pupil?.dateOfBirth ? compulsoryAge(pupil.dateOfBirth).from : null;
  const early = from === null ? [] : counted.filter(({ date }) => date < from);
  if (age === 'yes' && early.length > 0)
    notes.push({
      code: 'before-compulsory-age',
      message: `Of these, ${many(early.length, 'session')} fell before the pupil reached compulsory school age.`,
    });
  const unsettled = counted.filter(({ code }) => code === 'N').length;
  if (unsettled > 0)
    notes.push({
      code: 'unsettled',
      message: `Of these, ${many(unsettled, 'session')} coded N may still change.`,
    });
  return notes;
}

function withClause(note: Note, clause: string | undefined): Note {
  return clause === undefined ? note : { ...note, clause };
}

function many(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
