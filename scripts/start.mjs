// start.mjs demo | test | rules | bench | conformance | prove | fire | fixture | never-wrong | fuzz | shots: runs from a bare clone, on any Node from 20 on, with nothing installed.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, install, installed, newEnough, nodeProgram, root, stop } from './ready.mjs';

const SCRIPTS = {
  demo: 'scripts/demo.mjs',
  test: 'scripts/test.mjs',
  rules: 'rules/batch/cli.ts',
  bench: 'test/perf/bench.ts',
  'bench:pages': 'test/perf/pages/bench.ts',
  conformance: 'scripts/conformance.mjs',
  prove: 'scripts/prove.mjs',
  fixture: 'scripts/fixture.mjs',
  fire: 'scripts/fire.mjs',
  'bench:finding': 'test/perf/finding/bench.ts',
  'bench:import': 'test/perf/import/bench.ts',
  'never-wrong': 'scripts/never-wrong.mjs',
  fuzz: 'test/fuzz/run.ts',
  shots: 'scripts/shots.mjs',
};
const WITH_BROWSER = new Set([
  'demo',
  'test',
  'bench:pages',
  'bench:finding',
  'bench:import',
  'fire',
  'never-wrong',
  'shots',
]);

const [name = '', ...words] = process.argv.slice(2);
const script = SCRIPTS[name];
if (!script) stop(`Say what to start: node scripts/start.mjs ${Object.keys(SCRIPTS).join(', ')}.`, 2);

if (!installed()) install();
const file = path.join(root, script);

if (name === 'rules' && newEnough()) {
  // No second Node: this one runs the engine, as if it had been named on the command line.
  process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...words);
  await import(pathToFileURL(file).href);
} else {
  const node = nodeProgram();
  const env = environment(node, WITH_BROWSER.has(name) ? { CHROMIUM_PATH: browser(node) } : {});
  const done = spawnSync(node, [file, ...words], { stdio: 'inherit', env });
  process.exitCode = done.status ?? 1;
}

function browser(node) {
  const found = spawnSync(node, [path.join(root, 'scripts/find-browser.mjs'), '--install'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (found.status !== 0) process.exit(1);
  return found.stdout.trim();
}
