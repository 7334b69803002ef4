import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import {
  type MarkKind,
  type ReadLabel,
  type RegisterReading,
  type SiteAdapter,
  SiteReadError,
} from '../contract.ts';
import { agreedDay, datesIn } from '../day.ts';
import { commonAncestor } from '../generic/scope.ts';
import { surroundings } from '../generic/surroundings.ts';
import { doubtfulAmong, NOT_TICKED, type Words, wordsFor } from '../generic/words.ts';
import { groupBy } from '../group-by.ts';
import { assess } from '../health.ts';
import type { Label } from '../label.ts';
import type { Picks, SiteProfile } from '../profile.ts';
import { settle, sittingIn } from '../sitting.ts';
import { headingOf } from './heading.ts';
import { linesBy, type TaughtLine, type TaughtLines } from './lines.ts';
import { findAll } from './query.ts';
import { saidAt } from './said.ts';

const DATE_GONE = 'The date is not where it was when this page was taught.';
const SESSION_GONE = 'Morning or afternoon is not where it was when this page was taught.';
const OTHER_DAY = 'The marks on this page stand under a day of the week, and no date on the page fits it.';
/** Far more than a school has codes: a page with more different marks shows something else. */
const MOST_LABELS = 40;
const WEEKDAY = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]*\b/i;

/** Reads a page by the selectors of a profile that a person taught. A line that is not as taught pauses the page. */
export const taught: SiteAdapter = Object.freeze({
  id: 'taught',
  name: 'A page somebody taught',
  version: 1,
  verified: null,
  matches: () => 0,
  read(document: Document, profile: SiteProfile | null, today?: IsoDate): readonly RegisterReading[] {
    if (!profile?.picks) return [];
    const found = linesBy(document, profile.picks);
    return found.lines.length === 0 ? [] : [readingOf(document, found, profile.picks, profile, today)];
  },
});

/** What tells the pupils apart, in words that stay the same from day to day. */
export function pupilsBy({ selector, attribute }: Picks['key']): string {
  return `${attribute ?? 'text'} of ${selector === null ? 'the line' : 'a part of the line'}`;
}

/** The register that the lines make up, with what people said of its labels. Throws {@link SiteReadError} only. */
export function readingOf(
  document: Document,
  { lines, fault }: TaughtLines,
  picks: Picks,
  profile: SiteProfile | null,
  today?: IsoDate,
): RegisterReading {
  const root = commonAncestor(lines.map(({ line }) => line)) ?? document.documentElement;
  const heading = headingOf(lines.find(({ mark }) => mark)?.mark?.element ?? root);
  const { date, group, ...sitting } = saidOf(document, picks, root, heading, today);
  const { session, lesson, half, fault: doubt } = settle(sitting, profile?.session ?? null);
  const words = wordsFor(profile, doubtfulAmong(lines.flatMap(({ mark }) => mark?.labels ?? [])));
  const seen = lines.map((each) => ({
    ...each,
    label: each.mark && labelIn(words, each.mark.label, half),
  }));
  const health = assess(
    seen.map(({ number, label }) => ({ pupilKey: number, label })),
    null,
  );
  const paused = faults(lines) ?? fault ?? wrongDay(heading, date) ?? doubt;
  return {
    ...{ adapter: taught.id, date, session, lesson, group, root },
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
    basis: {
      ...{ marks: kindOf(lines, profile?.marks ?? 'text'), pupils: pupilsBy(picks.key) },
      labels: labelsOf(words, lines, half),
    },
    health: { ...health, paused: paused ?? health.paused },
  };
}

/** Date and session where a person pointed at them, else as they stand around the register. */
function saidOf(document: Document, picks: Picks, register: Element, heading: string, today?: IsoDate) {
  const around = surroundings(register, heading, { today: today ?? null });
  const date =
    picks.date === null
      ? around.date
      : agreedDay(datesIn(textAt(document, picks.date, DATE_GONE), { today: today ?? null }));
  if (date === null && picks.date !== null) throw new SiteReadError(DATE_GONE);
  if (picks.session === null) return { ...around, date };
  const pointedAt = sittingIn(textAt(document, picks.session, SESSION_GONE));
  if (pointedAt.session === null && pointedAt.both === null) throw new SiteReadError(SESSION_GONE);
  return { ...around, date, ...pointedAt };
}

function labelIn(words: Words, label: string, session: Session | null): Label | null {
  const meaning = words.meaning(label, session);
  return meaning && { code: meaning.code ?? label, known: meaning.code !== null };
}

/** Every label the marks have or can have, each once. */
function labelsOf(words: Words, lines: readonly TaughtLine[], session: Session | null): readonly ReadLabel[] {
  const shown = lines.flatMap(({ mark }) => (mark ? [mark.label, ...(mark.labels ?? [])] : []));
  return [...new Set(shown)].slice(0, MOST_LABELS).flatMap((label): readonly ReadLabel[] => {
    const meaning = words.meaning(label, session);
    if (meaning) return [{ label, ...meaning }];
    return label === NOT_TICKED ? [{ label, code: null, proposed: null }] : [];
  });
}

function textAt(document: Document, selector: string, gone: string): string {
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

/** The kind most marks are of. A blank cell may be about to show any; where all are blank nothing speaks against `before`. */
function kindOf(lines: readonly TaughtLine[], before: MarkKind): MarkKind {
  const marks = lines.flatMap(({ mark }) => mark ?? []);
  const kinds = marks.flatMap(({ kind, label }) => (kind === 'text' && label === '' ? [] : [kind]));
  const [most] = [...groupBy(kinds, (kind) => kind)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? before;
}
