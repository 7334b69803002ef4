import type { Policy } from '../rules/policy/policy.ts';
import { readPolicy } from '../rules/policy/schema.ts';
import { PlainError } from './plain-error.ts';

/** Bounds: far above any school, far below what would hold the browser up. */
export const MOST_POLICIES = 50;
export const MOST_VERSIONS = 100;
/** In characters: some thirty times the longest policy we know. */
export const LONGEST_POLICY = 1_000_000;

/** What is said of a file that is longer. */
export const TOO_LONG = 'This file is larger than a policy profile can be.';
const NO_PROFILE = 'This is not a policy profile: it is no JSON.';

/** The policy profile in the text of a file (`docs/policy.schema.json`). Throws {@link PlainError} that says what is wrong with it, and where. */
export function policyInFile(text: string): Policy {
  if (text.length > LONGEST_POLICY) throw new PlainError(TOO_LONG);
  const reading = readPolicy(parsed(text));
  if (reading.ok) return reading.policy;
  const { path, message } = reading;
  throw new PlainError(
    path === '' ? `This is not a policy profile. ${message}` : `At “${path}” in this file: ${message}`,
  );
}

/** The text of a file that holds a policy document. */
export function policyFile(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlainError(NO_PROFILE);
  }
}
