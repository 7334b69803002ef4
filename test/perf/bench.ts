// bench.ts, as npm run bench: every way to make a whole school's summaries, one after another, on the same made-up school.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';
import { AS_OF, PUPILS, sessions } from './school.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Ours first: the others are given as so many times it. */
const WAYS = ['strips.ts', 'history.ts', 'date-fns.ts', 'hyperformula.mjs', 'duckdb.mjs', 'floor.ts'];

installPeers();
console.log(
  `${PUPILS.toLocaleString('en-GB')} pupils, ${sessions.length.toLocaleString('en-GB')} sessions each over three years, as at ${AS_OF}: ` +
    `${(PUPILS * sessions.length).toLocaleString('en-GB')} marks.`,
);
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0]?.model}`,
);
console.log(
  'Each way has a process of its own; its answers are compared with ours, pupil by pupil, before it is timed.\n',
);

const measured = WAYS.flatMap((file) => {
  const result = measure(file);
  return result ? [result] : [];
});
const ours = measured[0];
if (!ours) throw new Error('Our own way did not run, so there is nothing to compare with.');

const head = ['way', 'all pupils', 'times ours', 'one, after a mark', 'to load', 'peak memory'];
const rows = measured.map((way) => [
  way.name,
  milliseconds(way.run),
  times(way.run / ours.run),
  way.one === null ? '–' : `${way.one.toFixed(1)} µs`,
  milliseconds(way.load),
  `${Math.round(way.memory)} MB`,
]);
for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
console.log('');
for (const { name, computes, runs } of measured) console.log(`- ${name}: ${computes}. Median of ${runs}.`);
process.exitCode = measured.length === WAYS.length ? 0 : 1;

/** The heavy packages are not among the project's own: this command alone fetches them, once. */
function installPeers(): void {
  if (fs.existsSync(path.join(here, 'node_modules/.package-lock.json'))) return;
  console.error('Installing the packages to compare with (197 MB, once)…');
  const words = ['install', '--prefix', here, '--no-package-lock', '--loglevel=error'];
  const done = spawnSync('npm', words, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) console.error('They could not be installed, so what needs them is left out below.');
}

/** One way in its own process; undefined, and said, where it cannot run here. */
function measure(file: string): Measured | undefined {
  const done = spawnSync(process.execPath, [path.join(here, 'measure.ts'), file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  });
  if (done.status === 0) return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as Measured;
  const why =
    done.stderr.split('\n').find((line) => /Error\b.*: /.test(line.slice(0, 100))) ?? 'it gave no reason';
  console.log(`${file} did not run here: ${why}\n`);
  return undefined;
}

function times(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio));
}

function milliseconds(time: number): string {
  return `${time < 100 ? time.toFixed(1) : Math.round(time).toLocaleString('en-GB')} ms`;
}
