import { many } from '../texts.ts';
import type { PageState } from './port.ts';

/** How a page stands that has no register. */
export const NO_REGISTER: PageState = {
  state: 'no-register',
  detail: 'No register on this page',
  findings: 0,
  setUp: null,
};

/** The background takes no longer sentence. */
const LONGEST = 480;

/** How several registers stand as one: a register that is not checked is told of before those that are, and earlier marks last. */
export function mergedState(states: readonly PageState[]): PageState {
  const registers = states.filter(({ state }) => state === 'checking' || state === 'not-checking');
  const [first, second] = registers;
  if (!first) return states.find(({ state }) => state === 'history') ?? NO_REGISTER;
  if (!second) return first;
  const paused = registers.filter(({ state }) => state === 'not-checking');
  const [worst = first] = paused;
  const told = [...new Set((paused.length > 0 ? paused : registers).map(({ detail }) => detail))].join(' ');
  const of = many(registers.length, 'register');
  const detail = paused.length > 0 ? `Not checking ${paused.length} of ${of}. ${told}` : `${of}. ${told}`;
  return {
    state: worst.state,
    detail: detail.slice(0, LONGEST),
    findings: registers.reduce((sum, { findings }) => sum + findings, 0),
    setUp: paused.find(({ setUp }) => setUp !== null)?.setUp ?? null,
  };
}
