import { agreedDay, datesIn, orderIn, relativeDay, type ShownDate, weekdaysIn } from '../day.ts';
import { fallsOn, type Knowing } from '../day-shapes.ts';
import type { Saying, Sayings } from './sayings.ts';

/** What a page says before a register that may name its day. */
export interface Dated extends Sayings {
  /** Fields and data that hold the day. */
  readonly fields: readonly Saying[];
  /** Buttons that may show the day that was picked. */
  readonly buttons: readonly Saying[];
  /** Dates to choose from, for the order in which the page writes day and month. */
  readonly offered: readonly string[];
}

/** Words beside a date that make it another than the register's. */
const OTHER_DAY =
  /\b(?:week (?:commencing|beginning|ending|starting|of|view)|w\/[bce]|wk (?:beg|comm|end)|(?:this|last|next) week|since|until|till|saved|updated|modified|edited|changed|printed|generated|submitted|completed|recorded|taken|created|due|deadline|born|birth|birthday|dob|expir\w+|valid|joined|admi\w+|left|leav\w+|starts?|start(?:ed|ing)|ends?|end(?:ed|ing)|begin\w*|from|between|version|copyright|last|next|previous|prev|trip|visit|events?|meetings?|evening|exams?|homework|reminders?|notices?|news|inset|log(?:ged)?[ -]?in|signed|today[’']s date|today is|current (?:date|time)|now)\b|d\.o\.b|©/i;
const A_WEEK = /\b(?:week|wk)\b/i;
/** What a button does, and arrows that lead to another day. */
const DOES =
  /\b(?:export|print|copy|add|edit|view|go|delete|submit|save|back|load|open|show)\b|^[‹«<←◀]|[›»>→▶]$/i;
/** A time of day beside a date makes it a clock's, unless it is a span of time. */
const A_CLOCK = /(?<![:.–-]\s?|\d)\d{1,2}[:.]\d{2}(?!\d|[/.-]\d|\s*(?:[ap]m)?\s*(?:[-–—]|to)\s*\d)/i;
const LONGEST_BUTTON = 40;

/**
 * The one day that all agree on which name the register and its blocks, what is chosen and held in fields above it, and the
 * nearest heading with a day. Where these are silent, or leave two days open, other lines close above decide.
 */
export function theDay(said: Dated, today: string | null): string | null {
  const { labels, chosen, headings, lines, offered } = said;
  const day =
    agreed(said, { today }) ??
    agreed(said, { today, order: orderIn(texts([...labels, ...chosen, ...headings, ...lines], offered)) });
  const named = [...labels, ...chosen].filter(({ text, own }) => own && datesIn(text).length === 0);
  const weekdays = named.flatMap(({ text }) => weekdaysIn(text));
  return day !== null && weekdays.every((weekday) => fallsOn(day, weekday)) ? day : null;
}

function agreed(said: Dated, knowing: Knowing): string | null {
  const stated = ownFirst((own) => statedIn(said, own, knowing));
  const day = agreedDay(stated);
  if (day !== null) return day;
  const shown = [
    ...said.lines,
    ...said.buttons.filter(({ text }) => text.length <= LONGEST_BUTTON && !DOES.test(text)),
  ];
  const close = ownFirst((own) =>
    shown.filter(own).flatMap(({ text }) => {
      const dates = datesIn(text, knowing);
      return dates.length > 0 && (isOtherDay(text) || A_CLOCK.test(text)) ? [] : dates;
    }),
  );
  return agreedDay([...stated, ...close]);
}

function statedIn(
  { labels, chosen, fields, headings }: Dated,
  own: Which,
  knowing: Knowing,
): readonly ShownDate[] {
  const days = ({ text }: Saying) => daysIn(text, knowing);
  const nearest = headings
    .filter((heading) => own(heading) && !A_CLOCK.test(heading.text))
    .map(days)
    .find((found) => found.length > 0);
  return [...[...labels, ...chosen, ...fields].filter(own).flatMap(days), ...(nearest ?? [])];
}

function daysIn(text: string, knowing: Knowing): readonly ShownDate[] {
  const dates = datesIn(text, knowing);
  const relative = dates.length === 0 ? relativeDay(text, knowing.today ?? null) : null;
  const days = relative ? [relative] : dates;
  return days.length > 0 && isOtherDay(text) ? [] : days;
}

/** "Week 12" may be followed by the Monday it begins on, or by a day of it: then the day of the week is named. */
function isOtherDay(text: string): boolean {
  return OTHER_DAY.test(text) || (A_WEEK.test(text) && weekdaysIn(text).length === 0);
}

type Which = (saying: Saying) => boolean;

/** What is said between the register and another one; where that is nothing, what is said before both. */
function ownFirst<T>(read: (which: Which) => readonly T[]): readonly T[] {
  const own = read((saying) => saying.own);
  return own.length > 0 ? own : read(() => true);
}

const texts = (said: readonly Saying[], more: readonly string[]): readonly string[] => [
  ...said.map(({ text }) => text),
  ...more,
];
