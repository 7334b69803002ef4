// npm run mutation [-- rules/marks/*.ts]: changes the rules in small ways, one at a time, and counts the changes that no
// test notices. Works on a copy, so a run that is stopped leaves nothing changed.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, stop } from './ready.mjs';

const here = path.join(root, 'test/mutation');
const stryker = path.join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!fs.existsSync(stryker)) {
  console.error('Installing the mutation tester…');
  const done = spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) stop('The mutation tester could not be installed. See the lines above.');
}

const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'registerwise-mutation-'));
for (const file of execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')) {
  if (!file || !fs.existsSync(path.join(root, file))) continue;
  fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  fs.copyFileSync(path.join(root, file), path.join(copy, file));
}
fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

// The project's own extends a file that its build makes, and no test of the rules needs it.
fs.writeFileSync(path.join(copy, 'tsconfig.json'), '{}');

const config = JSON.parse(fs.readFileSync(path.join(here, 'stryker.config.json'), 'utf8'));
const only = process.argv.slice(2);
fs.writeFileSync(
  path.join(copy, 'stryker.config.json'),
  JSON.stringify({
    ...config,
    ...(only.length > 0 ? { mutate: only } : {}),
    plugins: [path.join(here, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
  }),
);
const run = spawnSync(process.execPath, [stryker, 'run'], { cwd: copy, stdio: 'inherit' });
const report = path.join(copy, 'mutation.json');
if (fs.existsSync(report)) {
  fs.mkdirSync(path.join(root, 'reports'), { recursive: true });
  fs.copyFileSync(report, path.join(root, 'reports/mutation.json'));
}
fs.rmSync(copy, { recursive: true, force: true });
process.exitCode = run.status ?? 1;
