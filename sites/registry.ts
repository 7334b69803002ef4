import { type RegisterReading, type SiteAdapter, SiteReadError } from './contract.ts';
import { generic } from './generic/generic.ts';
import { strangeMarks } from './health.ts';
import { knownSite, unsettledMarks, withHints } from './known/known.ts';
import { made } from './made.ts';
import { isAsConfirmed, routeOf, type SiteProfile } from './profile.ts';
import { taught } from './taught/taught.ts';

/** Every adapter: after those made for one system the one that a person taught, and the generic reader last. */
export const adapters: readonly SiteAdapter[] = Object.freeze([...made, taught, generic]);

/** What a person can do about a page that is not checked: confirm what was understood, or teach it; null for nothing. */
type SetUp = 'confirm' | 'teach' | null;

type Readings = readonly [RegisterReading, ...RegisterReading[]];

/** The registers of a page, or one plain sentence that says why they are not being checked. */
export type SightOfPage =
  | { readonly kind: 'registers'; readonly readings: Readings }
  | { readonly kind: 'not-checking'; readonly why: string; readonly setUp: SetUp }
  /** A page with no sign of a register. */
  | { readonly kind: 'no-register' };

const COULD_NOT_READ = 'This page looks like a register, but Registerwise could not read it.';
const NOT_CONFIRMED = 'Nobody has checked yet that it is read rightly.';
const SILENT = 'This page no longer says whether it is the morning or the afternoon register.';
const CHANGED = 'This page has changed since somebody confirmed how it is read.';

/** Reads the page as it is now, with what people have confirmed or taught of this site. Never throws. */
export function readPage(url: URL, document: Document, profiles: readonly SiteProfile[]): SightOfPage {
  try {
    const exact = readMade(url, document);
    if (exact?.readings.every(({ basis }) => basis === null)) return sightOf(exact.readings, null);
    if (exact) return asConfirmed(exact, url, document, profiles);
    const here = profiles.filter(({ route, picks }) => picks !== null && route === routeOf(url));
    for (const profile of here) {
      const [first, ...others] = taught.read(document, profile);
      if (first) return held([first, ...others], profile, 'teach');
    }
    const read = readWith(generic, document, likely(url, profiles));
    return read ? asConfirmed(read, url, document, profiles) : { kind: 'no-register' };
  } catch (error) {
    const why = error instanceof SiteReadError ? error.message : COULD_NOT_READ;
    return { kind: 'not-checking', why, setUp: 'teach' };
  }
}

/**
 * What a person is shown to confirm: the readings of a page whose marks they have to say the meaning of, each with a basis
 * and with likely codes proposed. Empty where there is nothing to confirm. Throws {@link SiteReadError} only.
 */
export function understood(url: URL, document: Document): readonly RegisterReading[] {
  const exact = readMade(url, document);
  if (exact) return exact.readings.filter(({ basis }) => basis !== null);
  return generic.read(document, null).map((reading) => withHints(knownSite(url), reading));
}

interface Read {
  readonly adapter: SiteAdapter;
  /** What it was read with; null for nothing. */
  readonly profile: SiteProfile | null;
  readonly readings: Readings;
}

/** By the adapter made for this page that is surest of it. */
function readMade(url: URL, document: Document): Read | null {
  const sure = made
    .map((adapter) => ({ adapter, sure: adapter.matches(url, document) }))
    .filter((each) => each.sure > 0)
    .sort((a, b) => b.sure - a.sure);
  for (const { adapter } of sure) {
    const read = readWith(adapter, document);
    if (read) return read;
  }
  return null;
}

function readWith(adapter: SiteAdapter, document: Document, profile: SiteProfile | null = null): Read | null {
  const [first, ...others] = adapter.read(document, profile);
  return first ? { adapter, profile, readings: [first, ...others] } : null;
}

