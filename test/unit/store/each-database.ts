import { afterEach, beforeEach } from 'vitest';
import { type Database, eraseDatabase, openDatabase } from '../../../store/database.ts';

/**
 * Gives every test of a file a database in which nothing is kept, before what else the file begins with: `take` is told of each.
 * `now` answers with the one that the test has at its end, which may have opened it anew.
 */
export function eachDatabase(take: (database: Database) => void, now: () => Database): void {
  beforeEach(async () => take(await openDatabase()));
  afterEach(async () => {
    now().close();
    await eraseDatabase();
  });
}
