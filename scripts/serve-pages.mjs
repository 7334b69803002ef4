// serve-pages.mjs [port]: the host pages that tests and the demo lay the extension over. Loopback only, nothing stored.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer as opensis } from '../test/pages/opensis/live/server.mjs';
import { HOSTILE, manyPupils, renderPlain } from '../test/pages/plain/render.mjs';
import { pupils } from '../test/pages/pupils.mjs';
import { renderPage, renderRegister } from '../test/pages/rosariosis/live/render.mjs';

const port = Number(process.argv[2] ?? process.env.PORT ?? 4330);
const pages = fileURLToPath(new URL('../test/pages', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Saved registers, by class, date and period. */
const saved = new Map();
/** The same of openSIS, by date and period. */
const savedOpensis = new Map();

const routes = {
  '/': () => index(),
  '/reset': () => {
    saved.clear();
    savedOpensis.clear();
    return 'Saved registers are gone.';
  },
  '/rosariosis/Modules.php': rosariosis,
  '/opensis/index.php': opensisPage('index'),
  '/opensis/Modules.php': opensisPage('Modules'),
  '/opensis/Ajax.php': opensisPage('Ajax'),
  '/plain/register.html': ({ query }) =>
    renderPlain({
      pupils: manyPupils(pupils, Math.min(Number(query.get('rows') ?? 30), 5000)),
      date: day(query),
      session: query.get('session') ?? 'AM',
    }),
  '/hostile/register.html': ({ query }) => renderPlain({ pupils, date: day(query), script: HOSTILE }),
};

function rosariosis({ query, posted, xhr }) {
  if (query.get('modname') !== 'Attendance/TakeAttendance.php')
    return xhr ? '<h2>Portal</h2>' : renderPage('<h2>Portal</h2>');
  const today = query.get('today') ?? londonToday();
  const group = query.get('class') ?? '10B';
  const fields = posted ?? query;
  const date = fields.get('year_date') ? dateOf(fields) : today;
  const period = fields.get('school_period');
  const key = [group, date, period ?? '1'].join('|');
  if (posted) saved.set(key, { codes: byPupil(posted, 'attendance'), comments: byPupil(posted, 'comment') });
  const kept = ['today', 'class'].flatMap((name) =>
    query.has(name) ? `&${name}=${encodeURIComponent(query.get(name))}` : [],
  );
  const action = `Modules.php?modname=Attendance/TakeAttendance.php&table=0&period=1${kept.join('')}`;
  const body = renderRegister({
    action,
    group,
    date,
    today,
    period,
    pupils,
    saved: saved.get(key) ?? null,
  });
  return xhr ? body : renderPage(body);
}

/** The frame, what stands in it, and what its menu brings into it. */
function opensisPage(page) {
  return ({ query, posted }) =>
    opensis({ page, query, posted, today: query.get('today') ?? londonToday(), pupils, saved: savedOpensis });
}

const dateOf = (fields) => ['year_date', 'month_date', 'day_date'].map((name) => fields.get(name)).join('-');
const day = (query) => query.get('today') ?? londonToday();
const londonToday = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();

/** `attendance[1001]=CODE_1` and the like, by pupil. */
function byPupil(fields, name) {
  const found = {};
  for (const [key, value] of fields) {
    const id = key.startsWith(`${name}[`) ? key.slice(name.length + 1, -1) : null;
    if (id !== null) found[id] = value;
  }
  return found;
}

function index() {
  const links = [
    '/rosariosis/Modules.php?modname=Attendance/TakeAttendance.php',
    '/opensis/index.php',
    '/plain/register.html',
    '/plain/register.html?rows=2000',
    '/plain/none.html',
    '/hostile/register.html',
  ];
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Test pages</title><h1>Test pages</h1><ul>${links
    .map((link) => `<li><a href="${link}">${link}</a></li>`)
    .join('')}</ul></html>`;
}

/** A file under test/pages; null when there is none, or it lies outside. */
function file(pathname) {
  const wanted = path.join(pages, decodeURIComponent(pathname));
  if (!wanted.startsWith(pages + path.sep) || !fs.statSync(wanted, { throwIfNoEntry: false })?.isFile())
    return null;
  return { type: TYPES[path.extname(wanted)] ?? 'text/plain', body: fs.readFileSync(wanted) };
}

async function read(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return new URLSearchParams(text);
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', `http://localhost:${port}`);
  const route = routes[url.pathname];
  const posted = request.method === 'POST' ? await read(request) : null;
  const xhr = request.headers['x-requested-with'] === 'XMLHttpRequest';
  const answer = route
    ? { type: 'text/html', body: route({ query: url.searchParams, posted, xhr }) }
    : file(url.pathname);
  response.writeHead(answer ? 200 : 404, {
    'content-type': `${answer?.type ?? 'text/plain'}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(answer?.body ?? 'No such page.');
});
server.listen(port, '127.0.0.1', () => console.log(`Test pages at http://localhost:${port}/`));
