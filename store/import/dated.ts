import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import { sessionReader } from './cells.ts';
import type { DayReader } from './days.ts';
import type { Headings } from './head.ts';

/** A column with a date in its heading. */
export interface DatedColumn {
  readonly place: number;
  readonly date: IsoDate;
  /** Null where the heading names none. */
  readonly session: Session | null;
}

const SESSION = /(^|[^a-z])([ap]\.?m\.?|morning|afternoon)(?=$|[^a-z])/i;
const TIME = /\d:\d\d/;
const EDGES = /^[\s_()[\]:,;|-]+|[\s_()[\]:,;|-]+$/g;

/**
 * The columns whose headings name a date: `03/09/2025 AM`, `Wed 3 Sep 2025`, or a date with its sessions in the row below, where
 * a date stands over the columns up to the next one. A day without a year is no date.
 */
export function datedColumns({ cells, below }: Headings, days: DayReader): DatedColumn[] {
  const columns: DatedColumn[] = [];
  const sessions = sessionReader();
  let over: IsoDate | null = null;
  cells.forEach((heading, place) => {
    const text = heading.trim();
    const own = datedHeading(text, days);
    if (!below) {
      if (own) columns.push({ place, ...own });
      return;
    }
    if (text !== '') over = own?.session === null ? own.date : null;
    const session = sessions.read((below[place] ?? '').trim());
    if (over && session.ok) columns.push({ place, date: over, session: session.value });
  });
  return columns;
}

function datedHeading(text: string, days: DayReader): Omit<DatedColumn, 'place'> | null {
  const named = SESSION.exec(text);
  if (!named) {
    const whole = days.read(text);
    return whole.ok ? { date: whole.value, session: null } : null;
  }
  // `9:00 AM` is a time of day, and says nothing sure of a session.
  if (TIME.test(text)) return null;
  const rest = text.replace(SESSION, '$1').replace(EDGES, '');
  const date = days.read(rest);
  if (!date.ok || SESSION.test(rest)) return null;
  return { date: date.value, session: /^p|^afternoon/i.test(named[2] ?? '') ? 'PM' : 'AM' };
}
