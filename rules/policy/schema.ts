import * as v from 'valibot';
import { statedSchema } from '../conflicts/stated-schema.ts';
import { stepSchema } from '../steps/step.ts';
import { type Inconsistency, inconsistency } from './consistency.ts';
import { faultOf } from './issue.ts';
import { clauseKey, clauseKeyOrNull, count, isoDate, percent, policyId } from './parts.ts';
import type { Policy } from './policy.ts';
import { sessionTimes } from './times-schema.ts';

const text = v.pipe(v.string(), v.minLength(1));
const textOrNull = v.nullable(text);

const document = v.object({
  title: text,
  trust: textOrNull,
  localAuthority: textOrNull,
  phase: v.picklist(['primary', 'alternative provision', 'secondary', 'other']),
  registerSystem: textOrNull,
  approved: textOrNull,
  review: textOrNull,
});

const shown = v.object({
  about: v.picklist(['day', 'contact', 'penalty', 'leave', 'evidence', 'register', 'provision']),
  clauses: v.array(clauseKey),
});

const band = v.object({
  id: v.string(),
  label: v.string(),
  test: v.object({ kind: v.picklist(['attended-at-least', 'attended-below', 'missed-at-least']), percent }),
  clause: clauseKeyOrNull,
});

const noted = v.object({
  id: v.string(),
  field: v.string(),
  severity: v.picklist(['high', 'medium', 'low']),
  statement: v.string(),
  law: v.string(),
  reading: v.string(),
  clause: clauseKeyOrNull,
});

/** A whole policy document. What only some policies have may be left out. `docs/policy.schema.json` is made from it. */
export const policySchema = v.object({
  id: policyId,
  version: count,
  school: text,
  document: v.optional(v.nullable(document), null),
  register: v.picklist(['own', 'provision']),
  effectiveFrom: v.nullable(isoDate),
  reviewBy: v.nullable(isoDate),
  times: v.object({ AM: sessionTimes, PM: sessionTimes }),
  threshold: v.object({ sessions: count, schoolWeeks: count, near: count, clause: clauseKeyOrNull }),
  unsettled: v.object({ schoolDays: count, clause: clauseKeyOrNull }),
  bands: v.array(band),
  alsoLists: v.optional(v.array(v.object({ code: v.string(), clause: clauseKey })), []),
  remoteAsAttended: v.optional(clauseKeyOrNull, null),
  shown: v.optional(v.array(shown), []),
  steps: v.optional(v.array(stepSchema), []),
  stated: v.optional(statedSchema, {}),
  noted: v.optional(v.array(noted), []),
  numbering: v.optional(v.record(v.string(), v.string()), {}),
  clauses: v.record(v.string(), v.object({ section: v.string(), sentence: v.string(), source: v.string() })),
}) satisfies v.GenericSchema<unknown, Policy>;

/** A policy document read, or the first thing wrong with it. */
export type PolicyReading =
  | { readonly ok: true; readonly policy: Policy }
  | {
      readonly ok: false;
      /** Where in the document, such as `times.AM.closes`. */
      readonly path: string;
      readonly message: string;
    };

/** Reads a policy document. Unknown fields are left out; a wrong one is named with its path. */
export function readPolicy(document: unknown): PolicyReading {
  const result = v.safeParse(policySchema, document, { abortEarly: true });
  if (!result.success) return wrong(faultOf(result.issues[0]));
  const fault = inconsistency(result.output);
  return fault ? wrong(fault) : { ok: true, policy: result.output };
}

function wrong({ path, message }: Inconsistency): PolicyReading {
  return { ok: false, path, message };
}
