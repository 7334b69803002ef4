import { schoolTime } from '../../rules/calendar/clock.ts';
import { makeBackup, openBackup, summaryOf } from '../../store/backup/backup.ts';
import { restoreBackup } from '../../store/backup/restore.ts';
import type { Database } from '../../store/database.ts';
import { PlainError } from '../../store/plain-error.ts';
import { policyInForce } from '../../store/policies.ts';
import { planTidy, type TidyQuestion, tidy } from '../../store/retention/tidy.ts';
import { readSettings } from '../../store/settings.ts';
import { fromBase64, toBase64 } from '../../store/strip-text.ts';
import { erasePupil } from '../../store/subject/erase.ts';
import { pupilRecord } from '../../store/subject/record.ts';
import { namesOf } from '../../store/summaries.ts';
import type { OwnAnswers } from './doors.ts';
import { store } from './opened-store.ts';
import { pushToPages } from './push.ts';

const NOT_A_FILE = 'This file could not be read. Choose it again.';

type RightsAnswers = Pick<
  OwnAnswers,
  | ('tidy-plan' | 'tidy')
  | ('pupil-record' | 'pupil-names' | 'erase-pupil')
  | ('backup-make' | 'backup-look' | 'backup-restore')
>;

/** How long things are kept, and what people can have of them and do about them. */
export const rightsAnswers: RightsAnswers = {
  async 'tidy-plan'({ keepFor }) {
    const database = await store();
    return planTidy(database, { ...(await question(database)), ...(keepFor ? { keepFor } : {}) });
  },
  tidy: ({ dateIsRight }) => tidyNow(dateIsRight),
  async 'pupil-record'(pupil) {
    const database = await store();
    const { calendar, policy, today: asOf, at } = await question(database);
    return pupilRecord(database, pupil, { calendar, policy, asOf, at });
  },
  async 'pupil-names'({ origin }) {
    const names = [...(await namesOf(await store(), origin))].map(([pupil, name]) => ({ pupil, name }));
    return names.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  },
  async 'erase-pupil'(pupil) {
    const erased = await erasePupil(await store(), pupil, Date.now());
    await pushToPages({ to: 'page', kind: 'reload' });
    return erased;
  },
  async 'backup-make'({ passphrase }) {
    return { file: toBase64(await makeBackup(await store(), passphrase, Date.now())) };
  },
  async 'backup-look'({ file, passphrase }) {
    const contents = await openBackup(bytesOf(file), passphrase);
    return summaryOf(await store(), contents);
  },
  async 'backup-restore'({ file, passphrase }) {
    const database = await store();
    const contents = await openBackup(bytesOf(file), passphrase);
    const summary = await summaryOf(database, contents);
    await restoreBackup(database, contents, Date.now());
    await pushToPages({ to: 'page', kind: 'reload' });
    return summary;
  },
};

/** Erases what has been kept long enough, and tells pages where anything went. */
export async function tidyNow(dateIsRight: boolean) {
  const database = await store();
  const asked = await question(database);
  const plan = await tidy(database, { ...asked, dateIsRight });
  if (plan.last?.at === asked.at && plan.last.sessions > 0) await pushToPages({ to: 'page', kind: 'reload' });
  return plan;
}

async function question(database: Database): Promise<TidyQuestion> {
  const { keepFor, calendar, policyId, clockOffsetMs } = await readSettings(database);
  const at = Date.now();
  const today = schoolTime(at + clockOffsetMs).date;
  return { keepFor, calendar, policy: await policyInForce(database, policyId), at, today };
}

function bytesOf(file: string) {
  const bytes = fromBase64(file);
  if (!bytes) throw new PlainError(NOT_A_FILE);
  return bytes;
}
