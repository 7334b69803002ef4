import { labelOf } from '../../common/codes.mjs';
import { schoolDay, written } from '../../common/dates.mjs';
import { href, html, page, sentFor } from '../../common/page.mjs';

/** Fragments from the server: htmx swaps the register on a new day or session and a row on each mark; the bar is Preact's. */
export default {
  id: 'swaps',
  name: 'Preact page with htmx swaps',
  answer({ state, query, path, posted }) {
    const view = state.view(query);
    if (path === 'register') return register(view);
    if (path === 'all') {
      state.mark(query, Object.fromEntries(view.pupils.map(({ id }) => [id, view.codes[0]])), true);
      return register(state.view(query));
    }
    if (path.startsWith('mark/') && posted) {
      const id = path.slice(5);
      const value = posted.get(`mark-${id}`);
      state.mark(
        query,
        { [id]: view.codes.find((code) => sentFor(code, view.labels) === value) ?? null },
        true,
      );
      const marked = state.view(query);
      return row(
        marked,
        marked.pupils.find((pupil) => pupil.id === id),
      );
    }
    return page(view, {
      title: 'Daily register',
      head: '<style>.choice label{margin-right:.5rem}tr.saved td:last-child::after{content:"✓"}</style>',
      body: `<div id="bar"></div>${register(view)}`,
      script: '/.built/swaps.js',
    });
  },
};

function register(view) {
  const { q = '', sort } = view.query;
  const found = view.pupils.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
  const pupils = sort === 'desc' ? found.toReversed() : found;
  const name = view.lesson ?? (view.session === 'AM' ? 'Morning registration' : 'Afternoon registration');
  const to = (by) => `/swaps/register${html(href(view, { date: schoolDay(view.date, by) }))}`;
  const move = (url) => `hx-get="${url}" hx-target="#register" hx-swap="outerHTML"`;
  return `<section id="register" data-date="${view.date}"><h2>${name} <small>${written.uk(view.date)}</small></h2>
<p><button ${move(to(-1))}>Yesterday</button> <button class="next" ${move(to(1))}>Next day</button>
<button class="all" hx-post="/swaps/all${html(href(view, {}))}" hx-target="#register" hx-swap="outerHTML">All present</button>
<button class="sort" ${move(`/swaps/register${html(href(view, { sort: sort === 'desc' ? 'asc' : 'desc' }))}`)}>Sort</button></p>
<table><thead><tr><th>Pupil</th><th>Attendance</th><th>Mark</th><th></th></tr></thead><tbody>${pupils.map((pupil) => row(view, pupil)).join('\n')}</tbody></table>
<script type="application/json" class="view">${JSON.stringify({ date: view.date, session: view.session, q, shown: pupils.map(({ id }) => id) })}</script></section>`;
}

function row(view, pupil) {
  const mark = view.marks[pupil.id];
  const choice = (code) =>
    `<label><input type="radio" id="m-${pupil.id}-${code.charCodeAt(0)}" name="mark-${pupil.id}" value="${html(sentFor(code, view.labels))}"${code === mark ? ' checked' : ''} hx-post="/swaps/mark/${pupil.id}${html(href(view, {}))}" hx-trigger="change" hx-target="closest tr" hx-swap="outerHTML"> ${html(labelOf(code, view.labels))}</label>`;
  return `<tr id="pupil-${pupil.id}"><td><a href="#/pupils/${pupil.id}">${html(pupil.name)}</a></td><td>${pupil.attendance}</td><td class="choice">${view.codes.map(choice).join('')}</td><td></td></tr>`;
}
