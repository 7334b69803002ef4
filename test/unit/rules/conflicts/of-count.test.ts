import { expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS } from '../../../../rules/calendar/dates.ts';
import { conflictsOfCount } from '../../../../rules/conflicts/of-count.ts';
import { history } from '../../../../rules/history/history.ts';
import { builtInPolicy } from '../../../../rules/policy/profiles.ts';

const term = { from: '2026-09-02' as IsoDate, to: '2026-12-18' as IsoDate };
const calendar = schoolCalendar({ terms: [term], closures: [] });

/** Numbers of the conflicts shown of a pupil present at every session up to 20 November 2026 but for the first few. */
function shown(id: string, ...codes: readonly string[]): readonly string[] {
  const policy = builtInPolicy(id);
  if (!policy) throw new Error('no such policy');
  const asOf = '2026-11-20' as IsoDate;
  const sessions = calendar.schoolDays
    .map(fromDay)
    .filter((date) => date >= '2026-09-14' && date <= asOf)
    .flatMap((date) => SESSIONS.map((session) => ({ date, session })));
  const marks = sessions.map((each, i) => ({ ...each, code: codes[i] ?? '/' }));
  return conflictsOfCount(policy, history({ policy, asOf, calendar, marks })).map(({ id: number }) => number);
}

test('of the threshold are shown whatever the count, of N only where one is counted', () => {
  expect(shown('seagrave')).toEqual(['001-04', '001-05']);
  expect(shown('seagrave', 'N')).toEqual(['001-04', '001-05', '001-07']);
});

test('of notices are shown where the threshold is reached, of a band where the pupil is in it', () => {
  expect(shown('walton-oak', ...Array(9).fill('O'))).toEqual([]);
  // Ten of a hundred sessions: the threshold, and at exactly 10% persistent absence.
  expect(shown('walton-oak', ...Array(10).fill('O'))).toEqual(['000-06', '000-07']);
});

test('what a policy leaves out is no sentence beside another', () => {
  expect(shown('walton-oak', 'N')).toEqual([]);
});

test('whose register it is, is shown for a provision', () => {
  expect(shown('leading-futures')).toEqual(['004-01', '004-13']);
});
