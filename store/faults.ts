import { PlainError } from './plain-error.ts';

const FULL =
  'This device has no room left, so the last change was not kept. What was kept before is still there. Make room, then try again.';
const CLOSED =
  'The browser closed what Registerwise keeps, or it was erased, so the last change was not kept. Try again.';

/** What is said where the browser gives no database at all. */
export const NO_STORE =
  'This window does not let Registerwise keep anything, so nothing can be counted here. Use an ordinary window.';
const FAILED =
  'This device could not read or save what Registerwise keeps. Nothing that was kept before is changed. See whether the disk is full, then try again.';

/** What the browser and Dexie call a fault of the store, and what it means to the person before it. */
const BY_NAME: Readonly<Record<string, string>> = {
  QuotaExceededError: FULL,
  DatabaseClosedError: CLOSED,
  InvalidStateError: CLOSED,
  MissingAPIError: NO_STORE,
  SecurityError: NO_STORE,
  AbortError: FAILED,
  DataError: FAILED,
  NotReadableError: FAILED,
  OpenFailedError: FAILED,
  TimeoutError: FAILED,
  TransactionInactiveError: FAILED,
  UnknownError: FAILED,
};

/** One plain sentence for an error of the store; null for any other, which is a fault of ours. */
export function plainFault(error: unknown): string | null {
  if (error instanceof PlainError) return error.message;
  // Dexie wraps what the browser says, and of many rows lists it: the innermost cause is the one to tell of.
  const { name, inner, failures } = (error ?? {}) as Record<'name' | 'inner' | 'failures', unknown>;
  const cause = inner ?? (Array.isArray(failures) ? failures[0] : undefined);
  const within = cause && cause !== error ? plainFault(cause) : null;
  return (
    within ?? (typeof name === 'string' && Object.hasOwn(BY_NAME, name) ? (BY_NAME[name] ?? null) : null)
  );
}
