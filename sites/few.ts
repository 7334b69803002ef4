import { held, type Page, type SightOfPage } from './confirmed.ts';
import type { RegisterReading } from './contract.ts';
import { readFew } from './generic/few.ts';
import { isAsConfirmed, routeOf, type SiteProfile } from './profile.ts';

const TOO_FEW = 'Too few pupils of this register are shown for it to be read.';

/**
 * A page on which no register is seen, where one of this kind of page was confirmed: it may be filtered to a pupil or two.
 * These are read where all that was confirmed is there to be held against: the kind of marks, the place of the numbers, the
 * day and the session on the page, a name and a known mark on each line.
 */
export function seeFew({ url, document, profiles, today }: Page): SightOfPage {
  const here = profiles.filter(({ picks, route }) => picks === null && route === routeOf(url));
  let isSign = false;
  for (const profile of here) {
    const reading = readFew(document, profile, today);
    if (reading === null) continue;
    if (reading !== 'sign' && isSafe(reading, profile)) return held([reading], profile, null);
    isSign = true;
  }
  return isSign ? { kind: 'not-checking', why: TOO_FEW, setUp: null } : { kind: 'no-register' };
}

function isSafe({ rows, basis, health, ...about }: RegisterReading, profile: SiteProfile): boolean {
  const isSaid = about.date !== null && (about.session !== null || about.lesson !== null);
  return (
    isSaid &&
    profile.session === 'page' &&
    basis !== null &&
    isAsConfirmed(profile, basis) &&
    health.paused === null &&
    health.unknownCodes.length === 0 &&
    rows.length === health.rowsSeen &&
    rows.every(({ name }) => name !== null)
  );
}
