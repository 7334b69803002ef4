// measure.ts WAY: one way in a process of its own, so that its memory and its compiled code are its own. Prints one line of JSON.

import { summarise } from '../../rules/strips/summary.ts';
import { plan, stripsOf } from './school.ts';
import { median } from './time.ts';
import type { Answer, Way } from './way.ts';
import { answerOf } from './ways/strips.ts';

/** What one process has to say. Times in milliseconds, memory in megabytes at its peak. */
export interface Measured {
  readonly name: string;
  readonly computes: string;
  readonly load: number;
  readonly run: number;
  readonly runs: number;
  /** Microseconds; null where there is no way to make one pupil alone. */
  readonly one: number | null;
  readonly memory: number;
}

const file = process.argv[2] ?? '';
const { way } = (await import(new URL(`./ways/${file}`, import.meta.url).href)) as { way: Way };

const began = performance.now();
const loaded = await way.load();
const load = performance.now() - began;

checkAll(await loaded.run());

const times: number[] = [];
for (let run = 0; run < way.runs; run++) {
  const start = performance.now();
  await loaded.run();
  times.push(performance.now() - start);
}

const measured: Measured = {
  name: way.name,
  computes: way.computes,
  load,
  run: median(times),
  runs: way.runs,
  one: loaded.one?.() ?? null,
  memory: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(measured));

/** Every part a way answers is, pupil by pupil, what our bytes answer; the floor answers nothing. */
function checkAll(answers: readonly Answer[]): void {
  const made = plan();
  answers.forEach((answer, pupil) => {
    const ours = answerOf(summarise(made, stripsOf(pupil)));
    for (const part of Object.keys(answer) as (keyof Answer)[])
      if (JSON.stringify(answer[part]) !== JSON.stringify(ours[part]))
        throw new Error(
          `${way.name}, pupil ${pupil}, ${part}: ${JSON.stringify(answer[part])}, not ${JSON.stringify(ours[part])}`,
        );
  });
}
