import { builtInPolicy } from '../../rules/policy/profiles.ts';
import type { Database } from '../../store/database.ts';
import { PlainError } from '../../store/plain-error.ts';
import {
  addVersions,
  allPolicies,
  forgetPolicy,
  isPolicyKept,
  keepPolicy,
  policyInForce,
  takeUpAgain,
} from '../../store/policies.ts';
import { policyInFile } from '../../store/policy-file.ts';
import type { Settings } from '../../store/records.ts';
import { readSettings, saveSettings } from '../../store/settings.ts';
import type { OwnAnswers } from './doors.ts';
import { managedCounts } from './managed.ts';
import { store } from './opened-store.ts';
import { pushToPages } from './push.ts';

type SettingsAnswers = Pick<
  OwnAnswers,
  | ('settings' | 'managed' | 'save-settings')
  | ('policies' | 'policy-in-force' | 'keep-policy' | 'take-up-policy')
  | ('forget-policy' | 'put-policy-back')
>;

/** What the extension's own pages are answered about what a school has set, and about policy profiles of its own. */
export const settingsAnswers: SettingsAnswers = {
  settings: async () => readSettings(await store()),
  managed: async () => ({ countsShown: await managedCounts() }),
  'save-settings': (change) => changeSettings(change),
  policies: async () => allPolicies(await store()),
  async 'policy-in-force'() {
    const database = await store();
    return policyInForce(database, (await readSettings(database)).policyId);
  },
  async 'keep-policy'({ text }) {
    const policy = policyInFile(text);
    await changePolicies((database) => keepPolicy(database, policy, Date.now()));
    return { id: policy.id, policies: await allPolicies(await store()) };
  },
  async 'take-up-policy'({ id, at }) {
    await changePolicies((database) => takeUpAgain(database, { id, at }, Date.now()));
    return allPolicies(await store());
  },
  async 'forget-policy'({ id }) {
    const versions = await changePolicies((database) => forgetPolicy(database, id));
    return { versions, policies: await allPolicies(await store()) };
  },
  async 'put-policy-back'({ versions }) {
    await changePolicies((database) => addVersions(database, versions));
    return allPolicies(await store());
  },
};

async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const { policyId } = change;
  const database = await store();
  if (typeof policyId === 'string' && !builtInPolicy(policyId) && !(await isPolicyKept(database, policyId)))
    throw new PlainError(`There is no policy profile “${policyId}”.`);
  const settings = await saveSettings(database, change);
  await pushToPages({ to: 'page', kind: 'reload' });
  return settings;
}

/** Changes the profiles that are kept, and tells pages: one of them may be in force. */
async function changePolicies<T>(change: (database: Database) => Promise<T>): Promise<T> {
  const answer = await change(await store());
  await pushToPages({ to: 'page', kind: 'reload' });
  return answer;
}
