import type { Policy } from './policy.ts';
import england from './profiles/england-2024.json' with { type: 'json' };
import greatHockham from './profiles/great-hockham.json' with { type: 'json' };
import johnFKennedy from './profiles/john-f-kennedy.json' with { type: 'json' };
import leadingFutures from './profiles/leading-futures.json' with { type: 'json' };
import seagrave from './profiles/seagrave.json' with { type: 'json' };
import waltonOak from './profiles/walton-oak.json' with { type: 'json' };
import { readPolicy } from './schema.ts';

const documents = [waltonOak, seagrave, johnFKennedy, greatHockham, leadingFutures, england];

/** The five schools' policies and, last, the national rules alone. */
export const builtInPolicies: readonly Policy[] = documents.map((document) => {
  const reading = readPolicy(document);
  if (!reading.ok) throw new Error(`${document.id}, ${reading.path}: ${reading.message}`);
  return reading.policy;
});

/** The national rules, which hold where no school's policy is chosen. */
export const nationalPolicy: Policy = builtInPolicies.at(-1) as Policy;

/** The built-in policy of that id; undefined when there is none. */
export function builtInPolicy(id: string): Policy | undefined {
  return builtInPolicies.find((policy) => policy.id === id);
}

/** Profiles of a school's own, and after them the built-in ones that none of those stands in for. */
export function withBuiltIn(
  own: readonly { readonly id: string; readonly policy: Policy | null }[],
): readonly Policy[] {
  const mine = own.flatMap(({ policy }) => policy ?? []);
  return [...mine, ...builtInPolicies.filter((policy) => own.every(({ id }) => policy.id !== id))];
}

/** The chosen policy; where none is, or it is no longer among these, the national rules alone, under their own name. */
export function policyOf(id: string | null, among: readonly Policy[] = builtInPolicies): Policy {
  return among.find((policy) => policy.id === id) ?? nationalPolicy;
}
