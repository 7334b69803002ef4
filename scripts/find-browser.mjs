// find-browser.mjs [--install]: prints the path of a Chromium-family browser; with --install, fetches Debian's as a last resort.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Branded Chrome is left out on purpose: it ignores --load-extension.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'microsoft-edge'];
const FIXED = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
  ],
};

const NOT_FOUND =
  'No browser found that can load an extension. Install Chromium (on Debian or Ubuntu: "apt-get install chromium"; ' +
  'elsewhere: "npx playwright install chromium"), or set CHROMIUM_PATH to one.';

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright');
    const file = chromium.executablePath();
    return isProgram(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

function systems() {
  return NAMES.map(onPath).find(Boolean) ?? FIXED[process.platform]?.find(isProgram);
}

function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  const apt = (...words) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', '-qq', ...words], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium');
  console.error('No browser here yet: installing Chromium with apt-get (about 115 MB, half a minute)…');
  return install() || (apt('update') && install()) ? onPath('chromium') : undefined;
}

export async function findBrowser({ install = false } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH is not a program that can be run: ${named}`);
    return named;
  }
  const found = (await playwrightsOwn()) ?? systems() ?? (install ? fromApt() : undefined);
  if (!found) throw new Error(NOT_FOUND);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await findBrowser({ install: process.argv.includes('--install') }));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
