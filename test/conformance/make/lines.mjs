import { writeFileSync } from 'node:fs';

/** Writes one file of the pack, a line for a line. */
export function write(name, lines) {
  const file = new URL(`../${name}.jsonl`, import.meta.url);
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

const DAY = 86_400_000;

/** The date so many days after another, by the calendar alone. */
export function plus(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Both sessions of as many days as it takes, from a date on, weekends left out: `n` marks of one code. */
export function run(from, n, code) {
  const marks = [];
  for (let date = from; marks.length < n; date = plus(date, 1))
    if (![0, 6].includes(new Date(date).getUTCDay()))
      for (const session of ['AM', 'PM']) if (marks.length < n) marks.push({ date, session, code });
  return marks;
}

/** Term dates of two made-up years: half-terms, Christmas, Easter and summer, and an INSET day on 13 November 2026. */
export const calendar = {
  terms: [
    { from: '2025-09-03', to: '2025-10-24' },
    { from: '2025-11-03', to: '2025-12-19' },
    { from: '2026-01-05', to: '2026-02-13' },
    { from: '2026-02-23', to: '2026-03-27' },
    { from: '2026-04-13', to: '2026-05-22' },
    { from: '2026-06-01', to: '2026-07-21' },
    { from: '2026-09-02', to: '2026-10-23' },
    { from: '2026-11-02', to: '2026-12-18' },
  ],
  closures: [{ from: '2026-11-13', to: '2026-11-13', sessions: 'both', reason: 'INSET' }],
};
