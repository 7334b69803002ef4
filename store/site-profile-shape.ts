import * as v from 'valibot';
import { KNOWN_CODES } from '../rules/codes/codes.ts';
import type { MarkKind } from '../sites/contract.ts';
import type { SessionAnswer, SiteProfile } from '../sites/profile.ts';
import { isoDate, words } from './shapes.ts';

/** Bounds of a page's profile: far above any real register, far below what would slow one down. */
const LONGEST_SELECTOR = 300;
const LONGEST_LABEL = 100;
const MOST_CODES = 40;

const MARKS = ['drop-down', 'choice', 'tick', 'typed', 'text', 'icon'] satisfies MarkKind[];
const SESSIONS = ['page', 'clock', 'AM', 'PM', 'lesson'] satisfies SessionAnswer[];

const selector = words(LONGEST_SELECTOR);
const attribute = v.pipe(
  v.string('is not a text'),
  v.regex(/^[a-z_][\w.:-]{0,99}$/i, 'is not the name of an attribute'),
);
const code = v.picklist(KNOWN_CODES, 'is not an attendance code');
const codes = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(LONGEST_LABEL)), code, 'is not a list of labels and codes'),
  v.check((each) => Object.keys(each).length <= MOST_CODES, `has more than ${MOST_CODES} labels`),
);
const picks = v.strictObject({
  line: selector,
  name: v.nullable(selector),
  mark: selector,
  key: v.strictObject({ selector: v.nullable(selector), attribute: v.nullable(attribute) }),
  date: v.nullable(selector),
  session: v.nullable(selector),
});

/** A page's profile, field by field: data only, every text bounded, every code an attendance code. */
export const siteProfile: v.GenericSchema<unknown, SiteProfile> = v.strictObject({
  version: v.literal(1, 'is of a version this Registerwise does not know'),
  id: words(64),
  name: words(100),
  route: words(300),
  marks: v.picklist(MARKS, 'is no kind of mark Registerwise knows'),
  pupils: words(200),
  codes,
  session: v.picklist(SESSIONS, 'is no answer Registerwise knows'),
  date: v.picklist(['page', 'today'] satisfies SiteProfile['date'][], 'is no answer Registerwise knows'),
  picks: v.nullable(picks),
  confirmed: isoDate,
});
