import type { IsoDate } from '../rules/calendar/dates.ts';
import {
  asConfirmed,
  held,
  likely,
  type Page,
  type Read,
  readWith,
  type SightOfPage,
  sightOf,
} from './confirmed.ts';
import { type HistoryReading, type RegisterReading, type SiteAdapter, SiteReadError } from './contract.ts';
import { seeFew } from './few.ts';
import { generic } from './generic/generic.ts';
import { knownSite, withHints } from './known/known.ts';
import { made } from './made.ts';
import { routeOf, type SiteProfile } from './profile.ts';
import { taught } from './taught/taught.ts';
import { isTranslated } from './translated.ts';

/** Every adapter: after those made for one system the one that a person taught, and the generic reader last. */
export const adapters: readonly SiteAdapter[] = Object.freeze([...made, taught, generic]);

const COULD_NOT_READ = 'This page looks like a register, but Registerwise could not read it.';
const TRANSLATED = 'Your browser has translated this page. Show it in its own language to have it checked.';

/**
 * Reads the page as it is now, with what people have confirmed or taught of this site. `today` is the school's day, for a
 * page that says "Today"; without it such a date is not known. Never throws.
 */
export function readPage(
  url: URL,
  document: Document,
  profiles: readonly SiteProfile[],
  today?: IsoDate,
): SightOfPage {
  const page = { url, document, profiles, today };
  try {
    const exact = readMade(page);
    if (exact?.readings.every(({ basis }) => basis === null)) return sightOf(exact.readings, null);
    if (exact) return asConfirmed(exact, page);
    const history = readPast(page);
    if (history) return { kind: 'history', reading: history };
    const here = profiles.filter(({ route, picks }) => picks !== null && route === routeOf(url));
    for (const profile of here) {
      const read = readWith(taught, page, profile);
      if (read) return held(read.readings, profile, 'teach');
    }
    const read = readWith(generic, page, likely(page));
    const sight = read ? asConfirmed(read, page) : seeFew(page);
    return sight.kind === 'no-register' && isKnown(page) && isTranslated(document)
      ? { kind: 'not-checking', why: TRANSLATED, setUp: null }
      : sight;
  } catch (error) {
    const why = error instanceof SiteReadError ? error.message : COULD_NOT_READ;
    return { kind: 'not-checking', why, setUp: 'teach' };
  }
}

/**
 * What a person is shown to confirm: the readings of a page whose marks they have to say the meaning of, each with a basis
 * and with likely codes proposed. Empty where there is nothing to confirm. Throws {@link SiteReadError} only.
 */
export function understood(url: URL, document: Document, today?: IsoDate): readonly RegisterReading[] {
  const exact = readMade({ url, document, profiles: [], today });
  if (exact) return exact.readings.filter(({ basis }) => basis !== null);
  return generic.read(document, null, today).map((reading) => withHints(knownSite(url), reading));
}

/** Whether a register was confirmed or taught on this kind of page. */
const isKnown = ({ url, profiles }: Page): boolean => profiles.some(({ route }) => route === routeOf(url));

/** By the adapter made for this page that is surest of it. */
function readMade(page: Page): Read | null {
  for (const adapter of knowing(page)) {
    const read = readWith(adapter, page, null);
    if (read) return read;
  }
  return null;
}

/** Earlier marks; null on a page of none, and while it is not known what is earlier. */
function readPast(page: Page): HistoryReading | null {
  const { document, profiles, today } = page;
  if (today === undefined) return null;
  for (const adapter of knowing(page)) {
    const history = adapter.history?.(document, profiles, today);
    if (history) return history;
  }
  return null;
}

/** The adapters that take the page for one of their system, the surest first. */
function knowing({ url, document }: Page): readonly SiteAdapter[] {
  return made
    .map((adapter) => ({ adapter, sure: adapter.matches(url, document) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure)
    .map(({ adapter }) => adapter);
}
