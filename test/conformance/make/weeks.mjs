// Writes the week-boundary cases: node test/conformance/make/weeks.mjs. The counts are those of week-cases.json, which
// were worked out from stated methods before the engine was written, and are not published by anybody.
import { readFileSync } from 'node:fs';
import { plus, write } from './lines.mjs';

const cases = JSON.parse(
  readFileSync(new URL('../../unit/rules/history/week-cases.json', import.meta.url), 'utf8'),
);
const held = cases.schoolWeeks.filter(({ sessions }) => sessions > 0);
const calendar = {
  terms: held.map(({ monday }) => ({ from: monday, to: plus(monday, 4) })),
  // A short week holds its first sessions from Monday morning on.
  closures: held.flatMap(({ monday, sessions }) =>
    Array.from({ length: 10 - sessions }, (_, i) => {
      const day = plus(monday, Math.floor((sessions + i) / 2));
      return { from: day, to: day, sessions: (sessions + i) % 2 === 0 ? 'AM' : 'PM' };
    }),
  ),
};
/** What wrong or other methods would say, so that a counter that uses one is told apart. */
const others = ({ calendarWeeks, fullWeeksOnly }) =>
  `Ten calendar weeks with holidays not skipped would give ${calendarWeeks.count}; ten full weeks only, ${fullWeeksOnly.count}.`;

write(
  'week-boundaries',
  cases.cases.map((one) => ({
    request: {
      id: one.id,
      kind: 'history',
      asOf: one.evaluateOn,
      calendar,
      marks: one.marks.flatMap(({ date, unauthorisedSessions }) =>
        ['AM', 'PM'].slice(0, unauthorisedSessions).map((session) => ({ date, session, code: 'O' })),
      ),
    },
    expected: {
      kind: 'history',
      window: { from: one.schoolWeeks.from, to: one.evaluateOn },
      unauthorised: { total: one.schoolWeeks.count },
    },
    source: `${one.title}. “A school week means any week in which there is at least one school session.” ${others(one)}`,
    independent: false,
  })),
);
