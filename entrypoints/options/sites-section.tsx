import { AddSite } from '../../components/forms/add-site.tsx';
import { Await, useLoaded } from '../../components/forms/loaded.tsx';
import { SiteList } from '../../components/forms/site-list.tsx';
import type { Ask } from '../../store/ask.ts';
import { dropAccess, isAllowed, requestAccess } from '../../store/host-access.ts';
import type { Site } from '../../store/records.ts';

/** The sites, with what the browser says of each, and a way to add one. */
export function SitesSection(props: {
  ask: Ask;
  sites: readonly Site[];
  put: (sites: readonly Site[]) => void;
}) {
  const allowed = useLoaded(() => allowedOf(props.sites));
  const show = async (sites: readonly Site[]) => {
    allowed.put(await allowedOf(sites));
    props.put(sites);
  };
  const set = async (origin: string, on: boolean) => show(await props.ask('set-site', { origin, on }));
  const allow = (origin: string) =>
    requestAccess(origin).then(async (permission) => {
      if (permission === 'granted') await set(origin, true);
      return permission;
    });
  const remove = async (origin: string) => {
    await dropAccess(origin);
    await show(await props.ask('set-site', { origin, on: false }));
  };
  return (
    <>
      <Await {...allowed} what="permissions">
        {(may) => (
          <SiteList
            sites={props.sites
              .map((site) => ({ ...site, allowed: may.has(site.origin) }))
              .filter((site) => site.on || site.allowed)}
            onSet={set}
            onAllow={allow}
            onRemove={remove}
          />
        )}
      </Await>
      <h3>Add a site</h3>
      <AddSite onAdd={allow} />
    </>
  );
}

async function allowedOf(sites: readonly Site[]): Promise<ReadonlySet<string>> {
  const may = await Promise.all(sites.map(({ origin }) => isAllowed(origin)));
  return new Set(sites.filter((_, index) => may[index]).map(({ origin }) => origin));
}
