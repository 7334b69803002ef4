import type { Comparison, Condition } from './step.ts';

/** A figure, exact or between bounds. */
export interface Amount {
  readonly kind: 'amount';
  /** The least and the most it can be, as numerators over {@link of}; alike where it is known exactly. */
  readonly least: number;
  /** Null where missing marks set no upper bound. */
  readonly most: number | null;
  /** The denominator, so that shares are compared on whole numbers; 1 for a plain count. */
  readonly of: number;
  /** The figure in words, to begin a sentence with: `3 school days in a row absent`. */
  readonly says: string;
  /** What is missing, where `least` and `most` differ. */
  readonly gap?: string;
}

/** What a metric says of one pupil on one day. Unknown is a value of its own, never a 0. */
export type Reading =
  | Amount
  /** Nothing on hand says: no comparison with it is true or false. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** There is nothing to measure, since what it runs from has not happened: every comparison with it is false. */
  | { readonly kind: 'none'; readonly says: string };

/** Whether a condition holds; `unknown` where the marks missing could turn it either way. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A comparison, what came of it, and the figures in words. */
export interface Compared {
  readonly truth: Truth;
  readonly says: string;
}

/** Holds a reading against a value, on whole numbers. */
export function compare(reading: Reading, { is, value }: Pick<Comparison, 'is' | 'value'>): Truth {
  if (reading.kind !== 'amount') return reading.kind === 'none' ? 'no' : 'unknown';
  const bar = value * reading.of;
  const most = reading.most ?? Number.POSITIVE_INFINITY;
  const { least } = reading;
  if (is === 'at-least') return least >= bar ? 'yes' : most < bar ? 'no' : 'unknown';
  if (is === 'more-than') return least > bar ? 'yes' : most <= bar ? 'no' : 'unknown';
  if (is === 'below') return most < bar ? 'yes' : least >= bar ? 'no' : 'unknown';
  return most <= bar ? 'yes' : least > bar ? 'no' : 'unknown';
}

/** Whether a whole condition holds, and the comparisons that make it so: those that came out as the whole did. */
export function judge(
  condition: Condition,
  test: (comparison: Comparison) => Compared,
): { readonly truth: Truth; readonly because: readonly string[] } {
  if ('metric' in condition) {
    const { truth, says } = test(condition);
    return { truth, because: [says] };
  }
  const every = 'all' in condition;
  const parts = (every ? condition.all : condition.any).map((part) => judge(part, test));
  const deciding: Truth = every ? 'no' : 'yes';
  const truth = parts.some((part) => part.truth === deciding)
    ? deciding
    : parts.some((part) => part.truth === 'unknown')
      ? 'unknown'
      : every
        ? 'yes'
        : 'no';
  return { truth, because: parts.filter((part) => part.truth === truth).flatMap(({ because }) => because) };
}

/** `3 school days`, `at least 1 school day`, `3 to 5 school days`. */
export function showBetween(least: number, most: number | null, one: string, many = `${one}s`): string {
  const counted = (n: number) => `${n} ${n === 1 ? one : many}`;
  if (least === most) return counted(least);
  return most === null ? `at least ${counted(least)}` : `${least} to ${counted(most)}`;
}
