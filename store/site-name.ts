import { PRACTICE_ORIGIN } from './requests.ts';

/** A site's address as people read it. */
export function siteName(origin: string): string {
  return origin === PRACTICE_ORIGIN ? 'The practice register (made-up pupils)' : origin;
}
