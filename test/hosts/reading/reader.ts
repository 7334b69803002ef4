import { observe } from '../../../sites/observe.ts';
import { confirmationOf, routeOf, type SiteProfile } from '../../../sites/profile.ts';
import { readPage, understood } from '../../../sites/registry.ts';
import type { Confirmed, ReadRegister, SeenPage } from './read.ts';

/** What a person answers once, when first asked about this page; null where there is nothing to confirm. */
function confirm(): Confirmed | null {
  const found = understood(new URL(location.href), document).find(({ basis }) => basis !== null);
  if (!found?.basis) return null;
  const { basis, rows, health } = found;
  const given = {
    id: 'test',
    name: 'Host page',
    route: routeOf(new URL(location.href)),
    confirmed: '2026-09-01',
  };
  return {
    profile: confirmationOf({ ...found, basis }, given as Parameters<typeof confirmationOf>[1]),
    labels: basis.labels,
    rows: rows.map(({ pupilKey, code }) => ({ pupilKey, code })),
    paused: health.paused,
  };
}

/** The page as it is read now, twice, and how often the document was changed by reading it. */
function read(profile: SiteProfile | null): SeenPage {
  const watch = new MutationObserver(() => {});
  watchAll(watch);
  const once = seen(profile);
  const same = JSON.stringify(seen(profile)) === JSON.stringify(once);
  const writes = watch.takeRecords().length;
  watch.disconnect();
  return { ...once, same, writes };
}

function seen(profile: SiteProfile | null): Omit<SeenPage, 'same' | 'writes'> {
  const sight = readPage(new URL(location.href), document, profile ? [profile] : []);
  if (sight.kind !== 'registers')
    return {
      kind: sight.kind === 'not-checking' ? 'not-checking' : 'no-register',
      why: sight.kind === 'not-checking' ? sight.why : null,
      registers: [],
    };
  const registers = sight.readings.map(
    ({ date, session, lesson, health, rows }): ReadRegister => ({
      date,
      session,
      lesson,
      paused: health.paused,
      rowsInAll: health.rowsInAll,
      duplicates: health.duplicateKeys,
      rows: rows.map(({ pupilKey, name, code }) => ({ pupilKey, name, code })),
    }),
  );
  return { kind: 'registers', why: null, registers };
}

/** Resolves once nothing in this document has changed for `quiet` ms, and after `most` ms at the latest. */
function still(quiet: number, most: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      watch.disconnect();
      done();
    };
    let timer = setTimeout(end, quiet);
    const latest = Date.now() + most;
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, Math.min(quiet, latest - Date.now()));
    });
    watchAll(watch);
  });
}

function watchAll(watch: MutationObserver): void {
  for (const root of rootsIn(document))
    watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
}

function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? rootsIn(shadowRoot) : [],
  );
  return [root, ...inside];
}

/** How often the page's observer has said that the page may read differently. */
let told = 0;
const listen = () => observe(document, new AbortController().signal, () => told++);
if (document.readyState === 'complete') listen();
else addEventListener('load', listen, { once: true });

Object.assign(globalThis, { __reader: { confirm, read, still, told: () => told } });
