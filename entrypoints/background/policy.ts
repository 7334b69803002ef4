import type { Policy } from '../../rules/policy/policy.ts';
import { builtInPolicy, nationalPolicy } from '../../rules/policy/profiles.ts';

/** The chosen profile; where none is, or it is no longer among ours, the national rules alone, under their own name. */
export function policyOf(policyId: string | null): Policy {
  return (policyId === null ? undefined : builtInPolicy(policyId)) ?? nationalPolicy;
}
