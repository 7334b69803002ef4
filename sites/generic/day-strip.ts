import { fallsOn, isoDay, MONTH, monthNumber, WEEKDAY } from '../day-shapes.ts';
import { spaced } from '../text.ts';
import { foundIn, isElement, type Level } from './above.ts';
import type { Saying } from './sayings.ts';

const DAY = new RegExp(`^(?<weekday>${WEEKDAY})[\\s,.]*(?<day>\\d{1,2})(?:st|nd|rd|th)?$`, 'i');
const OF_MONTH = new RegExp(`^(?<month>${MONTH})\\.? (?<year>\\d{4})$`, 'i');
const SOME_DAY = 'li, button, a, td, [role=tab], [role=option], [role=gridcell]';
const FEWEST_DAYS = 5;
const LONGEST = 24;

/**
 * The day picked in a strip of days ("Mon 23, Tue 24 …") under the name of a month: the one that is dressed unlike the others.
 * Where two are, one of them may be today; then nothing is said.
 */
export function daysPickedIn(levels: readonly Level[]): readonly Saying[] {
  return levels.flatMap((level) => {
    const months = new Set(level.before.flatMap(textsOf).filter((text) => OF_MONTH.test(text)));
    const [month, ...others] = months;
    if (month === undefined || others.length > 0) return [];
    return stripsIn(level).flatMap((days) => {
      const picked = oddOne(days);
      const date = picked && dateOf(picked.text, month);
      return date ? [{ text: date, own: level.own }] : [];
    });
  });
}

interface ShownDay {
  readonly text: string;
  readonly dress: string;
}

/** Rows of elements side by side each of which says a day of the week and of the month. */
function stripsIn(level: Level): readonly (readonly ShownDay[])[] {
  const parents = new Set(foundIn(level, SOME_DAY).flatMap(({ parentElement }) => parentElement ?? []));
  return [...parents].flatMap((parent) => {
    const days = [...parent.children].flatMap((element) => {
      const text = spaced(element);
      return text.length <= LONGEST && DAY.test(text) ? [{ text, dress: dressOf(element) }] : [];
    });
    return days.length >= FEWEST_DAYS ? [days] : [];
  });
}

function oddOne(days: readonly ShownDay[]): ShownDay | null {
  const times = new Map<string, number>();
  for (const { dress } of days) times.set(dress, (times.get(dress) ?? 0) + 1);
  const [usual] = [...times].sort(([, a], [, b]) => b - a)[0] ?? [];
  const [odd, ...others] = days.filter(({ dress }) => dress !== usual);
  return others.length === 0 ? (odd ?? null) : null;
}

function dateOf(text: string, month: string): string | null {
  const { weekday, day } = DAY.exec(text)?.groups ?? {};
  const of = OF_MONTH.exec(month)?.groups ?? {};
  const date = isoDay(Number(of.year), monthNumber(of.month), Number(day));
  return date !== null && fallsOn(date, weekday) ? date : null;
}

/** What tells one day from another: the classes, styles and states of it and of all that is in it. */
function dressOf(element: Element): string {
  return [element, ...element.querySelectorAll('*')]
    .map((each) =>
      ['class', 'style', 'aria-selected', 'aria-current', 'aria-pressed', 'disabled']
        .map((name) => each.getAttribute(name) ?? '')
        .join(),
    )
    .join(';');
}

/** Every element with words of its own, as it says them. */
function textsOf(node: Node): readonly string[] {
  if (!isElement(node)) return [];
  return [
    node,
    ...node.querySelectorAll('h1, h2, h3, h4, h5, h6, caption, span, p, div, button, strong'),
  ].map((element) => ((element.textContent ?? '').length <= LONGEST ? spaced(element) : ''));
}
