import * as v from 'valibot';
import { schoolCalendar } from '../calendar/calendar.ts';
import { checkPolicy } from '../conflicts/policy-check.ts';
import { history } from '../history/history.ts';
import { checkMark } from '../marks/check.ts';
import type { Policy } from '../policy/policy.ts';
import { builtInPolicy, nationalPolicy } from '../policy/profiles.ts';
import { readPolicy } from '../policy/schema.ts';
import { keepLatest } from './latest.ts';
import {
  type BatchError,
  firstError,
  historyRequest,
  markRequest,
  policyCheckRequest,
  tallyRequest,
} from './request.ts';
import { tally } from './tally.ts';

type Answer =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly error: BatchError };

const calendarOf = keepLatest(schoolCalendar);
const policyOf = keepLatest(readPolicy);

const KINDS: Readonly<Record<string, (request: unknown) => Answer>> = {
  history: (request) =>
    withRequest(historyRequest, request, ({ calendar, ...asked }) =>
      withPolicy(asked.policy, (policy) => history({ ...asked, policy, calendar: calendarOf(calendar) })),
    ),
  mark: (request) =>
    withRequest(markRequest, request, ({ calendar, enteredAt, arrivedAt, ...asked }) =>
      withPolicy(asked.policy, (policy) => {
        const entry = {
          ...asked,
          entered: enteredAt,
          arrived: arrivedAt,
          calendar: calendar && calendarOf(calendar),
        };
        return { findings: checkMark(entry, policy) };
      }),
    ),
  tally: (request) =>
    withRequest(tallyRequest, request, ({ counts, asOf }) => ({ ok: true, value: tally(counts, asOf) })),
  'policy-check': (request) =>
    withRequest(policyCheckRequest, request, ({ policy, asOf }) =>
      withPolicy(policy, (asked) => ({ conflicts: checkPolicy(asked, asOf) })),
    ),
};

/** Answers one line of the batch contract with one line. Never throws: what cannot be answered is answered with an error. */
export function answerLine(line: string): string {
  const request = parse(line);
  if (request === undefined)
    return JSON.stringify({
      id: null,
      error: { code: 'bad-json', path: '', message: 'This line is not a JSON object.' },
    });
  const id = request.id ?? null;
  const kind = String(request.kind);
  const answer = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const result = answer
    ? answer(request)
    : failed('unknown-kind', 'kind', 'The kind is one of history, mark, tally and policy-check.');
  return JSON.stringify(result.ok ? { id, kind, ...result.value } : { id, error: result.error });
}

function parse(line: string): { readonly id?: unknown; readonly kind?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function withRequest<TOutput>(
  schema: v.GenericSchema<unknown, TOutput>,
  request: unknown,
  then: (asked: TOutput) => Answer,
): Answer {
  const result = v.safeParse(schema, request, { abortEarly: true });
  return result.success ? then(result.output) : { ok: false, error: firstError(result.issues[0]) };
}

function withPolicy(asked: string | object | undefined, then: (policy: Policy) => object): Answer {
  if (asked === undefined) return { ok: true, value: then(nationalPolicy) };
  if (typeof asked === 'string') {
    const policy = builtInPolicy(asked);
    if (policy) return { ok: true, value: then(policy) };
    return failed('unknown-policy', 'policy', `There is no built-in policy called “${asked}”.`);
  }
  const reading = policyOf(asked);
  if (reading.ok) return { ok: true, value: then(reading.policy) };
  return failed('bad-value', `policy.${reading.path}`, reading.message);
}

function failed(code: BatchError['code'], path: string, message: string): Answer {
  return { ok: false, error: { code, path, message } };
}