/** What was confirmed of the site, the pages of this route first. */
function confirmedOf(url: URL, profiles: readonly SiteProfile[]): readonly SiteProfile[] {
  const confirmed = profiles.filter(({ picks }) => picks === null);
  const isHere = ({ route }: SiteProfile): boolean => route === routeOf(url);
  return [...confirmed.filter(isHere), ...confirmed.filter((profile) => !isHere(profile))];
}

/** What a page was most likely confirmed as, so that it need not be read twice; null where its marks need looking at first. */
function likely(url: URL, profiles: readonly SiteProfile[]): SiteProfile | null {
  return knownSite(url)?.trustBareCodes === false ? null : (confirmedOf(url, profiles)[0] ?? null);
}

/** Only what was confirmed on this kind of page is checked. */
function asConfirmed(
  read: Read,
  url: URL,
  document: Document,
  profiles: readonly SiteProfile[],
): SightOfPage {
  const { adapter, readings } = read;
  const mend = adapter === generic ? 'teach' : 'confirm';
  const known = confirmedOf(url, profiles).find((profile) => fits(readings[0], profile)) ?? null;
  if (read.profile === known) return known ? held(readings, known, mend) : notConfirmed(read, url, profiles);
  const [unsettled] = known && read.profile === null ? unsettledMarks(knownSite(url), readings, known) : [];
  if (unsettled !== undefined) return { kind: 'not-checking', why: noMeaning(unsettled), setUp: 'confirm' };
  const again = readWith(adapter, document, known);
  if (!again) return { kind: 'no-register' };
  return known ? held(again.readings, known, mend) : notConfirmed(again, url, profiles);
}

function notConfirmed({ adapter, readings }: Read, url: URL, profiles: readonly SiteProfile[]): SightOfPage {
  if (profiles.some(({ route }) => route === routeOf(url)))
    return { kind: 'not-checking', why: CHANGED, setUp: 'confirm' };
  const [first] = readings;
  const paused = readings.every(({ health }) => health.paused !== null) ? first.health.paused : null;
  const why = paused ?? (adapter.verified === null ? NOT_CONFIRMED : ownTitles(first));
  return {
    kind: 'not-checking',
    why,
    setUp: paused ? (adapter === generic ? 'teach' : 'confirm') : 'confirm',
  };
}

const noMeaning = (label: string): string =>
  `Nobody has said yet which code “${label.slice(0, 30)}” stands for on this page.`;

const ownTitles = ({ basis }: RegisterReading): string =>
  strangeMarks((basis?.labels ?? []).filter(({ code }) => code === null).map(({ label }) => label));

const fits = ({ basis }: RegisterReading, profile: SiteProfile): boolean =>
  basis === null || isAsConfirmed(profile, basis);

/** Readings as far as they are of the confirmed kind, with the confirmed answer about the session. */
function held([first, ...others]: Readings, profile: SiteProfile, mend: SetUp): SightOfPage {
  const answer = (reading: RegisterReading): RegisterReading => {
    if (!fits(reading, profile)) return pausedFor(CHANGED, reading);
    if (reading.session !== null || reading.lesson !== null) return reading;
    const { session } = profile;
    if (session === 'page') return pausedFor(SILENT, reading);
    if (session === 'AM' || session === 'PM') return { ...reading, session };
    return session === 'lesson' ? { ...reading, lesson: profile.name } : reading;
  };
  return sightOf([answer(first), ...others.map(answer)], mend);
}

function pausedFor(why: string, reading: RegisterReading): RegisterReading {
  return { ...reading, health: { ...reading.health, paused: reading.health.paused ?? why } };
}

/** `mend` is what a person can do where none of the readings can be checked. */
function sightOf(readings: Readings, mend: SetUp): SightOfPage {
  const [{ health }] = readings;
  if (health.paused === null || readings.some((each) => each.health.paused === null))
    return { kind: 'registers', readings };
  return { kind: 'not-checking', why: health.paused, setUp: mend };
}
