import * as v from 'valibot';
import { isSession } from '../../rules/calendar/dates.ts';
import { codeOf } from '../../rules/strips/code-bytes.ts';
import { MAX_BYTES, type Strip } from '../../rules/strips/strips.ts';
import type { DatedEntry } from '../log.ts';
import {
  calendarSource,
  count,
  minute,
  name,
  policyVersion,
  pupil,
  reason,
  settings,
  text,
  webOrigin,
  whole,
} from '../parse.ts';
import { PlainError } from '../plain-error.ts';
import { MOST_POLICIES, MOST_VERSIONS } from '../policy-file.ts';
import type { KeptPupil, KeptYear } from '../sealed/pupil-record.ts';
import type { Bytes } from '../sealed/vault.ts';
import { isoDate } from '../shapes.ts';
import { siteProfile } from '../site-profile-shape.ts';
import { MOST_PROFILES } from '../site-profiles.ts';
import { readStrip, toBase64 } from '../strip-text.ts';
import type { BackedUpSite, Contents } from './contents.ts';

/** Bounds: far above any trust's schools, far below what would hold the browser up. */
const MOST_SITES = 200;
const MOST_PUPILS = 20_000;
const MOST_YEARS = 20;
const MOST_ENTRIES = 500_000;
const MOST_IMPORTS = 10_000;

const NOT_UNDERSTOOD =
  'What is in this backup is not what Registerwise writes, so nothing of it was used. The passphrase is right.';

const index = v.pipe(count, v.maxValue(MAX_BYTES - 1));
const byte = v.pipe(count, v.maxValue(255));
const year = v.pipe(whole, v.minValue(1990), v.maxValue(2100));
const bytes = v.pipe(v.string(), v.maxLength(Math.ceil(MAX_BYTES / 3) * 4));
/** Index and moment in turn: looked at in one loop, because a school has a million of them. */
const sights = v.custom<readonly number[]>(
  (list) =>
    Array.isArray(list) &&
    list.length % 2 === 0 &&
    list.length <= 2 * MAX_BYTES &&
    list.every((n, i) => Number.isSafeInteger(n) && n >= 0 && (i % 2 === 1 || n < MAX_BYTES)),
);
const code = v.pipe(v.string(), v.maxLength(16));
const none = { pupil: v.null() };
const of = { pupil, date: isoDate, session: v.custom<'AM' | 'PM'>(isSession) };
const ofFinding = { ...of, code, rule: v.pipe(v.string(), v.maxLength(64)) };
const at = { at: count };
const entry = v.variant('kind', [
  v.strictObject({ ...at, ...of, kind: v.literal('amended'), from: code, to: code }),
  v.strictObject({
    ...{ ...at, ...of, kind: v.literal('disagreed'), page: code, imported: code },
    stands: v.picklist(['page', 'import']),
  }),
  v.strictObject({ ...at, ...of, kind: v.literal('arrived'), arrived: minute, reason }),
  v.strictObject({ ...at, ...of, kind: v.literal('arrival-removed') }),
  v.strictObject({ ...at, ...ofFinding, kind: v.literal('finding-kept'), reason: v.nullable(text) }),
  v.strictObject({ ...at, ...ofFinding, kind: v.literal('finding-returned') }),
  v.strictObject({
    ...{ ...at, ...of, kind: v.literal('amendment'), from: code, to: code },
    ...{ reason: text, by: text, role: text, on: isoDate },
  }),
  v.strictObject({ ...at, ...none, kind: v.literal('kept'), finding: v.string(), reason: v.string() }),
  v.strictObject({
    ...{ ...at, ...none, kind: v.literal('tidied'), keptFrom: isoDate, pupils: count, sessions: count },
  }),
  v.strictObject({ ...at, ...none, kind: v.literal('pupil-erased') }),
  v.strictObject({ ...at, ...none, kind: v.literal('restored'), made: count }),
]) satisfies v.GenericSchema<unknown, DatedEntry>;
const undo = v.strictObject({
  id: count,
  years: v.array(
    v.strictObject({
      ...{ pupil, year },
      before: v.nullable(v.array(v.strictObject({ index, byte, sight: v.nullable(count) }))),
    }),
  ),
});
const site = v.strictObject({
  origin: webOrigin,
  pupils: v.pipe(
    v.array(
      v.strictTuple([
        pupil,
        v.nullable(name),
        v.pipe(v.array(v.strictTuple([year, bytes, sights])), v.maxLength(MOST_YEARS)),
      ]),
    ),
    v.maxLength(MOST_PUPILS),
  ),
  log: v.pipe(v.array(entry), v.maxLength(MOST_ENTRIES)),
  imports: v.pipe(
    v.array(v.strictObject({ id: count, at: count, file: v.nullable(text), pupils: count, marks: count })),
    v.maxLength(MOST_IMPORTS),
  ),
  undo: v.nullable(undo),
});
const { sessionOnly: _, ...settable } = settings;
const FILE = v.strictObject({
  made: count,
  settings: v.object({ ...settable, calendarSource: v.exactOptional(v.nullable(calendarSource)) }),
  switches: v.pipe(v.array(v.strictObject({ origin: webOrigin, on: v.boolean() })), v.maxLength(MOST_SITES)),
  profiles: v.pipe(
    v.array(v.strictObject({ origin: webOrigin, profile: siteProfile })),
    v.maxLength(MOST_SITES * MOST_PROFILES),
  ),
  // Not in what versions before 4 made.
  policies: v.exactOptional(v.pipe(v.array(policyVersion), v.maxLength(MOST_POLICIES * MOST_VERSIONS))),
  sites: v.pipe(
    v.array(site),
    v.maxLength(MOST_SITES),
    v.check((all) => new Set(all.map(({ origin }) => origin)).size === all.length),
  ),
});
type Written = v.InferOutput<typeof FILE>;
type WrittenPupil = Written['sites'][number]['pupils'][number];

