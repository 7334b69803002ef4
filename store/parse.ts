import * as v from 'valibot';
import { type ClockTime, parseClockTime } from '../rules/calendar/clock.ts';
import type { Session } from '../rules/calendar/dates.ts';
import { LONGEST_REASON } from '../rules/marks/lateness.ts';
import { policyId } from '../rules/policy/parts.ts';
import { MAX_BYTES } from '../rules/strips/strips.ts';
import { LARGEST_FILE, SHORTEST_PASSPHRASE } from './backup/locked-file.ts';
import { calendarShape } from './calendar/calendar-shape.ts';
import { LONGEST_PUPIL_ID } from './import/cells.ts';
import type { OwnMessage } from './own-requests.ts';
import type { PageMessage } from './page-requests.ts';
import { LONGEST_POLICY, MOST_VERSIONS } from './policy-file.ts';
import { type CalendarSource, HIDE_AFTER } from './records.ts';
import { PRACTICE_ORIGIN } from './requests.ts';
import type { KeepFor } from './retention/kept-from.ts';
import { isoDate as date, words } from './shapes.ts';
import { siteProfile } from './site-profile-shape.ts';
import { MOST_PROFILES } from './site-profiles.ts';

/** Bounds of a message: far above any real register or school, far below what would hold the browser up. */
const MOST_PUPILS = 3_000;
const MOST_STRIPS = 60_000;
const LONGEST_TEXT = 500;
/** Of one part of an import: its pupils, and the years of all of them. */
const MOST_OF_PART = 500;
const MOST_STRIPS_OF_PART = MOST_OF_PART * 15;
const MOST_PARTS = 1_000;
/** A computer whose date is wrong by up to a week can still be told what the office clock says. */
const FURTHEST_CLOCK_MS = 7 * 86_400_000;

export const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
export const pupil = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PUPIL_ID));
export const whole = v.pipe(v.number(), v.integer());
const profileId = v.pipe(v.string(), v.maxLength(64));
export const count = v.pipe(whole, v.minValue(0));
export const session = v.picklist(['AM', 'PM'] satisfies Session[]);
export const webOrigin = v.pipe(v.string(), v.maxLength(LONGEST_TEXT), v.check(isWebOrigin));
const origin = v.union([webOrigin, v.literal(PRACTICE_ORIGIN)]);

const code = v.pipe(v.string(), v.minLength(1), v.maxLength(16));
/** Minutes since midnight. */
export const minute = v.pipe(count, v.maxValue(24 * 60 - 1));
export const reason = v.pipe(v.string(), v.maxLength(LONGEST_REASON));
const arrivalsAsked = { date, session };
const pupilsArrival = { ...arrivalsAsked, pupil };
const arrival = {
  ...pupilsArrival,
  arrived: minute,
  reason,
};

const mark = v.object({ pupil, code });
const counts = { date, session, pupils: v.pipe(v.array(pupil), v.maxLength(MOST_PUPILS)) };
const keeping = {
  ...{ date, session, pupil, code: mark.entries.code, kept: v.boolean(), reason: v.nullable(text) },
  rules: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(40)),
};
const said = v.pipe(words(LONGEST_TEXT), v.trim());
const amendment = {
  ...{ date, session, pupil, from: mark.entries.code, to: mark.entries.code },
  ...{ reason: said, by: said, role: said, on: date },
};
const time = v.custom<ClockTime>((value) => typeof value === 'string' && parseClockTime(value) !== null);
const seen = { date, session, marks: v.pipe(v.array(mark), v.maxLength(MOST_PUPILS)) };
const seenHistory = {
  marks: v.pipe(v.array(v.object({ pupil, date, session, code })), v.maxLength(MOST_PUPILS)),
};
const why = { pupil, date, session, code: v.nullable(text), at: v.number() };
const pageState = {
  state: v.picklist(['checking', 'not-checking', 'history', 'no-register']),
  detail: text,
  findings: count,
  setUp: v.nullable(v.picklist(['confirm', 'teach'])),
};

