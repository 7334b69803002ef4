// Writes the boundary truth tables: node test/conformance/make/clock.mjs. Shares no code with rules/.
import { writeFileSync } from 'node:fs';
import { SCHOOLS } from './schools.mjs';
import { withArrival, withoutArrival } from './truth.mjs';

const FRIDAY = '2026-11-20';
const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const clock = (n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
const around = (time) => [-1, 0, 1].map((step) => clock(minutes(time) + step));

/** Days on each side of both clock changes of 2026, with the offset a clock in London then had, from the almanac. */
const DAYS = [
  ['2026-03-27', '+00:00'],
  ['2026-03-30', '+01:00'],
  ['2026-10-23', '+01:00'],
  ['2026-10-26', '+00:00'],
];

function timesOf({ taken, close, end, second }) {
  const times = [...around(taken), ...(close ? around(close) : [clock(minutes(taken) + 40)])];
  if (second) times.push(...around(second.time));
  // The last minute of a session is left out: no source says whether it is still inside.
  if (end) times.push(clock(minutes(end) - 1), clock(minutes(end) + 1));
  return [...new Set(times)].sort();
}

for (const school of SCHOOLS) {
  const lines = [];
  for (const session of ['AM', 'PM']) {
    const times = school[session];
    const add = (id, request, rules, source) =>
      lines.push({
        request: { id, kind: 'mark', policy: school.policy, session, ...request },
        expected: { kind: 'mark' },
        expectedRules: [...rules].sort(),
        source,
        independent: false,
      });
    for (const code of [session === 'AM' ? '/' : '\\', 'L', 'U'])
      for (const at of timesOf(times)) {
        const name = `${school.policy} ${session} ${code}`;
        add(
          `${name} arrived ${at}`,
          { date: FRIDAY, code, enteredAt: `${FRIDAY}T16:00:00Z`, arrivedAt: at },
          withArrival(code, at, times),
          times.says,
        );
        add(
          `${name} entered ${at}`,
          { date: FRIDAY, code, enteredAt: `${FRIDAY}T${at}:00Z` },
          withoutArrival(code, at, times),
          times.says,
        );
        if (code !== 'L') continue;
        add(
          `${name} arrived ${at}, entered on Monday`,
          { date: FRIDAY, code, enteredAt: '2026-11-23T09:05:00Z', arrivedAt: at },
          withArrival(code, at, times),
          times.says,
        );
        add(
          `${name} entered ${at} of the Monday after`,
          { date: FRIDAY, code, enteredAt: `2026-11-23T${at}:00Z` },
          [],
          'Contract: for an entry about an earlier day, no clock rule applies.',
        );
      }
    if (times.close === null) continue;
    for (const [date, offset] of DAYS)
      for (const at of around(times.close)) {
        const local = `${date}T${at}:30${offset}`;
        const source = `${times.says} Clock times are Europe/London.`;
        add(
          `${school.policy} ${session} L entered ${local}`,
          { date, code: 'L', enteredAt: local },
          withoutArrival('L', at, times),
          source,
        );
        add(
          `${school.policy} ${session} L entered ${local}, written in UTC`,
          { date, code: 'L', enteredAt: new Date(local).toISOString() },
          withoutArrival('L', at, times),
          source,
        );
      }
  }
  const file = new URL(`../clock-${school.policy}.jsonl`, import.meta.url);
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}
