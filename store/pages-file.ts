import * as v from 'valibot';
import type { SiteProfile } from '../sites/profile.ts';
import { isWebOrigin } from './parse.ts';
import { siteProfile } from './site-profile-shape.ts';
import { MOST_PROFILES } from './site-profiles.ts';

/** How pages of one site are read, as one school hands it to another: data only. */
export interface PagesFile {
  readonly registerwise: 'pages';
  readonly version: 1;
  readonly origin: string;
  readonly profiles: readonly SiteProfile[];
}

/** What a file holds, or why it cannot be used: one plain sentence for each fault. */
export type PagesReading =
  | { readonly ok: true; readonly file: PagesFile }
  | { readonly ok: false; readonly why: readonly string[] };

const LONGEST_FILE = 1_000_000;
const MOST_FAULTS = 20;
const NO_FILE = 'This is not a file of pages from Registerwise.';
const TOO_LONG = 'This file is larger than a file of pages can be.';
const NEWER = 'This file was made by a newer version of Registerwise. Update Registerwise to use it.';

const HEAD = v.object({ registerwise: v.literal('pages'), version: v.number() });
const FILE = v.strictObject({
  registerwise: v.literal('pages'),
  version: v.literal(1),
  origin: v.pipe(v.string('is not a text'), v.check(isWebOrigin, 'is not the address of a site')),
  profiles: v.pipe(
    v.array(siteProfile, 'is not a list'),
    v.minLength(1, 'is empty'),
    v.maxLength(MOST_PROFILES, `is longer than ${MOST_PROFILES}`),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has two pages with the same id'),
  ),
});

/** The text of a file that holds these pages. */
export function writePages(origin: string, profiles: readonly SiteProfile[]): string {
  const file: PagesFile = { registerwise: 'pages', version: 1, origin, profiles };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads such a file whole or not at all. `isSelector` is what the browser says of a CSS selector. */
export function readPages(text: string, isSelector: (selector: string) => boolean): PagesReading {
  if (text.length > LONGEST_FILE) return { ok: false, why: [TOO_LONG] };
  const json = parsed(text);
  const head = v.safeParse(HEAD, json);
  if (!head.success) return { ok: false, why: [NO_FILE] };
  if (head.output.version !== 1) return { ok: false, why: [NEWER] };
  const whole = v.safeParse(FILE, json);
  const why = whole.success
    ? badSelectors(whole.output.profiles, isSelector)
    : whole.issues.slice(0, MOST_FAULTS).map(sentenceOf);
  return whole.success && why.length === 0 ? { ok: true, file: whole.output } : { ok: false, why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function badSelectors(
  profiles: readonly SiteProfile[],
  isSelector: (selector: string) => boolean,
): readonly string[] {
  return profiles.flatMap(({ picks }, i) => {
    if (!picks) return [];
    const { key, ...parts } = picks;
    return Object.entries({ ...parts, 'key.selector': key.selector })
      .filter(([, selector]) => selector !== null && !isSelector(selector))
      .map(([part]) => `profiles[${i}].picks.${part} is not a CSS selector.`);
  });
}

/** `profiles[2].picks.line is longer than 300 characters.` */
function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 60)}`))
    .join('')
    .replace(/^\./, '');
  return `${path || 'The file'} ${issue.type === 'strict_object' ? fieldFault(issue) : issue.message}.`;
}

function fieldFault({ expected, received }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'does not belong in such a file';
  return received === 'undefined' ? 'is missing' : 'is not a group of fields';
}