/** The document is read by whoever uses it: one that this Registerwise cannot read is still the school's. */
export const policyVersion = v.strictObject({
  ...{ id: policyId, at: count },
  document: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check((document) => JSON.stringify(document).length <= LONGEST_POLICY),
  ),
});
export const calendarSource = v.picklist(['list', 'file', 'grid', 'marks'] satisfies CalendarSource[]);
const keepFor = v.picklist(['needed', 'next-year', 'policy'] satisfies KeepFor[]);
const passphrase = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const newPassphrase = v.pipe(passphrase, v.minLength(SHORTEST_PASSPHRASE));
const lockedFile = v.pipe(v.string(), v.maxLength(Math.ceil(LARGEST_FILE / 3) * 4));

/** What a school can set, each part of it or none. */
export const settings = {
  role: v.exactOptional(v.nullable(v.picklist(['teacher', 'office', 'lead']))),
  policyId: v.exactOptional(v.nullable(text)),
  calendar: v.exactOptional(v.nullable(calendarShape)),
  clockOffsetMs: v.exactOptional(
    v.pipe(v.number(), v.minValue(-FURTHEST_CLOCK_MS), v.maxValue(FURTHEST_CLOCK_MS)),
  ),
  hideAfter: v.exactOptional(v.picklist(HIDE_AFTER)),
  keepNames: v.exactOptional(v.boolean()),
  keepFor: v.exactOptional(keepFor),
  sessionOnly: v.exactOptional(v.boolean()),
};
const strip = v.object({
  pupil,
  year: v.pipe(whole, v.minValue(1990), v.maxValue(2100)),
  bytes: v.pipe(v.string(), v.maxLength(Math.ceil(MAX_BYTES / 3) * 4)),
});

const importId = { id: v.pipe(whole, v.minValue(1)) };
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const partOfImport = {
  ...importId,
  part: v.pipe(count, v.maxValue(MOST_PARTS)),
  strips: v.pipe(
    v.array(strip),
    v.maxLength(MOST_STRIPS_OF_PART),
    v.check((strips) => new Set(strips.map(({ pupil }) => pupil)).size <= MOST_OF_PART),
  ),
  names: v.exactOptional(v.pipe(v.array(v.object({ pupil, name })), v.maxLength(MOST_OF_PART))),
};
const beginOfImport = { origin, file: v.nullable(text), savedAt: v.nullable(count) };

const PAGE_MESSAGE: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  v.object({ door: v.literal('page'), type: v.literal('context') }),
  v.object({ door: v.literal('page'), type: v.literal('counts'), ...counts }),
  v.object({ door: v.literal('page'), type: v.literal('seen'), ...seen }),
  v.object({ door: v.literal('page'), type: v.literal('kept-findings'), ...counts }),
  v.object({ door: v.literal('page'), type: v.literal('keep-findings'), ...keeping }),
  v.object({ door: v.literal('page'), type: v.literal('last-who') }),
  v.object({ door: v.literal('page'), type: v.literal('note-amendment'), ...amendment }),
  v.object({ door: v.literal('page'), type: v.literal('seen-history'), ...seenHistory }),
  v.object({ door: v.literal('page'), type: v.literal('arrivals'), ...arrivalsAsked }),
  v.object({ door: v.literal('page'), type: v.literal('log-arrival'), ...arrival }),
  v.object({ door: v.literal('page'), type: v.literal('remove-arrival'), ...pupilsArrival }),
  v.object({ door: v.literal('page'), type: v.literal('open-lates'), date }),
  v.object({ door: v.literal('page'), type: v.literal('why'), ...why }),
  v.object({ door: v.literal('page'), type: v.literal('report'), ...pageState }),
  v.object({
    ...{ door: v.literal('page'), type: v.literal('profiles') },
    loading: v.exactOptional(v.literal(true)),
  }),
  v.object({ door: v.literal('page'), type: v.literal('save-profile'), profile: siteProfile }),
  v.object({ door: v.literal('page'), type: v.literal('forget-profile'), id: profileId }),
]);

const own = <T extends OwnMessage['type']>(type: T) => ({ door: v.literal('own'), type: v.literal(type) });

/** Of an own page that has a policy and term dates of its own. */
const instead = { origin, policyId: v.exactOptional(text), calendar: v.exactOptional(calendarShape) };

