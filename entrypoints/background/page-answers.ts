import { NO_REGISTER } from '../../components/overlay/page-state.ts';
import { noteAmendment } from '../../store/amendments.ts';
import { arrivalsOf, logArrival, removeArrival } from '../../store/arrivals.ts';
import { keptFindings, noteKeeping } from '../../store/kept-findings.ts';
import { addSeenMarks } from '../../store/seen.ts';
import { forgetProfile, profilesOf, saveProfiles } from '../../store/site-profiles.ts';
import { changeArrivals, openLates } from './arrival-answers.ts';
import { changeProfiles } from './changes.ts';
import type { PageAnswers } from './doors.ts';
import { store } from './opened-store.ts';
import { counts, overlayContext, seen, why } from './register-answers.ts';
import { noteReport } from './toolbar.ts';
import { clockOffset, inTraining } from './training.ts';
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
