// hosts.mjs [port]: serves the host pages of test/hosts; `readyHosts` installs their packages and bundles them when needed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, stop } from './ready.mjs';

const here = path.join(root, 'test/hosts');
const LOCK = path.join(here, 'package-lock.json');
const STAMP = path.join(here, 'node_modules/.registerwise-lock');
const BUILT = path.join(here, '.built');
const BUNDLED = ['aggrid', 'datatables', 'mui', 'rerender', 'swaps', 'tabulator'];

/** Installs the grid libraries when they are not those of the lockfile, and bundles the pages that use them when older than their sources. */
export async function readyHosts() {
  if (!fs.existsSync(STAMP) || !fs.readFileSync(LOCK).equals(fs.readFileSync(STAMP))) {
    console.error('Installing the grid libraries of the host pages…');
    const words = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
    const done = spawnSync('npm', words, {
      cwd: here,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (done.status !== 0)
      stop('The grid libraries of the host pages could not be installed. See the lines above.');
    fs.copyFileSync(LOCK, STAMP);
    fs.rmSync(BUILT, { recursive: true, force: true });
  }
  if (newest(path.join(here, 'pages'), path.join(here, 'common'), LOCK) > newest(BUILT)) await bundle();
}

async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: here,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      rollupOptions: {
        input: Object.fromEntries(BUNDLED.map((name) => [name, entry(name)])),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
}

const entry = (name) =>
  ['client.jsx', 'client.mjs']
    .map((file) => path.join(here, 'pages', name, file))
    .find((file) => fs.existsSync(file));

/** The time of the latest change under some paths; 0 when there is nothing. */
function newest(...places) {
  return Math.max(
    0,
    ...places.map((place) => {
      const stat = fs.statSync(place, { throwIfNoEntry: false });
      if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
      return newest(...fs.readdirSync(place).map((name) => path.join(place, name)));
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await readyHosts();
  const { startHosts } = await import('../test/hosts/server.mjs');
  const { url } = await startHosts(Number(process.argv[2] ?? 4350));
  console.log(`Host pages at ${url}/`);
}