const OWN_MESSAGE: v.GenericSchema<unknown, OwnMessage> = v.variant('type', [
  v.object(own('settings')),
  v.object(own('managed')),
  v.object({ ...own('save-settings'), ...settings }),
  v.object(own('policies')),
  v.object(own('policy-in-force')),
  v.object({ ...own('keep-policy'), text: v.string() }),
  v.object({ ...own('take-up-policy'), id: policyId, at: count }),
  v.object({ ...own('forget-policy'), id: policyId }),
  v.object({
    ...own('put-policy-back'),
    versions: v.pipe(v.array(policyVersion), v.maxLength(MOST_VERSIONS)),
  }),
  v.object({
    ...own('save-calendar'),
    ...{ calendar: calendarShape, source: calendarSource },
  }),
  v.object(own('former-calendars')),
  v.object({ ...own('restore-calendar'), at: whole }),
  v.object(own('recompute-state')),
  v.object(own('calendar-from-marks')),
  v.object(own('sites')),
  v.object({ ...own('set-site'), origin: webOrigin, on: v.boolean() }),
  v.object({ ...own('page-state'), tabId: whole }),
  v.object({ ...own('show-counts'), tabId: whole, shown: v.boolean() }),
  v.object({ ...own('open-set-up'), tabId: whole }),
  v.object({ ...own('import-begin'), ...beginOfImport }),
  v.object({ ...own('import-part'), ...partOfImport }),
  v.object({ ...own('import-commit'), ...importId }),
  v.object({ ...own('import-cancel'), ...importId }),
  v.object(own('imports')),
  v.object({ ...own('undo-import'), ...importId }),
  v.object({
    ...own('import'),
    origin,
    file: v.exactOptional(text),
    strips: v.pipe(v.array(strip), v.maxLength(MOST_STRIPS)),
  }),
  v.object(own('kept')),
  v.object(own('amendments')),
  v.object({ ...own('training'), tabId: whole }),
  v.object({ ...own('set-training'), tabId: whole, time: v.nullable(time) }),
  v.object(own('loss')),
  v.object(own('loss-read')),
  v.object(own('wipe')),
  v.object({ ...own('tidy-plan'), keepFor: v.exactOptional(keepFor) }),
  v.object({ ...own('tidy'), dateIsRight: v.boolean() }),
  v.object({ ...own('pupil-record'), origin, pupil }),
  v.object({ ...own('pupil-names'), origin }),
  v.object({ ...own('erase-pupil'), origin, pupil }),
  v.object({ ...own('backup-make'), passphrase: newPassphrase }),
  v.object({ ...own('backup-look'), file: lockedFile, passphrase }),
  v.object({ ...own('backup-restore'), file: lockedFile, passphrase }),
  v.object({ ...own('own-context'), origin }),
  v.object({ ...own('own-counts'), ...instead, ...counts }),
  v.object({ ...own('own-seen'), origin, ...seen }),
  v.object({ ...own('day-arrivals'), date }),
  v.object({ ...own('own-arrivals'), origin, ...arrivalsAsked }),
  v.object({ ...own('own-log-arrival'), origin, ...arrival }),
  v.object({ ...own('own-remove-arrival'), origin, ...pupilsArrival }),
  v.object({ ...own('names-shown'), origin }),
  v.object({ ...own('own-why'), ...instead, ...why }),
  v.object(own('site-profiles')),
  v.object({
    ...own('save-site-profiles'),
    ...{ origin: webOrigin, profiles: v.pipe(v.array(siteProfile), v.maxLength(MOST_PROFILES)) },
  }),
  v.object({ ...own('forget-site-profile'), origin: webOrigin, id: profileId }),
]);

/** The message a page's content script sent; null when it has not the shape of one. Fields it should not have are left out. */
export function parsePageMessage(message: unknown): PageMessage | null {
  const result = v.safeParse(PAGE_MESSAGE, message, { abortEarly: true });
  return result.success ? result.output : null;
}

/** The message one of the extension's own pages sent; null when it has not the shape of one. */
export function parseOwnMessage(message: unknown): OwnMessage | null {
  const result = v.safeParse(OWN_MESSAGE, message, { abortEarly: true });
  return result.success ? result.output : null;
}

/** Whether `value` is the origin of a web page, written as browsers write one. */
export function isWebOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === value;
}
