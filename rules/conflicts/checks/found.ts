import type { IsoDate } from '../../calendar/dates.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Conflict } from '../conflict.ts';

/** What a check found, before it has a number. */
export type Found = Omit<Conflict, 'id'>;

/** One fault a policy may have, found from the policy as data. No school is named in any of them. */
export interface PolicyCheck {
  /** The id of its conflicts in a policy that does not number them. */
  readonly name: string;
  /** Every place where the policy has the fault, judged by the law of `asOf`; usually none. */
  readonly find: (policy: Policy, asOf: IsoDate) => readonly Found[];
}

/** The day on which the 2024 regulations, codes and framework began. */
export const LAW_OF_2024 = '2024-08-19' as IsoDate;

/** The policy's own words, each with the section it stands under; `otherwise` where no such clause is known. */
export function inItsWords(
  policy: Policy,
  said: readonly { readonly clause: string | null }[],
  otherwise = 'The policy’s own words are not on hand.',
): string {
  const keys = [...new Set(said.map(({ clause }) => clause))];
  const words = keys.flatMap((key) => {
    const clause = key === null ? undefined : policy.clauses[key];
    return clause ? [`${clause.section}: “${clause.sentence}”`] : [];
  });
  return words.length > 0 ? words.join(' ') : otherwise;
}

/** Several things in a sentence: `J, Y and $`. */
export function list(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
