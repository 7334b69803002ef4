import browser from 'webextension-polyfill';
import { NO_REGISTER } from '../../components/overlay/page-state.ts';
import type { Counts, OverlayContext } from '../../components/overlay/port.ts';
import type { CalendarInput } from '../../rules/calendar/calendar.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { policyOf } from '../../rules/policy/profiles.ts';
import { allAmendments, noteAmendment } from '../../store/amendments.ts';
import { arrivalsOf, logArrival, removeArrival } from '../../store/arrivals.ts';
import { countsFor } from '../../store/counts.ts';
import type { Database } from '../../store/database.ts';
import { dropAccess } from '../../store/host-access.ts';
import { beginImport, cancelImport, commitImport, listImports, stagePart } from '../../store/imports.ts';
import { keptFindings, noteKeeping } from '../../store/kept-findings.ts';
import { countKept } from '../../store/marks.ts';
import type { PageRequests, WhyAnswer } from '../../store/page-requests.ts';
import { policyInForce } from '../../store/policies.ts';
import type { Site } from '../../store/records.ts';
import { addSeen, addSeenMarks } from '../../store/seen.ts';
import { readSettings } from '../../store/settings.ts';
import {
  allProfiles,
  forgetProfile,
  type ProfileOfSite,
  profilesOf,
  saveProfiles,
} from '../../store/site-profiles.ts';
import { readSites, saveSite } from '../../store/sites.ts';
import { undoImport } from '../../store/undo-import.ts';
import { whyOf } from '../../store/why.ts';
import { arrivalAnswers, changeArrivals, openLates } from './arrival-answers.ts';
import { calendarAnswers, renewFromMarks } from './calendar-answers.ts';
import type { OwnAnswers, PageAnswers } from './doors.ts';
import { listSites } from './granted-sites.ts';
import { lossNoticed, lossRead } from './lost-store.ts';
import { managedCounts } from './managed.ts';
import { emptyStore, store } from './opened-store.ts';
import { pushToPages, pushToTab } from './push.ts';
import { reconcile } from './registration.ts';
import { rightsAnswers } from './rights-answers.ts';
import { settingsAnswers } from './settings-answers.ts';
import { showingOf } from './showing.ts';
import { forgetTabs, frameToSetUp, noteReport, tabState } from './toolbar.ts';
import { clockOffset, inTraining, setTraining, trainingTime } from './training.ts';
import { lastWho, rememberWho } from './who.ts';

/** What a page is answered, always about its own origin. */
export const pageAnswers: PageAnswers = {
  context: async (_, { tabId }) => inTraining(await overlayContext(), tabId),
  counts: (ask, { origin }) => counts(origin, ask),
  seen: (ask, { origin }) => seen(origin, ask),
  async 'seen-history'({ marks }, { origin }) {
    await addSeenMarks(await store(), origin, marks, Date.now());
    return null;
  },
  'kept-findings': async (ask, { origin }) => keptFindings(await store(), origin, ask),
  async 'keep-findings'(keeping, { origin }) {
    await noteKeeping(await store(), origin, keeping, Date.now());
    return null;
  },
  'last-who': async () => lastWho(),
  async 'note-amendment'(amendment, { origin }) {
    await noteAmendment(await store(), origin, amendment, Date.now());
    await rememberWho(amendment);
    return null;
  },
  why: (ask, { origin }) => why(origin, ask),
  arrivals: async (ask, { origin }) => arrivalsOf(await store(), origin, ask),
  'log-arrival': (ask, { origin }) =>
    changeArrivals((database) => logArrival(database, origin, ask, Date.now())),
  'remove-arrival': (ask, { origin }) =>
    changeArrivals((database) => removeArrival(database, origin, ask, Date.now())),
  'open-lates': ({ date }) => openLates(date),
  async report(state, page) {
    await noteReport(page, state);
    return null;
  },
  async profiles({ loading }, page) {
    if (loading) await noteReport(page, NO_REGISTER);
    return {
      profiles: await profilesOf(await store(), page.origin),
      clockOffsetMs: await clockOffset(page.tabId),
    };
  },
  async 'save-profile'({ profile }, { origin }) {
    await changeProfiles((database) => saveProfiles(database, origin, [profile]));
    return null;
  },
  async 'forget-profile'({ id }, { origin }) {
    await changeProfiles((database) => forgetProfile(database, origin, id));
    return null;
  },
};

