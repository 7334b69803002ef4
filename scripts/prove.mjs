// npm run prove [-- runs seed]: random schools and pupils, counted by the engine and by a slow counter that shares no
// code with it. Prints how many agree; exits with 1 at the first that does not, with the question in full.

import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { both, question } from '../test/unit/rules/history/random.ts';
import { seconds } from './ready.mjs';

const RUNS = 100_000;
/** Questions asked between two words to the main thread. */
const BATCH = 500;

if (isMainThread) await prove();
else await ask(workerData);

async function prove() {
  const [runs = RUNS, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
  if (!(runs > 0) || Number.isNaN(seed)) {
    console.error('npm run prove -- [how many] [seed]');
    process.exit(2);
  }
  const began = Date.now();
  const workers = Math.min(availableParallelism(), Math.ceil(runs / BATCH));
  console.log(`${runs} random pupils and calendars, seed ${seed}, on ${workers} threads…`);
  const sum = { asked: 0, reached: 0, leaving: 0, partRoll: 0 };
  let shown = 0;
  const differing = await Promise.all(
    Array.from({ length: workers }, (_, i) => {
      const share = Math.floor(runs / workers) + (i < runs % workers ? 1 : 0);
      const worker = new Worker(new URL(import.meta.url), { workerData: { runs: share, seed: seed + i } });
      return new Promise((done, fail) => {
        worker.on('error', fail);
        worker.on('message', ({ differs, ...counts }) => {
          for (const name of Object.keys(sum)) sum[name] += counts[name];
          if (differs) done(differs);
          if (sum.asked >= shown + runs / 10) {
            shown = sum.asked;
            console.log(`  ${sum.asked} asked, ${seconds(began)}`);
          }
        });
        worker.on('exit', () => done(null));
      });
    }),
  );
  const found = differing.find((one) => one !== null);
  if (found) {
    console.log(`They differ, seed ${seed}:\n${found}`);
    process.exit(1);
  }
  console.log(
    `${sum.asked} of ${runs} agree, in ${seconds(began)}. In ${sum.reached} ten was reached, in ${sum.leaving} sessions ` +
      `were about to leave, and in ${sum.partRoll} the pupil was on roll for part of the time.`,
  );
  process.exitCode = sum.asked === runs ? 0 : 1;
}

async function ask({ runs, seed }) {
  for (let done = 0; done < runs; done += BATCH) {
    const counts = { asked: 0, reached: 0, leaving: 0, partRoll: 0, differs: null };
    const batch = fc.sample(question, { numRuns: Math.min(BATCH, runs - done), seed: seed + done * 7919 });
    for (const one of batch) {
      const { ours, slow } = both(one);
      if (!isDeepStrictEqual(ours, slow)) {
        counts.differs = JSON.stringify({ question: one, ours, slow }, null, 2);
        break;
      }
      counts.asked++;
      if (slow.firstMet !== null) counts.reached++;
      if (slow.leaving.length > 0) counts.leaving++;
      if (one.pupil.startDate || one.pupil.leavingDate) counts.partRoll++;
    }
    parentPort.postMessage(counts);
    if (counts.differs) return;
  }
}