/** The contents as the bytes that are locked: JSON, whose reader makes room for nothing that is not there. */
export function writeContents({ sites, profiles, ...rest }: Contents): Bytes {
  const written = sites.map(({ pupils, ...site }) => ({
    ...site,
    pupils: [...pupils].map(([id, { name, years }]): WrittenPupil => {
      return [
        id,
        name,
        [...years].map(([of, { bytes, sights }]) => [of, toBase64(bytes), [...sights].flat()]),
      ];
    }),
  }));
  const pages = profiles.map(({ origin, ...profile }) => ({ origin, profile }));
  return new TextEncoder().encode(JSON.stringify({ ...rest, profiles: pages, sites: written }));
}

/** The contents in unlocked bytes, every part of them checked. Throws {@link PlainError} when they are not as they should be. */
export function readContents(unlocked: Bytes): Contents {
  const result = v.safeParse(FILE, parsed(unlocked), { abortEarly: true });
  if (!result.success) throw new PlainError(NOT_UNDERSTOOD);
  const { sites, profiles, policies = [], ...rest } = result.output;
  return {
    ...{ ...rest, policies },
    profiles: profiles.map(({ origin, profile }) => ({ ...profile, origin })),
    sites: sites.map(
      (each): BackedUpSite => ({
        ...each,
        pupils: new Map(each.pupils.map(([id, name, years]) => [id, readPupil(name, years)])),
      }),
    ),
  };
}

function readPupil(name: string | null, years: WrittenPupil[2]): KeptPupil {
  return { name, years: new Map(years.map(([of, bytes, sights]) => [of, readYear(of, bytes, sights)])) };
}

function readYear(of: number, text: string, sights: readonly number[]): KeptYear {
  const strip = readStrip(of, text);
  if (!strip.ok) throw new PlainError(NOT_UNDERSTOOD);
  const pairs = Array.from({ length: sights.length / 2 }, (_, i): [number, number] => [
    sights[i * 2] as number,
    sights[i * 2 + 1] as number,
  ]);
  return { bytes: strip.value, sights: new Map(pairs.filter(([at]) => hasMark(strip.value, at))) };
}

function hasMark(strip: Strip, at: number): boolean {
  return codeOf(strip[at] ?? 0) !== undefined;
}

function parsed(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
