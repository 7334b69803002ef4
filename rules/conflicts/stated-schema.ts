import * as v from 'valibot';
import { clauseKey, count, percent } from '../policy/parts.ts';
import type { Stated } from './stated.ts';

const said = <TEntries extends v.ObjectEntries>(entries: TEntries) =>
  v.object({ ...entries, clause: clauseKey });
/** Left out is the same as nothing said. */
const saidOnce = <TEntries extends v.ObjectEntries>(entries: TEntries) =>
  v.optional(v.nullable(said(entries)), null);
const saidOften = <TEntries extends v.ObjectEntries>(entries: TEntries) =>
  v.optional(v.array(said(entries)), []);

const comparison = v.picklist(['at-least', 'more-than']);
const amount = v.pipe(v.number(), v.minValue(0));
const code = v.pipe(v.string(), v.minLength(1));

const codes = saidOnce({
  listed: v.array(code),
  classed: saidOften({
    codes: v.array(code),
    as: v.picklist(['attended', 'authorised', 'unauthorised', 'not-possible']),
  }),
  garbled: v.array(v.object({ code, printed: v.string() })),
});

/** What a policy's words state: see {@link Stated}. */
export const statedSchema = v.object({
  retention: saidOnce({ years: amount }),
  amendment: saidOnce({
    parts: v.array(v.picklist(['original', 'amended', 'reason', 'date', 'name', 'role'])),
  }),
  threshold: saidOnce({
    sessions: count,
    comparison,
    schoolWeeks: v.nullable(count),
    days: v.nullable(amount),
  }),
  penalties: saidOften({ notice: v.picklist([1, 2]), withinDays: v.nullable(count), pounds: amount }),
  notices: saidOften({
    notice: v.picklist(['penalty', 'improvement']),
    wording: v.picklist(['will', 'may']),
  }),
  improvementWeeks: saidOnce({ from: count, to: count }),
  codes,
  codeUses: saidOften({ code, use: v.picklist(['weather', 'staggered-starts']) }),
  unsettled: saidOften({
    amount: v.nullable(count),
    unit: v.picklist(['school-days', 'working-days', 'week', 'first-day', 'unstated']),
  }),
  persistent: saidOften({ wording: v.picklist(['missed-10', 'attended-below-90']) }),
  severe: saidOften({
    wording: v.picklist(['missed-50', 'missed-over-50', 'attended-below-50', 'attended-50-or-more']),
  }),
  bands: saidOften({ label: v.string(), percent: v.nullable(percent), days: v.nullable(amount) }),
  target: saidOnce({ percent, comparison }),
  remote: saidOnce({ recordedAs: v.picklist(['absent', 'attended']) }),
  laws: saidOften({ title: v.string() }),
  returns: saidOften({ absence: v.picklist(['illness', 'unauthorised']), days: count, comparison }),
  afterClose: saidOften({ wording: v.picklist(['always-u', 'u-without-reason']) }),
  pupilCutOff: saidOnce({}),
  belowCompulsoryAge: saidOnce({}),
  leaveRefused: saidOften({}),
  evidenceAlways: saidOften({}),
  travellerLimits: saidOften({}),
}) satisfies v.GenericSchema<unknown, Stated>;
