import browser from 'webextension-polyfill';
import { allAmendments } from '../../store/amendments.ts';
import { dropAccess } from '../../store/host-access.ts';
import { beginImport, cancelImport, commitImport, listImports, stagePart } from '../../store/imports.ts';
import { countKept } from '../../store/marks.ts';
import type { Site } from '../../store/records.ts';
import { allProfiles, forgetProfile, saveProfiles } from '../../store/site-profiles.ts';
import { readSites, saveSite } from '../../store/sites.ts';
import { undoImport } from '../../store/undo-import.ts';
import { arrivalAnswers } from './arrival-answers.ts';
import { calendarAnswers } from './calendar-answers.ts';
import { changeMarks, changeProfiles } from './changes.ts';
import type { OwnAnswers } from './doors.ts';
import { listSites } from './granted-sites.ts';
import { lossNoticed, lossRead } from './lost-store.ts';
import { emptyStore, store } from './opened-store.ts';
import { pushToPages, pushToTab } from './push.ts';
import { counts, overlayContext, seen, why } from './register-answers.ts';
import { reconcile } from './registration.ts';
import { rightsAnswers } from './rights-answers.ts';
import { settingsAnswers } from './settings-answers.ts';
import { forgetTabs, frameToSetUp, tabState } from './toolbar.ts';
import { setTraining, trainingTime } from './training.ts';

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

/** The frame of a tab that shows most, among those we may read: a system may show its register in one. Null for none. */
async function fullestFrame(tabId: number): Promise<number | null> {
  const shown = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: () => document.body?.innerText.length ?? 0 })
    .catch(() => []);
  const [fullest] = [...shown].sort((a, b) => Number(b.result) - Number(a.result));
  return fullest?.frameId ?? null;
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
