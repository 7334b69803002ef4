// What must be there before anything runs: the packages of package-lock.json and a new enough Node.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const LOCK = path.join(root, 'package-lock.json');
const STAMP = path.join(root, 'node_modules/.registerwise-lock');
const NEEDED = [22, 19];

/** Whether the packages installed are those of package-lock.json: by our stamp, or by an `npm ci` done by hand since. */
export function installed() {
  try {
    if (fs.readFileSync(LOCK).equals(fs.readFileSync(STAMP))) return true;
  } catch {
    // no stamp yet
  }
  const byHand = fs.statSync(path.join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return byHand !== undefined && byHand.mtimeMs >= fs.statSync(LOCK).mtimeMs;
}

/** Installs the packages, saying so on stderr only. Exits with one sentence when that fails. */
export function install() {
  const began = Date.now();
  console.error('Installing the packages (first run, or they changed; about half a minute)…');
  const words = ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0)
    stop('The packages could not be installed. See the lines above; "npm ci" tries again.', done.status || 1);
  fs.copyFileSync(LOCK, STAMP);
  console.error(`Packages installed in ${seconds(began)}.`);
}

/** The Node that npm scripts run on: the one installed with the packages, else the one in use if it is new enough. */
export function nodeProgram() {
  const bundled = path.join(
    root,
    `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/bin`,
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (fs.existsSync(bundled)) return bundled;
  if (newEnough()) return process.execPath;
  return stop(
    `Node ${NEEDED.join('.')} or newer is needed, and this is ${process.versions.node}. ` +
      'Install a newer one from nodejs.org (on macOS: "brew install node"), then run the same command again.',
  );
}

/** Whether the Node now running can run TypeScript files as they are. */
export function newEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The environment for child programs: the packages' programs, and their Node, come first. */
export function environment(node, extra = {}) {
  const bins = [path.join(root, 'node_modules/.bin'), path.dirname(node)];
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, ...extra, [key]: [...bins, process.env[key] ?? ''].join(path.delimiter) };
}

/** Time since `began`, as read aloud. */
export function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** Says one sentence on stderr and exits. */
export function stop(sentence, status = 1) {
  console.error(sentence);
  process.exit(status);
}
