import { type RegisterReading, type SiteAdapter, SiteReadError } from './contract.ts';
import { generic } from './generic/generic.ts';
import { practice } from './practice/practice.ts';
import { isAsConfirmed, routeOf, type SiteProfile } from './profile.ts';
import { rosariosis } from './rosariosis/rosariosis.ts';
import { taught } from './taught/taught.ts';

/** Every adapter that was proved on its pages. */
export const proved: readonly SiteAdapter[] = Object.freeze([practice, rosariosis]);

/** Every adapter: after the proved ones the one that a person taught, and the generic reader last. */
export const adapters: readonly SiteAdapter[] = Object.freeze([...proved, taught, generic]);

type Readings = readonly [RegisterReading, ...RegisterReading[]];

/** The registers of a page, or one plain sentence that says why they are not being checked. */
export type SightOfPage =
  | { readonly kind: 'registers'; readonly readings: Readings }
  /** `setUp` says what a person can do about it: confirm what was understood, or teach the page; null for nothing. */
  | { readonly kind: 'not-checking'; readonly why: string; readonly setUp: 'confirm' | 'teach' | null }
  /** A page with no sign of a register. */
  | { readonly kind: 'no-register' };

const COULD_NOT_READ = 'This page looks like a register, but Registerwise could not read it.';
const NOT_CONFIRMED = 'Nobody has checked yet that Registerwise reads this page rightly.';
const SILENT = 'This page no longer says whether it is the morning or the afternoon register.';
const CHANGED = 'This page has changed since somebody confirmed how it is read.';

/** Reads the page as it is now, with what people have confirmed or taught of this site. Never throws. */
export function readPage(url: URL, document: Document, profiles: readonly SiteProfile[]): SightOfPage {
  try {
    return readWith(proved, url, document) ?? readConfirmed(url, document, profiles);
  } catch (error) {
    const why = error instanceof SiteReadError ? error.message : COULD_NOT_READ;
    return { kind: 'not-checking', why, setUp: 'teach' };
  }
}

function readWith(some: readonly SiteAdapter[], url: URL, document: Document): SightOfPage | null {
  const sure = some
    .map((adapter) => ({ adapter, sure: adapter.matches(url, document) }))
    .filter((each) => each.sure > 0)
    .sort((a, b) => b.sure - a.sure);
  for (const { adapter } of sure) {
    const sight = sightOf(adapter.read(document, null));
    if (sight) return sight;
  }
  return null;
}

/** A taught page first, then as the generic reader reads it: only what was confirmed on this kind of page is checked. */
function readConfirmed(url: URL, document: Document, profiles: readonly SiteProfile[]): SightOfPage {
  const here = profiles.filter(({ route }) => route === routeOf(url));
  for (const profile of here.filter(({ picks }) => picks !== null)) {
    const readings = taught.read(document, profile);
    if (readings.length > 0) return held(readings, profile);
  }
  const confirmed = profiles.filter(({ picks }) => picks === null);
  const readings = generic.read(document, null);
  const [first] = readings;
  if (!first) return { kind: 'no-register' };
  const known =
    confirmed.find((profile) => here.includes(profile) && fits(first, profile)) ??
    confirmed.find((profile) => fits(first, profile));
  if (known) return held(generic.read(document, known), known);
  if (here.length > 0) return { kind: 'not-checking', why: CHANGED, setUp: 'confirm' };
  const paused = readings.every(({ health }) => health.paused !== null) ? first.health.paused : null;
  return { kind: 'not-checking', why: paused ?? NOT_CONFIRMED, setUp: paused ? 'teach' : 'confirm' };
}

const fits = ({ basis }: RegisterReading, profile: SiteProfile): boolean =>
  basis === null || isAsConfirmed(profile, basis);

/** Readings as far as they are of the confirmed kind, with the confirmed answer about the session. */
function held(readings: readonly RegisterReading[], profile: SiteProfile): SightOfPage {
  const answered = readings.map((reading): RegisterReading => {
    if (!fits(reading, profile)) return pausedFor(CHANGED, reading);
    if (reading.session !== null || reading.lesson !== null) return reading;
    const { session } = profile;
    if (session === 'page') return pausedFor(SILENT, reading);
    if (session === 'AM' || session === 'PM') return { ...reading, session };
    return session === 'lesson' ? { ...reading, lesson: profile.name } : reading;
  });
  return sightOf(answered) ?? { kind: 'no-register' };
}

function pausedFor(why: string, reading: RegisterReading): RegisterReading {
  return { ...reading, health: { ...reading.health, paused: reading.health.paused ?? why } };
}

function sightOf(readings: readonly RegisterReading[]): SightOfPage | null {
  const [first, ...others] = readings;
  if (!first) return null;
  const { paused } = first.health;
  if (paused !== null && others.every(({ health }) => health.paused !== null))
    return { kind: 'not-checking', why: paused, setUp: first.basis === null ? null : 'teach' };
  return { kind: 'registers', readings: [first, ...others] };
}
