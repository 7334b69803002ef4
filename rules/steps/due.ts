import { showMinute, toMinute } from '../calendar/clock.ts';
import { longDay } from '../calendar/show.ts';
import { type Policy, quote } from '../policy/policy.ts';
import { nationalPolicy } from '../policy/profiles.ts';
import { isOfCompulsoryAge } from '../pupil/age.ts';
import { doneOn } from './done.ts';
import { type Facts, factsOf, type StepsQuestion } from './facts.ts';
import { METRICS } from './metrics.ts';
import { type Compared, compare, judge } from './reading.ts';
import type { Comparison, Condition, Step, Who } from './step.ts';

/** One step, and whether it is asked for on the day. */
export interface DueStep {
  readonly step: Step;
  /** `cannot-tell`: what is missing could turn it either way, so it neither reminds nor stays silent. */
  readonly state: 'due' | 'not-due' | 'cannot-tell';
  /** A plain sentence with the figures. */
  readonly because: string;
  readonly who: Who;
  /** The school's sentence, the law behind it, or both. */
  readonly clause: { readonly policy?: string; readonly law?: string };
  /** Other clauses on the same thing, which are shown and not applied. */
  readonly notes: readonly string[];
}

interface Outcome {
  readonly state: DueStep['state'];
  readonly because: string;
  /** The step was done, and need not be done again yet. */
  readonly done?: true;
}

/**
 * Every step that the policy, and the national rules beneath it, ask of software: due, not due, or not to be told.
 * Reminders, in the order of the policy. Pure; never throws.
 */
export function dueSteps(question: StepsQuestion): readonly DueStep[] {
  const facts = factsOf(question);
  const evaluated = applied(question.policy)
    .filter(({ step }) => !step.optional || question.also?.includes(step.id))
    .map(({ step, policy }) => ({ step, policy, outcome: outcomeOf(facts, step) }));
  const met = new Set(
    evaluated.filter(({ outcome }) => outcome.done || outcome.state === 'due').map(({ step }) => step.meets),
  );
  return evaluated
    .filter(({ step, policy }) => policy === question.policy || !met.has(step.id))
    .map(({ step, policy, outcome: { state, because } }) => ({
      step,
      state,
      because,
      who: step.who,
      clause: clauseOf(step, policy),
      notes: notesOn(step, policy, question.policy),
    }));
}

/** Steps that a clause leaves to a person's judgement, such as looking for patterns: to be listed, never evaluated. */
export function stepsForPeople(policy: Policy): readonly Step[] {
  return policy.steps.filter(({ when }) => when === null);
}

/** A step that is not left to a person's judgement. */
type Evaluated = Step & { readonly when: Condition };

/** The policy's own steps, then the national ones: those stand beneath every policy. */
function applied(policy: Policy): readonly { readonly step: Evaluated; readonly policy: Policy }[] {
  const layers = policy.id === nationalPolicy.id ? [policy] : [policy, nationalPolicy];
  return layers.flatMap((layer) =>
    layer.steps
      .filter((step): step is Evaluated => step.when !== null && step.noteOn === undefined)
      .map((step) => ({ step, policy: layer })),
  );
}

function outcomeOf(facts: Facts, step: Evaluated): Outcome {
  const out = outside(facts, step);
  if (out !== null) return { state: 'not-due', because: out };
  const { truth, because } = judge(step.when, (comparison) => tested(facts, step, comparison));
  const words = sentence(because.join('; '));
  if (truth === 'no') return { state: 'not-due', because: words };
  const done = doneOn(facts, step);
  if (done) return { state: 'not-due', because: `Logged as done on ${longDay(done)}.`, done: true };
  if (step.tiers && !facts.question.contactTier)
    return { state: 'cannot-tell', because: `The pupil’s contact tier is not known. ${words}` };
  if (truth === 'unknown')
    return { state: 'cannot-tell', because: `It cannot be told: ${because.join('; ')}.` };
  return { state: 'due', because: `${words}${timeLeft(facts, step)}` };
}

/** Why a step is not this pupil's at all; null when it is. */
function outside({ question }: Facts, step: Step): string | null {
  const { asOf, pupil, policy, contactTier } = question;
  if ((pupil?.startDate && asOf < pupil.startDate) || (pupil?.leavingDate && asOf > pupil.leavingDate))
    return 'The pupil is not on roll on this day.';
  if (step.only?.includes('own-register') && policy.register === 'provision')
    return 'This is counted in the home school’s register.';
  if (step.only?.includes('compulsory-age') && isOfCompulsoryAge(pupil, asOf) === 'no')
    return 'The pupil is not of compulsory school age on this day.';
  if (step.tiers && contactTier && !step.tiers.includes(contactTier))
    return `The pupil’s contact tier is ${contactTier}.`;
  return null;
}

const BAR: Readonly<Record<Comparison['is'], (value: string) => string>> = {
  'at-least': (value) => `at ${value} or more`,
  'more-than': (value) => `at more than ${value}`,
  below: (value) => `below ${value}`,
  'at-most': (value) => `at ${value} or less`,
};

function tested(facts: Facts, step: Step, comparison: Comparison): Compared {
  const { read, unit } = METRICS[comparison.metric];
  const reading = read(facts, step);
  const truth = compare(reading, comparison);
  if (reading.kind === 'unknown') return { truth, says: reading.why };
  if (reading.kind === 'none') return { truth, says: reading.says };
  const bar = BAR[comparison.is](inUnit(comparison.value, unit));
  const gap = truth === 'unknown' && reading.gap ? `, and ${reading.gap}` : '';
  return { truth, says: `${reading.says} (asked for ${bar})${gap}` };
}

function inUnit(value: number, unit: string): string {
  return unit === '%' ? `${value}%` : `${value} ${value === 1 ? unit.slice(0, -1) : unit}`;
}

function timeLeft({ question }: Facts, { by }: Step): string {
  if (!by) return '';
  const late = question.now?.date === question.asOf && question.now.minute > toMinute(by);
  return late ? ` ${showMinute(toMinute(by))} has passed.` : ` To be done by ${showMinute(toMinute(by))}.`;
}

function clauseOf(step: Step, policy: Policy): DueStep['clause'] {
  const words = quote(policy, step.clause);
  const law = step.law ?? nationalPolicy.steps.find(({ id }) => id === step.meets)?.law;
  return { ...(words === undefined ? {} : { policy: words }), ...(law === undefined ? {} : { law }) };
}

function notesOn(step: Step, policy: Policy, asked: Policy): readonly string[] {
  const beside = asked.steps
    .filter(({ noteOn }) => noteOn === step.id)
    .map(({ clause }) => quote(asked, clause));
  return [...(step.others ?? []).map((key) => quote(policy, key)), ...beside].filter(
    (words) => words !== undefined,
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
