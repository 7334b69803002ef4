import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { type ClockTime, toMinute } from '../../../../rules/calendar/clock.ts';
import { fromDay, SESSIONS, toDay } from '../../../../rules/calendar/dates.ts';
import type { Mark } from '../../../../rules/history/marks.ts';
import type { Policy } from '../../../../rules/policy/policy.ts';
import { builtInPolicy } from '../../../../rules/policy/profiles.ts';
import { type DueStep, dueSteps } from '../../../../rules/steps/due.ts';
import { factsOf, type LoggedEvent, type StepsQuestion } from '../../../../rules/steps/facts.ts';
import { METRICS } from '../../../../rules/steps/metrics.ts';
import type { Reading } from '../../../../rules/steps/reading.ts';
import type { MetricName, Step } from '../../../../rules/steps/step.ts';
import { date, twoYears } from '../history/counting.ts';

export const calendar = schoolCalendar(twoYears);

/** Every session from one day to another: present, or the code given. */
export function days(from: string, to: string, code?: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let day = toDay(date(from)); day <= toDay(date(to)); day++)
    for (const session of SESSIONS)
      if (calendar.meets(day, session))
        marks.push({ date: fromDay(day), session, code: code ?? (session === 'AM' ? '/' : '\\') });
  return marks;
}

/** Marks of autumn 2026 up to the day before `until`: here every session, but for what is given. */
export function autumn(until: string, ...but: readonly (readonly Mark[])[]): readonly Mark[] {
  return [...days('2026-09-02', fromDay(toDay(date(until)) - 1)), ...but.flat()];
}

/** `letter-90 2026-11-02`, or with a time of day. */
export function logged(...texts: readonly string[]): readonly LoggedEvent[] {
  return texts.map((text) => {
    const [step = '', on = '', at] = text.split(' ');
    return { step, date: date(on), ...(at ? { minute: toMinute(at as ClockTime) } : {}) };
  });
}

type Rest = Partial<Omit<StepsQuestion, 'policy' | 'asOf' | 'marks' | 'now'>> & { readonly at?: string };

/** A question under a built-in policy or another, `at` a time of the day itself or of one that is given before it. */
export function question(
  policy: string | Policy,
  asOf: string,
  marks: readonly Mark[],
  { at, ...rest }: Rest = {},
): StepsQuestion {
  const known = typeof policy === 'string' ? builtInPolicy(policy) : policy;
  if (!known) throw new Error(`no policy ${policy}`);
  const [time, on = asOf] = at?.split(' ').reverse() ?? [];
  const now = time ? { now: { date: date(on), minute: toMinute(time as ClockTime) } } : {};
  return { policy: known, asOf: date(asOf), calendar, marks, ...now, ...rest };
}

/** Every step's result. */
export function listed(...asked: Parameters<typeof question>): readonly DueStep[] {
  return dueSteps(question(...asked));
}

/** One step's result; undefined where it is not among them. */
export function find(id: string, ...asked: Parameters<typeof question>): DueStep | undefined {
  return listed(...asked).find(({ step }) => step.id === id);
}

/** One step's state. */
export function state(id: string, ...asked: Parameters<typeof question>): DueStep['state'] | undefined {
  return find(id, ...asked)?.state;
}

const anyStep: Step = {
  id: 'any',
  who: 'school',
  action: 'Any',
  when: null,
  again: 'each-year',
  clause: null,
};

function readingOf(
  name: MetricName,
  asOf: string,
  marks: readonly Mark[],
  rest: Rest & { readonly policy?: string; readonly step?: Partial<Step> } = {},
): Reading {
  const { policy = 'england-2024', step, ...others } = rest;
  return METRICS[name].read(factsOf(question(policy, asOf, marks, others)), { ...anyStep, ...step });
}

/** One metric, as `[least, most]` in its own unit, or why it is none. */
export function metric(
  ...asked: Parameters<typeof readingOf>
): readonly [number, number | null] | Reading['kind'] {
  const reading = readingOf(...asked);
  if (reading.kind !== 'amount') return reading.kind;
  return [reading.least / reading.of, reading.most === null ? null : reading.most / reading.of];
}

/** One metric in words: the figure and, where something is missing, what. */
export function words(...asked: Parameters<typeof readingOf>): readonly string[] {
  const reading = readingOf(...asked);
  if (reading.kind === 'unknown') return [reading.why];
  if (reading.kind === 'none' || reading.gap === undefined) return [reading.says];
  return [reading.says, reading.gap];
}
