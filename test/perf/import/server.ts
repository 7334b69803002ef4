import fs from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

const packageFile = (name: string, file: string) =>
  createRequire(import.meta.url)
    .resolve(name)
    .replace(/(node_modules[/\\][^/\\]+[/\\]).*/, `$1${file}`);

/** What reads a file in a worker and does nothing with it, as fast as Papa Parse can. */
const WORKER = `importScripts('/papaparse.js');
onmessage = ({ data: file }) => {
  const began = performance.now();
  let rows = 0;
  Papa.parse(file, {
    chunkSize: 4 * 1024 * 1024,
    chunk: ({ data }) => { rows += data.length; },
    complete: () => postMessage({ rows, ms: performance.now() - began }),
  });
};`;

const FILES: Readonly<Record<string, () => string | Buffer>> = {
  '/papaparse.js': () => fs.readFileSync(packageFile('papaparse', 'papaparse.min.js')),
  '/dexie.js': () => fs.readFileSync(packageFile('dexie', 'dist/dexie.min.js')),
  '/worker.js': () => WORKER,
};

/** A page of nobody's, with a file field, Papa Parse for a worker and Dexie. */
export function startServer(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const file = FILES[request.url ?? ''];
    response.setHeader('content-type', file ? 'text/javascript' : 'text/html');
    response.end(
      file?.() ?? '<!doctype html><title>Peers</title><script src="/dexie.js"></script><input type="file">',
    );
  });
  return new Promise((ready) => {
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      ready({ origin: `http://localhost:${port}`, close: () => server.close() });
    });
  });
}