/** What the extension's own pages are answered. */
export const ownAnswers: OwnAnswers = {
  ...settingsAnswers,
  ...calendarAnswers,
  ...arrivalAnswers,
  sites: async () => listSites(await store()),
  'set-site': (site) => setSite(site),
  'page-state': ({ tabId }) => tabState(tabId),
  async 'show-counts'({ tabId, shown }) {
    await pushToTab(tabId, { to: 'page', kind: 'counts-shown', shown });
    return null;
  },
  async 'open-set-up'({ tabId }) {
    const frameId = (await frameToSetUp(tabId)) ?? (await fullestFrame(tabId));
    if (frameId !== null) await pushToTab(tabId, { to: 'page', kind: 'set-up' }, frameId);
    return null;
  },
  'import-begin': async (ask) => beginImport(await store(), ask),
  async 'import-part'(part) {
    await stagePart(await store(), part);
    return null;
  },
  'import-commit': ({ id }) => changeMarks((database) => commitImport(database, id, Date.now())),
  async 'import-cancel'({ id }) {
    await cancelImport(await store(), id);
    return null;
  },
  imports: async () => listImports(await store()),
  'undo-import': ({ id }) => changeMarks((database) => undoImport(database, id)),
  import: ({ origin, file = null, strips }) =>
    changeMarks(async (database) => {
      const { id } = await beginImport(database, { origin, file, savedAt: null });
      await stagePart(database, { id, part: 0, strips });
      return commitImport(database, id, Date.now());
    }),
  kept: async () => countKept(await store()),
  amendments: async () => allAmendments(await store()),
  training: ({ tabId }) => trainingTime(tabId),
  async 'set-training'({ tabId, time }) {
    await setTraining(tabId, time);
    await pushToTab(tabId, { to: 'page', kind: 'reload' });
    return null;
  },
  async loss() {
    await store();
    return lossNoticed();
  },
  async 'loss-read'() {
    await lossRead();
    return null;
  },
  wipe: () => wipe(),
  ...rightsAnswers,
  'own-context': () => overlayContext(),
  'own-counts': ({ origin, policyId, calendar, ...ask }) => counts(origin, ask, { policyId, calendar }),
  'own-seen': ({ origin, ...ask }) => seen(origin, ask),
  'own-why': ({ origin, policyId, calendar, ...ask }) => why(origin, ask, { policyId, calendar }),
  'site-profiles': async () => allProfiles(await store()),
  'save-site-profiles': ({ origin, profiles }) =>
    changeProfiles((database) => saveProfiles(database, origin, profiles)),
  'forget-site-profile': ({ origin, id }) =>
    changeProfiles((database) => forgetProfile(database, origin, id)),
};

/** A policy without what no page reads: a page asks for it at every load, and most of it is for people who study it. */
function forPages(policy: Policy): Policy {
  return { ...policy, steps: [], shown: [], noted: [], numbering: {} };
}

async function overlayContext(): Promise<OverlayContext> {
  const database = await store();
  const settings = await readSettings(database);
  const { role, policyId, calendar, calendarSource, clockOffsetMs, hideAfter } = settings;
  const showing = showingOf(role, hideAfter, await managedCounts());
  const policy = forPages(await policyInForce(database, policyId));
  return { role, ...showing, policy, calendar, inferred: calendarSource === 'marks', clockOffsetMs };
}

/** What stands in for the saved settings where it says something: the practice register's, which has built-in policies alone. */
interface Instead {
  readonly policyId?: string | undefined;
  readonly calendar?: CalendarInput | undefined;
}

async function counts(origin: string, ask: PageRequests['counts']['ask'], by?: Instead): Promise<Counts> {
  const database = await store();
  return countsFor(database, origin, ask, await rulesOf(database, by));
}

async function why(origin: string, ask: PageRequests['why']['ask'], by?: Instead): Promise<WhyAnswer> {
  const database = await store();
  return whyOf(database, origin, ask, await rulesOf(database, by));
}

async function rulesOf(database: Database, { policyId, calendar }: Instead = {}) {
  const settings = await readSettings(database);
  const policy = policyId ? policyOf(policyId) : await policyInForce(database, settings.policyId);
  return { calendar: calendar ?? settings.calendar, policy };
}

async function seen(origin: string, ask: PageRequests['seen']['ask']): Promise<null> {
  await addSeen(await store(), origin, ask, Date.now());
  return null;
}

/** The frame of a tab that shows most, among those we may read: a system may show its register in one. Null for none. */
async function fullestFrame(tabId: number): Promise<number | null> {
  const shown = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: () => document.body?.innerText.length ?? 0 })
    .catch(() => []);
  const [fullest] = [...shown].sort((a, b) => Number(b.result) - Number(a.result));
  return fullest?.frameId ?? null;
}

/** Changes marks that are kept, and tells pages. */
async function changeMarks<T>(change: (database: Database) => Promise<T>): Promise<T> {
  const answer = await change(await store());
  await renewFromMarks();
  await pushToPages({ to: 'page', kind: 'reload' });
  return answer;
}

/** Changes how pages are read, tells them, and answers with what is known then. */
async function changeProfiles(
  change: (database: Database) => Promise<void>,
): Promise<readonly ProfileOfSite[]> {
  const database = await store();
  await change(database);
  await pushToPages({ to: 'page', kind: 'reload' });
  return allProfiles(database);
}

async function setSite(site: Site): Promise<readonly Site[]> {
  const { origin, on } = site;
  const database = await store();
  await saveSite(database, site);
  await reconcile(database, { openTabs: true });
  await pushToPages(on ? { to: 'page', kind: 'reload' } : { to: 'page', kind: 'stop', origins: [origin] });
  return listSites(database);
}

async function wipe(): Promise<null> {
  const off = await sitesSwitchedOff();
  await Promise.all([browser.storage.local.clear(), forgetTabs()]);
  // The keys of a session too, before the new store may make some.
  await browser.storage.session.clear();
  const database = await emptyStore();
  // A site that was off would be on again with nothing kept of it, so its permission goes too.
  await Promise.all(off.map((origin) => dropAccess(origin).catch(() => false)));
  await reconcile(database, { openTabs: true });
  await pushToPages({ to: 'page', kind: 'reload' });
  return null;
}

/** None when the store cannot even be opened: erasing must work then too. */
async function sitesSwitchedOff(): Promise<readonly string[]> {
  const sites = await store().then(readSites, () => []);
  return sites.filter(({ on }) => !on).map(({ origin }) => origin);
}
