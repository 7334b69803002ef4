import type { Permission } from './add-site.tsx';
import { SaveStatus, useSaving } from './saving.tsx';

/** One site as listed: whether the user has it on, and whether the browser still lets us read it. */
export interface ListedSite {
  readonly origin: string;
  readonly on: boolean;
  readonly allowed: boolean;
}

/** The sites Registerwise was turned on for. Each can be paused, allowed again, or removed for good. */
export function SiteList(props: {
  sites: readonly ListedSite[];
  onSet: (origin: string, on: boolean) => Promise<unknown>;
  onAllow: (origin: string) => Promise<Permission>;
  onRemove: (origin: string) => Promise<unknown>;
}) {
  const saving = useSaving();
  const allow = (origin: string) =>
    saving.run(async () => {
      if ((await props.onAllow(origin)) === 'refused') throw new Error('The browser was not allowed to.');
    }, `Registerwise may read ${origin} again.`);
  return (
    <>
      {props.sites.length === 0 && (
        <p class="note">Registerwise is not on for any site yet. Until it is, it reads nothing.</p>
      )}
      <ul class="sites">
        {props.sites.map(({ origin, on, allowed }) => (
          <li key={origin}>
            <span class="origin">{origin}</span>
            <span class="tag" data-on={on && allowed}>
              {allowed ? (on ? 'On' : 'Off') : 'Not allowed by the browser'}
            </span>
            <span class="row">
              {allowed ? (
                <button
                  type="button"
                  onClick={() =>
                    saving.run(() => props.onSet(origin, !on), `${origin} is ${on ? 'off' : 'on'}.`)
                  }
                >
                  Turn {on ? 'off' : 'on'}
                  <span class="unseen"> for {origin}</span>
                </button>
              ) : (
                <button type="button" onClick={() => allow(origin)}>
                  Allow again<span class="unseen"> for {origin}</span>
                </button>
              )}
              <button
                type="button"
                onClick={() =>
                  saving.run(() => props.onRemove(origin), `Registerwise may no longer read ${origin}.`)
                }
              >
                Remove<span class="unseen"> {origin}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <SaveStatus state={saving.state} />
    </>
  );
}
