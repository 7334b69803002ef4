import type { IsoDate, Session } from '../rules/calendar/dates.ts';
import { longDate, shortDate } from '../rules/calendar/show.ts';
import type { AmendmentRecord } from './overlay/port.ts';

/** Everything the helper says in which a change to a mark is recorded. */

/** What stands in the line where something is still needed. */
const GAPS = { reason: '[reason]', by: '[name]', role: '[role]' } as const;

/** `/ to M, 26 Nov AM: dental appointment card seen. A. Clerk, office, 27 Nov 2026`. */
export function amendmentLine(
  record: AmendmentRecord,
  { date, session }: { readonly date: IsoDate; readonly session: Session },
): string {
  const said = (part: keyof typeof GAPS) => record[part].trim() || GAPS[part];
  const reason = said('reason').replace(/[.\s]+$/, '');
  const year = (day: IsoDate) => day.slice(0, 4);
  // One year says both days', as long as they are of one.
  const of = year(date) === year(record.on) ? shortDate(date) : `${shortDate(date)} ${year(date)}`;
  const who = [said('by'), said('role'), `${shortDate(record.on)} ${year(record.on)}`].join(', ');
  return `${record.from} to ${record.to}, ${of} ${session}: ${reason}. ${who}`;
}

/** Whose mark of which session it is about. */
export function amendmentOf(name: string | null, date: IsoDate, session: Session): string {
  return `${name ?? 'A pupil'}, ${session === 'AM' ? 'morning' : 'afternoon'} of ${longDate(date)}`;
}

/** What the record still needs; `needs` as in `the name and the role`. */
export function stillNeeded(needs: string): string {
  return `Still needed: ${needs}.`;
}

/** Why a record was not noted, in a plain sentence of whoever could not. */
export function notNoted(why: string): string {
  return `Not noted. ${why} What you entered is still here.`;
}

export const AMEND = {
  title: 'Note the change',
  from: 'Original mark',
  to: 'Amended mark',
  reason: 'Reason for the change',
  reasonHint: 'For example: dental appointment card seen',
  on: 'Date of change',
  by: 'Your name',
  role: 'Your role',
  whoHint: 'Name and role are remembered until this browser is closed.',
  line: 'The line for your record',
  note: 'Copy the line and note it',
  dateNeeded: 'the date of the change',
  copied: 'Copied, and noted on this device. Paste it where your school keeps such notes.',
  notCopied:
    'Noted on this device. The browser did not allow copying: the line is selected, so press Ctrl+C.',
  training: 'Training: the line can be copied, and nothing is noted on this device.',
  copiedOnly: 'Copied. Training: nothing was noted on this device.',
  notCopiedOnly: 'The browser did not allow copying: the line is selected, so press Ctrl+C.',
  close: 'Close',
} as const;
