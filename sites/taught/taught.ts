import type { RegisterReading, SiteAdapter } from '../contract.ts';
import type { SiteProfile } from '../profile.ts';

/** Reads a page by the selectors of a profile that a person taught. */
export const taught: SiteAdapter = Object.freeze({
  id: 'taught',
  name: 'A page somebody taught',
  version: 1,
  verified: null,
  matches: () => 0,
  read(_document: Document, _profile: SiteProfile | null): readonly RegisterReading[] {
    return [];
  },
});
