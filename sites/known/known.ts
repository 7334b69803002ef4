import type { Session } from '../../rules/calendar/dates.ts';
import type { ReadLabel, RegisterReading } from '../contract.ts';
import type { SiteProfile } from '../profile.ts';
import { KNOWN_SITES } from './sites.ts';

/** What is known of one label of a system before anybody confirmed it. */
export interface LabelHint {
  /** In small letters. */
  readonly label: string;
  /** The code to propose; null when the label does not say which. `/` stands for present in either half of the day. */
  readonly code: string | null;
  /** What a person should know who confirms it; null for nothing. */
  readonly note: string | null;
}

/** A system that is recognised by its address, and read by the generic reader: nobody has proved its pages. */
export interface KnownSite {
  readonly id: string;
  readonly name: string;
  /** `*.example.test` stands for `example.test` and every host below it. */
  readonly hosts: readonly string[];
  /** How paths of the staff pages begin; null for any. */
  readonly path: string | null;
  readonly labels: readonly LabelHint[];
  /** False: the school chose its own letters, so a bare letter is no attendance code until a person says so. */
  readonly trustBareCodes: boolean;
  /** What is publicly known, in plain sentences. */
  readonly about: readonly string[];
}

/** The system an address belongs to; null when it is none we know. */
export function knownSite(url: URL): KnownSite | null {
  if (url.protocol !== 'https:') return null;
  return (
    KNOWN_SITES.find((site) => site.hosts.some((host) => isHost(host, url)) && isBelow(site, url)) ?? null
  );
}

/** How far a known system can be read, as one sentence. */
export function statusLine({ name }: KnownSite): string {
  return `${name}: read by the generic reader; not yet verified on a live page.`;
}

/** What a person should know who confirms this label here; null for nothing. */
export function labelNote(site: KnownSite | null, label: string): string | null {
  return site === null ? null : (hintFor(site, label)?.note ?? null);
}

/** A reading with what is known of its site: likely codes proposed, and letters of the school's own not taken for codes. */
export function withHints(site: KnownSite | null, reading: RegisterReading): RegisterReading {
  const { basis, session } = reading;
  if (!(site && basis)) return reading;
  return { ...reading, basis: { ...basis, labels: basis.labels.map((each) => hinted(site, each, session)) } };
}

/**
 * Marks on the page, as shown, that no person gave a meaning to although the site's own letters are no codes; none where
 * they are. `readings` are those made without a profile.
 */
export function unsettledMarks(
  site: KnownSite | null,
  readings: readonly RegisterReading[],
  profile: SiteProfile,
): readonly string[] {
  if (site === null || site.trustBareCodes) return [];
  return readings.flatMap(({ rows, basis }) => {
    const settled = (basis?.labels ?? []).filter(({ label }) => Object.hasOwn(profile.codes, label));
    const meant = new Set(settled.flatMap(({ label, code }) => [label, code]));
    return rows.flatMap(({ code }) => (code === null || meant.has(code) ? [] : [code]));
  });
}

function hinted(site: KnownSite, { label, code, proposed }: ReadLabel, session: Session | null): ReadLabel {
  const hint = hintFor(site, label)?.code ?? null;
  const likely = hint === '/' && session === 'PM' ? '\\' : hint;
  if (code !== null && site.trustBareCodes) return { label, code, proposed };
  return { label, code: null, proposed: likely ?? proposed ?? code };
}

const hintFor = (site: KnownSite, label: string): LabelHint | undefined =>
  site.labels.find((hint) => hint.label === label.trim().toLowerCase());

function isHost(pattern: string, { hostname }: URL): boolean {
  if (!pattern.startsWith('*.')) return hostname === pattern;
  return hostname === pattern.slice(2) || hostname.endsWith(pattern.slice(1));
}

const isBelow = ({ path }: KnownSite, { pathname }: URL): boolean =>
  path === null || pathname.toLowerCase().startsWith(path.toLowerCase());
