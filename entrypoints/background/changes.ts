import type { Database } from '../../store/database.ts';
import { allProfiles, type ProfileOfSite } from '../../store/site-profiles.ts';
import { renewFromMarks } from './calendar-answers.ts';
import { store } from './opened-store.ts';
import { pushToPages } from './push.ts';

/** Changes marks that are kept, and tells pages. */
export async function changeMarks<T>(change: (database: Database) => Promise<T>): Promise<T> {
  const answer = await change(await store());
  await renewFromMarks();
  await pushToPages({ to: 'page', kind: 'reload' });
  return answer;
}

/** Changes how pages are read, tells them, and answers with what is known then. */
export async function changeProfiles(
  change: (database: Database) => Promise<void>,
): Promise<readonly ProfileOfSite[]> {
  const database = await store();
  await change(database);
  await pushToPages({ to: 'page', kind: 'reload' });
  return allProfiles(database);
}
