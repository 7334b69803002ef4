import type { Said } from '../../components/setup/label-table.tsx';
import { routeOf, type SiteProfile } from '../../sites/profile.ts';
import type { Stage } from './stage.ts';

/** What is said when a page is kept. */
export const CHECKING =
  'Registerwise now checks this register. You can change this in the options, under Pages.';

/** An id unlike any other's of its site. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** The labels somebody gave a code; the others stay as they are. */
export function codesSaid(said: Said): SiteProfile['codes'] {
  return Object.fromEntries(
    Object.entries(said).flatMap(([label, code]) => (code === null ? [] : [[label, code]])),
  );
}

/** A name no other page of the site has. */
export function plainName(profiles: readonly SiteProfile[], isLesson: boolean): string {
  const plain = isLesson ? 'Lesson register' : 'Class register';
  const taken = new Set(profiles.map(({ name }) => name));
  for (let i = 1; ; i++) {
    const name = i === 1 ? plain : `${plain} ${i}`;
    if (!taken.has(name)) return name;
  }
}

/** What was taught of this page before, and would still be read first. */
export function inTheWay({ document, profiles, readers }: Stage): readonly SiteProfile[] {
  const route = routeOf(new URL(document.URL));
  const reads = (profile: SiteProfile): boolean => {
    try {
      return readers.taught.read(document, profile).length > 0;
    } catch {
      return true;
    }
  };
  return profiles.filter((profile) => profile.picks !== null && profile.route === route && reads(profile));
}
