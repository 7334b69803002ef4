import type { Said } from '../../components/setup/label-table.tsx';
import { routeOf, type SiteProfile } from '../../sites/profile.ts';
import type { Stage } from './stage.ts';

/** What is said when a page is kept. */
const CHECKING = 'Registerwise now checks this register. You can change this in the options, under Pages.';

/** Said when the page has gone on meanwhile. */
export const GONE = 'The register is no longer on the page.';

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

/** Keeps a profile that reads the page as it is now, in place of what was in the way. Throws one plain sentence where it does not. */
export async function keepProfile(stage: Stage, profile: SiteProfile): Promise<void> {
  const { document, profiles, readers, today } = stage;
  const old = inTheWay(stage).filter(({ id }) => id !== profile.id);
  const others = profiles.filter((each) => each.id !== profile.id && !old.includes(each));
  const sight = readers.readPage(new URL(document.URL), document, [profile, ...others], today);
  if (sight.kind === 'not-checking') throw new Error(sight.why);
  if (sight.kind === 'no-register') throw new Error(GONE);
  await stage.save(profile);
  for (const { id } of old) await stage.forget(id);
  stage.finish(CHECKING);
}
