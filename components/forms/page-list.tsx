import { howMany } from './kept.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** One kind of page somebody confirmed or taught. */
export interface ListedPage {
  readonly id: string;
  readonly name: string;
  /** `Confirmed on 20 November 2026. Drop-downs. Session from the clock.` */
  readonly says: string;
}

/** The kinds of page of one site. */
export interface PagesOfSite {
  readonly origin: string;
  readonly pages: readonly ListedPage[];
}

/** The pages people confirmed or taught, site by site: each can be handed on as a file, or forgotten. */
export function PageList(props: {
  sites: readonly PagesOfSite[];
  /** `id` null: all of the site. */
  onExport: (origin: string, id: string | null) => void;
  onForget: (origin: string, id: string) => Promise<unknown>;
}) {
  const saving = useSaving();
  return (
    <>
      {props.sites.length === 0 && (
        <p class="note">
          No page has been confirmed or taught yet. Open a register on a site that is on, and Registerwise
          asks.
        </p>
      )}
      {props.sites.map(({ origin, pages }) => (
        <section key={origin} aria-label={origin}>
          <h3>{origin}</h3>
          <ul class="sites">
            {pages.map(({ id, name, says }) => (
              <li key={id}>
                <span class="origin">
                  {name}
                  <span class="says quiet">{says}</span>
                </span>
                <span class="row">
                  <button type="button" onClick={() => props.onExport(origin, id)}>
                    Export<span class="unseen"> {name}</span>
                  </button>
                  <button
                    type="button"
                    onClick={() =>
                      saving.run(() => props.onForget(origin, id), `${name} is no longer checked.`)
                    }
                  >
                    Remove<span class="unseen"> {name}</span>
                  </button>
                </span>
              </li>
            ))}
          </ul>
          {pages.length > 1 && (
            <button type="button" onClick={() => props.onExport(origin, null)}>
              Export all {howMany(pages.length, 'page')}
              <span class="unseen"> of {origin}</span>
            </button>
          )}
        </section>
      ))}
      <SaveStatus state={saving.state} />
    </>
  );
}
