import { ImportPages } from '../../components/forms/import-pages.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { PageList, type PagesOfSite } from '../../components/forms/page-list.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import { longDate } from '../../rules/calendar/show.ts';
import type { SessionAnswer, SiteProfile } from '../../sites/profile.ts';
import type { Ask } from '../../store/ask.ts';
import { readPages, writePages } from '../../store/pages-file.ts';
import type { ProfileOfSite } from '../../store/site-profiles.ts';

const SESSIONS: Readonly<Record<SessionAnswer, string>> = {
  page: 'The page says morning or afternoon.',
  clock: 'Morning or afternoon is taken from the clock.',
  AM: 'Always the morning register.',
  PM: 'Always the afternoon register.',
  lesson: 'A lesson register: only codes are checked.',
};

/** The pages people confirmed or taught, and a way to hand them on and take them in. */
export function PagesSection({ ask, origins }: { ask: Ask; origins: readonly string[] }) {
  const pages = useLoaded(() => ask('site-profiles', {}));
  return (
    <Await {...pages} what="pages">
      {(all) => (
        <>
          <PageList
            sites={bySite(all)}
            onExport={(origin, id) => exportPages(origin, profilesOf(all, origin, id))}
            onForget={async (origin, id) => pages.put(await ask('forget-site-profile', { origin, id }))}
          />
          <h3>Import pages</h3>
          <ImportPages
            origins={origins}
            read={async (file) => readPages(await file.text(), isSelector)}
            onImport={async (origin, { profiles }) =>
              pages.put(await ask('save-site-profiles', { origin, profiles }))
            }
          />
        </>
      )}
    </Await>
  );
}

function bySite(all: readonly ProfileOfSite[]): readonly PagesOfSite[] {
  return [...new Set(all.map(({ origin }) => origin))].map((origin) => ({
    origin,
    pages: profilesOf(all, origin, null).map((profile) => ({
      ...{ id: profile.id, name: profile.name, says: saysOf(profile) },
    })),
  }));
}

function saysOf({ picks, confirmed, route, session }: SiteProfile): string {
  return `${picks ? 'Taught by pointing' : 'Confirmed'} on ${longDate(confirmed)}. ${SESSIONS[session]} Pages at ${route}`;
}

function profilesOf(
  all: readonly ProfileOfSite[],
  origin: string,
  id: string | null,
): readonly SiteProfile[] {
  return all
    .filter((each) => each.origin === origin && (id === null || each.id === id))
    .map(({ origin: _, ...profile }) => profile);
}

function exportPages(origin: string, profiles: readonly SiteProfile[]): void {
  const host = new URL(origin).host.replace(/[^\w.-]/g, '-');
  saveAs(`registerwise-pages-${host}.json`, writePages(origin, profiles), 'application/json');
}

function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
