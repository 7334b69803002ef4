import browser from 'webextension-polyfill';
import type { NamesShown } from '../../components/overlay/door.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { arrivalsOf, arrivalsOfDay, logArrival, removeArrival } from '../../store/arrivals.ts';
import type { Database } from '../../store/database.ts';
import { PRACTICE_ORIGIN } from '../../store/requests.ts';
import type { OwnAnswers } from './doors.ts';
import { isOpenTo } from './granted-sites.ts';
import { store } from './opened-store.ts';
import { pushToPages } from './push.ts';

type ArrivalQuestion =
  | 'day-arrivals'
  | 'own-arrivals'
  | 'own-log-arrival'
  | 'own-remove-arrival'
  | 'names-shown';

/** What the extension's own pages are answered about late arrivals. */
export const arrivalAnswers: Pick<OwnAnswers, ArrivalQuestion> = {
  'day-arrivals': async ({ date }) => arrivalsOfDay(await store(), date),
  'own-arrivals': async ({ origin, ...ask }) => arrivalsOf(await store(), origin, ask),
  'own-log-arrival': ({ origin, ...ask }) =>
    changeArrivals((database) => logArrival(database, origin, ask, Date.now())),
  'own-remove-arrival': ({ origin, ...ask }) =>
    changeArrivals((database) => removeArrival(database, origin, ask, Date.now())),
  'names-shown': ({ origin }) => namesShown(origin),
};

/** Changes what is logged, and tells pages: a mark is checked by the arrival that is known. */
export async function changeArrivals(change: (database: Database) => Promise<void>): Promise<null> {
  await change(await store());
  await pushToPages({ to: 'page', kind: 'reload' });
  return null;
}

/** Opens the list of a day's late arrivals in a new tab. */
export async function openLates(date: IsoDate): Promise<null> {
  await browser.tabs.create({ url: browser.runtime.getURL(`lates.html?date=${date}`) });
  return null;
}

/** What the pages of a site that are open now call their pupils; nothing of a site that we may not read. */
async function namesShown(origin: string): Promise<Readonly<Record<string, string>>> {
  if (origin === PRACTICE_ORIGIN || !(await isOpenTo(await store(), origin))) return {};
  const tabs = await browser.tabs.query({});
  const shown = await Promise.all(tabs.map(({ id }) => (id === undefined ? [] : namesIn(id))));
  const here = shown.flat().filter((each) => each.origin === origin);
  return Object.assign({}, ...here.map(({ names }) => names));
}

async function namesIn(tabId: number): Promise<readonly NamesShown[]> {
  const frames = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: askFrame })
    // Closed meanwhile, or not ours to read.
    .catch(() => []);
  return frames.flatMap(({ result }) => (result ? [result as NamesShown] : []));
}

/** Runs in the page's frame, beside our content script, so it can use nothing from here. See `components/overlay/door.ts`. */
function askFrame(): unknown {
  const room = globalThis as unknown as Record<symbol, { names?: () => unknown } | undefined>;
  return room[Symbol.for('registerwise.offers')]?.names?.() ?? null;
}
