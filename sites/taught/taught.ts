import type { Session } from '../../rules/calendar/dates.ts';
import { type MarkKind, type RegisterReading, type SiteAdapter, SiteReadError } from '../contract.ts';
import { agreedDay, datesIn } from '../day.ts';
import { surroundings } from '../generic/surroundings.ts';
import { groupBy } from '../group-by.ts';
import { assess } from '../health.ts';
import type { Label } from '../label.ts';
import type { Picks, SiteProfile } from '../profile.ts';
import { sessionIn } from '../session.ts';
import { headingOf } from './heading.ts';
import { codeOf, labelsOf } from './labels.ts';
import { linesBy, type TaughtLine } from './lines.ts';
import { saidAt } from './point.ts';
import { findAll, rootOf } from './query.ts';

const DATE_GONE = 'The date is not where it was when this page was taught.';
const SESSION_GONE = 'Morning or afternoon is not where it was when this page was taught.';
const OTHER_DAY = 'The marks on this page stand under another day than the date it shows.';
const WEEKDAY = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*\b/i;

/** Reads a page by the selectors of a profile that a person taught. A line that is not as taught pauses the page. */
export const taught: SiteAdapter = Object.freeze({
  id: 'taught',
  name: 'A page somebody taught',
  version: 1,
  verified: null,
  matches: () => 0,
  read(document: Document, profile: SiteProfile | null): readonly RegisterReading[] {
    if (!profile?.picks) return [];
    const lines = linesBy(document, profile.picks);
    return lines.length === 0 ? [] : [readingOf(document, lines, profile.picks, profile.codes)];
  },
});

/** What tells the pupils apart, in words that stay the same from day to day. */
export function pupilsBy({ selector, attribute }: Picks['key']): string {
  return `${attribute ?? 'text'} of ${selector === null ? 'the line' : 'a part of the line'}`;
}

/** The register that the lines make up. Throws {@link SiteReadError} where a selector is none. */
export function readingOf(
  document: Document,
  lines: readonly TaughtLine[],
  picks: Picks,
  codes: SiteProfile['codes'],
): RegisterReading {
  const root = rootOf(lines.map(({ line }) => line));
  const heading = headingOf(lines.find(({ mark }) => mark)?.mark?.element ?? root);
  const around = surroundings(inPage(root), heading);
  const date =
    picks.date === null ? around.date : agreedDay(datesIn(taughtText(document, picks.date, DATE_GONE)));
  const session =
    picks.session === null ? around.session : sessionIn(taughtText(document, picks.session, SESSION_GONE));
  const seen = lines.map((each) => ({ ...each, label: labelIn(each, session, codes) }));
  const health = assess(
    seen.map(({ number, label }) => ({ pupilKey: number, label })),
    null,
  );
  const paused = faults(lines) ?? wrongDay(heading, date) ?? (date === null && picks.date ? DATE_GONE : null);
  return {
    ...{ adapter: taught.id, date, session, lesson: null, group: null, root },
    rows: seen.flatMap(({ number, name, anchor, mark, label }) =>
      number === null || !mark
        ? []
        : [
            {
              ...{ pupilKey: number, name, anchor, markElement: mark.element, code: label?.code ?? null },
              ...{ state: 'unknown', minutesLate: null, note: null },
            },
          ],
    ),
    basis: { marks: kindOf(lines), pupils: pupilsBy(picks.key), labels: labelsOf(lines, session) },
    health: { ...health, paused: paused ?? health.paused },
  };
}

/** What stands around a register in a shadow root stands around its host. */
function inPage(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inPage(root.host) : element;
}

function labelIn({ mark }: TaughtLine, session: Session | null, codes: SiteProfile['codes']): Label | null {
  return mark && codeOf(mark.label, session, codes);
}

function taughtText(document: Document, selector: string, gone: string): string {
  const [only, ...others] = findAll(document, selector);
  if (!only || others.length > 0) throw new SiteReadError(gone);
  return saidAt(only);
}

/** Numbers that are missing or there twice are for the health of any register to say. */
function faults(lines: readonly TaughtLine[]): string | null {
  const odd = lines.filter(
    ({ fault }) => fault !== null && fault !== 'no-number' && fault !== 'same-number',
  ).length;
  if (odd === 0) return null;
  return `${odd} of the ${lines.length} rows on this register ${odd === 1 ? 'is' : 'are'} not as this page was taught.`;
}

/** A register of a week has a column a day: the one that was taught stays where it is when the day goes on. */
function wrongDay(heading: string, date: string | null): string | null {
  const weekday = WEEKDAY.exec(heading)?.[1]?.toLowerCase();
  if (weekday === undefined) return null;
  const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  return date !== null && names[new Date(`${date}T00:00:00Z`).getUTCDay()] === weekday ? null : OTHER_DAY;
}

function kindOf(lines: readonly TaughtLine[]): MarkKind {
  const kinds = lines.flatMap(({ mark }) => mark?.kind ?? []);
  const [most] = [...groupBy(kinds, (kind) => kind)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? 'text';
}
