import type { IsoDate } from '../rules/calendar/dates.ts';
import type { Basis, MarkKind, RegisterReading } from './contract.ts';

/** What to take for the session where the page itself may not say: never guessed, always one person's answer. */
export type SessionAnswer =
  /** The page says. Where it is silent, checking is paused. */
  | 'page'
  /** The page is silent: the clock's half of the day, labelled as assumed. */
  | 'clock'
  | 'AM'
  | 'PM'
  /** A register of lessons, which is no statutory session: only its codes are checked. */
  | 'lesson';

/** Where a taught page keeps things: CSS selectors, never code. Those of a line's parts are looked for within the line. */
export interface Picks {
  /** Each match is one pupil's line. */
  readonly line: string;
  readonly name: string | null;
  readonly mark: string;
  /** The pupil's number: an attribute, or where `attribute` is null the text. `selector` null: of the line itself. */
  readonly key: { readonly selector: string | null; readonly attribute: string | null };
  /** In the whole document. Null: as the generic reader finds it. */
  readonly date: string | null;
  readonly session: string | null;
}

/** How one kind of page of one site is read, as a person confirmed or taught it. Data only: it may come from a file. */
export interface SiteProfile {
  readonly version: 1;
  /** Unlike any other's of its site. */
  readonly id: string;
  readonly name: string;
  /** The route of the page ({@link routeOf}) it was confirmed on. */
  readonly route: string;
  /** The way of reading that was confirmed; a later reading in another way is not the one that was confirmed. */
  readonly marks: MarkKind;
  readonly pupils: string;
  /** The site's own labels and the attendance codes a person said they stand for. */
  readonly codes: Readonly<Record<string, string>>;
  readonly session: SessionAnswer;
  /** Whether the page shows its day, or does not, so that today's is assumed and labelled so. */
  readonly date: 'page' | 'today';
  /** Null: confirmed as the generic reader read it. */
  readonly picks: Picks | null;
  readonly confirmed: IsoDate;
}

const FIGURES = /\d[\w-]*|[\da-f]{8}-[\da-f-]{27}/gi;
const LONGEST_ROUTE = 300;

/**
 * The kind of page an address names: its path, with what stands for one class or day left out, and the part behind `?/`,
 * `#/` or `#!` where a site routes by that.
 */
export function routeOf(url: URL): string {
  const search = /^\?\/[^&]*/.exec(url.search)?.[0] ?? '';
  const hash = /^#[!/][^?&]*/.exec(url.hash)?.[0] ?? '';
  return `${url.pathname}${search}${hash}`.replace(FIGURES, '*').slice(0, LONGEST_ROUTE);
}

/** Whether a reading is of the kind that was confirmed. */
export function isAsConfirmed(profile: SiteProfile, basis: Pick<Basis, 'marks' | 'pupils'>): boolean {
  return profile.marks === basis.marks && profile.pupils === basis.pupils;
}

/** What a person confirms about a reading that they looked at, before the name and the answers that only they can give. */
export function confirmationOf(
  { basis, date, session, lesson }: RegisterReading & { readonly basis: Basis },
  given: Pick<SiteProfile, 'id' | 'name' | 'route' | 'confirmed'>,
): SiteProfile {
  const { marks, pupils, labels } = basis;
  return {
    version: 1,
    ...given,
    marks,
    pupils,
    codes: Object.fromEntries(
      labels.flatMap(({ label, proposed }) => (proposed === null ? [] : [[label, proposed]])),
    ),
    session: session !== null || lesson !== null ? 'page' : 'clock',
    date: date === null ? 'today' : 'page',
    picks: null,
  };
}
