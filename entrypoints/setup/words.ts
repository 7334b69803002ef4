import { many } from '../../components/texts.ts';
import { type IsoDate, parseIsoDate, type Session } from '../../rules/calendar/dates.ts';
import { longDate, longDay } from '../../rules/calendar/show.ts';
import type { MarkKind, RegisterReading } from '../../sites/contract.ts';
import type { Fault } from '../../sites/taught/lines.ts';

const MARKS: Readonly<Record<MarkKind, string>> = {
  'drop-down': 'marks chosen from drop-downs',
  choice: 'marks chosen with buttons',
  tick: 'marks made with tick boxes',
  typed: 'marks typed in',
  text: 'marks shown as letters or words',
  icon: 'marks shown as pictures',
};

/** Why a line was not understood. */
export const FAULTS: Readonly<Record<Fault, string>> = {
  'no-name': 'no name was found',
  'two-names': 'more than one name was found',
  'no-mark': 'no mark was found, or more than one',
  'no-number': 'no pupil number was found',
  'two-numbers': 'it holds the numbers of two pupils',
  'same-number': 'another row has the same pupil number',
};

export const sessionWord = (session: Session): string => (session === 'AM' ? 'morning' : 'afternoon');

/** `Friday 20 November 2026`. */
export function fullDay(date: string): string {
  const day = parseIsoDate(date);
  return day === null ? date : `${longDay(day).split(' ')[0]} ${longDate(day)}`;
}

/** What was understood of a register, one sentence each. `same` of the page's `all` registers are of its kind. */
export function tellReading(
  reading: RegisterReading,
  { today, same, all }: { readonly today: IsoDate; readonly same: number; readonly all: number },
): readonly string[] {
  const { rows, health, basis, date, session, lesson } = reading;
  const pupils =
    health.rowsInAll === null
      ? many(rows.length, 'pupil')
      : `${rows.length} of ${health.rowsInAll} pupils drawn so far`;
  const parts = [pupils, basis && MARKS[basis.marks], date && fullDay(date), session && sessionWord(session)];
  return [
    `${parts.filter(Boolean).join(', ')}.`,
    ...(date === null ? [`The page does not show a date, so today’s is assumed: ${fullDay(today)}.`] : []),
    ...(lesson === null
      ? []
      : [`It is the register of a lesson (${lesson}), so only the codes are checked.`]),
    ...(same > 1 ? [`This page has ${same} registers of this kind. Your answer is for all of them.`] : []),
    ...(all > same
      ? [
          `${many(all - same, 'other register')} on this page ${all - same === 1 ? 'is' : 'are'} of another kind, and not checked.`,
        ]
      : []),
  ];
}
