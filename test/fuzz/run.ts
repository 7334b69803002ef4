// run.ts, as npm run fuzz [files] [seed]: made-up files of marks, unharmed and harmed, each imported and held against what was made.
import fc from 'fast-check';
import { type Case, type Fate, judge } from './judge.ts';
import { mutation } from './mutate.ts';
import { school, style } from './school.ts';

const files = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const fates: Record<Fate, number> = { whole: 0, part: 0, refused: 0 };
const kinds = new Map<string, number>();
let [proposed, asked, slowest, done] = [0, 0, 0, 0];
const began = Date.now();

const any: fc.Arbitrary<Case> = fc.record({ school, style, mutation });
const result = await fc.check(
  fc.asyncProperty(any, async (each) => {
    const verdict = await judge(each);
    fates[verdict.fate]++;
    kinds.set(each.mutation.kind, (kinds.get(each.mutation.kind) ?? 0) + 1);
    if (verdict.proposed) proposed++;
    if (verdict.asked) asked++;
    slowest = Math.max(slowest, verdict.milliseconds);
    if (++done % 10_000 === 0)
      console.log(`${done.toLocaleString('en-GB')} files, ${Math.round((Date.now() - began) / 1000)} s`);
  }),
  { numRuns: files, seed },
);

const { heapUsed, rss } = process.memoryUsage();
console.log(
  `Seed ${seed}. ${done.toLocaleString('en-GB')} files in ${Math.round((Date.now() - began) / 1000)} s, the slowest in ${Math.round(slowest)} ms; memory ${Math.round(rss / 2 ** 20)} MB, of it ${Math.round(heapUsed / 2 ** 20)} MB in use.`,
);
console.log(
  `Read whole ${fates.whole}, in part with the rest listed ${fates.part}, refused ${fates.refused}. Columns proposed rightly ${proposed}; dates asked about ${asked}.`,
);
console.log(`By what was done to them: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')}.`);
if (result.failed) {
  console.log(fc.defaultReportMessage(result));
  console.log(result.errorInstance);
  process.exitCode = 1;
} else console.log('No wrong mark, no hang, no error that is not a plain sentence.');
