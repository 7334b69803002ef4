// server.mjs [port]: registers as MIS vendors build them, each with a state that can be set. Loopback only, nothing stored.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createState } from './common/state.mjs';
import { hosts } from './hosts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.map': 'application/json',
};
const SERVED = ['.built', 'common', 'pages'];

/** Serves every host page on a free port, or on `port`. */
export async function startHosts(port = 0) {
  const state = createState();
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const posted = request.method === 'POST' ? await read(request) : null;
    const headers = { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' };
    const send = (status, body, more = {}) => response.writeHead(status, { ...headers, ...more }).end(body);
    const json = (value) => send(200, JSON.stringify(value), { 'content-type': 'application/json' });
    const [, first, ...rest] = url.pathname.split('/');
    const host = hosts.find(({ id }) => id === first);

    if (url.pathname === '/') return send(200, index());
    if (url.pathname === '/state' && posted !== null) {
      state.set(url.searchParams.get('k') ?? 'default', JSON.parse(posted || '{}'));
      return json({});
    }
    if (url.pathname === '/api/register') return json(state.view(url.searchParams));
    if (url.pathname === '/api/save' && posted !== null) {
      state.mark(url.searchParams, JSON.parse(posted), true);
      return json({});
    }
    if (host) {
      const answer = host.answer({
        state,
        query: url.searchParams,
        path: rest.join('/'),
        posted: fields(posted),
        headers: request.headers,
      });
      if (typeof answer === 'string') return send(200, answer);
      if (answer) return send(answer.status, answer.body ?? '', answer.headers);
    }
    const file = SERVED.includes(first) ? fileAt(url.pathname) : null;
    if (!file) return send(404, 'No such page.');
    return send(200, file.body, { 'content-type': `${file.type}; charset=utf-8` });
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

const fields = (posted) => (posted === null ? null : new URLSearchParams(posted));

async function read(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function index() {
  const links = hosts.map(({ id, name }) => `<li><a href="/${id}/">${name}</a>`);
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host pages</title><h1>Host pages</h1><ul>${links.join('')}</ul></html>`;
}

/** A script or style sheet of these pages; null when there is none, or it lies outside. */
function fileAt(pathname) {
  const wanted = path.join(here, decodeURIComponent(pathname));
  const type = TYPES[path.extname(wanted)];
  if (
    !type ||
    !wanted.startsWith(here + path.sep) ||
    !fs.statSync(wanted, { throwIfNoEntry: false })?.isFile()
  )
    return null;
  return { type, body: fs.readFileSync(wanted) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startHosts(Number(process.argv[2] ?? 4350));
  console.log(`Host pages at ${url}/`);
}
