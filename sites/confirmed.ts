import type { IsoDate } from '../rules/calendar/dates.ts';
import type { HistoryReading, RegisterReading, SiteAdapter } from './contract.ts';
import { strangeMarks } from './health.ts';
import { knownSite, unsettledMarks } from './known/known.ts';
import { isAsConfirmed, routeOf, type SiteProfile } from './profile.ts';

/** What a person can do about a page that is not checked: confirm what was understood, or teach it; null for nothing. */
type SetUp = 'confirm' | 'teach' | null;

type Readings = readonly [RegisterReading, ...RegisterReading[]];

/** The registers of a page, or one plain sentence that says why they are not being checked. */
export type SightOfPage =
  | { readonly kind: 'registers'; readonly readings: Readings }
  | { readonly kind: 'not-checking'; readonly why: string; readonly setUp: SetUp }
  /** A page of earlier marks, and of no register. */
  | { readonly kind: 'history'; readonly reading: HistoryReading }
  /** A page with no sign of a register. */
  | { readonly kind: 'no-register' };

/** A page, and what is known before it is read. */
export interface Page {
  readonly url: URL;
  readonly document: Document;
  readonly profiles: readonly SiteProfile[];
  readonly today: IsoDate | undefined;
}

/** What one adapter read. */
export interface Read {
  readonly adapter: SiteAdapter;
  /** What it was read with; null for nothing. */
  readonly profile: SiteProfile | null;
  readonly readings: Readings;
}

const NOT_CONFIRMED = 'Nobody has checked yet that it is read rightly.';
const SILENT = 'This page no longer says whether it is the morning or the afternoon register.';
const UNDATED = 'This page no longer shows which day the register is of.';
const CHANGED = 'This page has changed since somebody confirmed how it is read.';

/** Reads with one adapter; null where it finds no register. */
export function readWith(
  adapter: SiteAdapter,
  { document, today }: Page,
  profile: SiteProfile | null,
): Read | null {
  const [first, ...others] = adapter.read(document, profile, today);
  return first ? { adapter, profile, readings: [first, ...others] } : null;
}

/** What a page was most likely confirmed as, so that it need not be read twice; null where its marks need looking at first. */
export function likely(page: Page): SiteProfile | null {
  return knownSite(page.url)?.trustBareCodes === false ? null : (confirmedOf(page)[0] ?? null);
}

/** What was confirmed of the site, the pages of this route first. */
function confirmedOf({ url, profiles }: Page): readonly SiteProfile[] {
  const confirmed = profiles.filter(({ picks }) => picks === null);
  const isHere = ({ route }: SiteProfile): boolean => route === routeOf(url);
  return [...confirmed.filter(isHere), ...confirmed.filter((profile) => !isHere(profile))];
}

/** What may be checked of a reading: only what was confirmed on this kind of page. */
export function asConfirmed(read: Read, page: Page): SightOfPage {
  const { adapter, readings } = read;
  const known = confirmedOf(page).find((profile) => fits(readings[0], profile)) ?? null;
  if (read.profile === known) return settled(read, page);
  const [unsettled] =
    known && read.profile === null ? unsettledMarks(knownSite(page.url), readings, known) : [];
  if (unsettled !== undefined) return { kind: 'not-checking', why: noMeaning(unsettled), setUp: 'confirm' };
  const again = readWith(adapter, page, known);
  return again ? settled(again, page) : { kind: 'no-register' };
}

/** A reading with what was confirmed of it, or with nothing where nothing fits it. */
function settled({ adapter, profile, readings }: Read, { url, profiles }: Page): SightOfPage {
  const mend = adapter.id === 'generic' ? 'teach' : 'confirm';
  if (profile) return held(readings, profile, mend);
  if (profiles.some(({ route }) => route === routeOf(url)))
    return { kind: 'not-checking', why: CHANGED, setUp: 'confirm' };
  const [first] = readings;
  if (readings.every(({ health }) => health.paused !== null)) return sightOf(readings, mend);
  const why = adapter.verified === null ? NOT_CONFIRMED : ownTitles(first);
  return { kind: 'not-checking', why, setUp: 'confirm' };
}

const noMeaning = (label: string): string =>
  `Nobody has said yet which code “${label.slice(0, 30)}” stands for on this page.`;

const ownTitles = ({ basis }: RegisterReading): string =>
  strangeMarks((basis?.labels ?? []).filter(({ code }) => code === null).map(({ label }) => label));

const fits = ({ basis }: RegisterReading, profile: SiteProfile): boolean =>
  basis === null || isAsConfirmed(profile, basis);

/** Readings as far as they say what they said when they were confirmed, with the confirmed answer about the session. */
export function held([first, ...others]: Readings, profile: SiteProfile, mend: SetUp): SightOfPage {
  const answer = (reading: RegisterReading): RegisterReading => {
    if (!fits(reading, profile)) return pausedFor(CHANGED, reading);
    if (profile.date === 'page' && reading.date === null) return pausedFor(UNDATED, reading);
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

/** Readings as a page is seen by them; `mend` is what a person can do where none of the readings can be checked. */
export function sightOf(readings: Readings, mend: SetUp): SightOfPage {
  const [{ health }] = readings;
  if (health.paused === null || readings.some((each) => each.health.paused === null))
    return { kind: 'registers', readings };
  return { kind: 'not-checking', why: health.paused, setUp: mend };
}
