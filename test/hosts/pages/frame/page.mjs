import { schoolDay, written } from '../../common/dates.mjs';
import { href, html, page } from '../../common/page.mjs';
import { marksOf } from '../../common/posted.mjs';
import { registerTable } from '../plain/page.mjs';

/** The register is in a frame of the same origin; the day and the session are on the page around it. */
export default {
  id: 'frame',
  name: 'Register in a same-origin frame',
  answer({ state, query, path, posted }) {
    const view = state.view(query);
    if (path === 'list' && posted) {
      state.mark(query, marksOf(posted, view), true);
      return { status: 303, headers: { location: `/frame/list?${query}` } };
    }
    if (path === 'list') return inner(view);
    return page(view, { title: 'Registration', body: outer(view), script: '/pages/frame/outer.mjs' });
  },
};

const outer = (
  view,
) => `<h1>Registration</h1><p class="bar"><span>${view.group}</span> <span>${written.long(view.date)}</span>
${view.lesson ? `<span>${view.lesson}</span>` : `<select id="session" aria-label="Session">${['AM', 'PM'].map((one) => `<option value="${one}"${one === view.session ? ' selected' : ''}>${one} session</option>`).join('')}</select>`}
<a class="next" href="${href(view, { date: schoolDay(view.date, 1) })}">Next day</a></p>
<iframe name="content" title="Content" src="/frame/list${html(href(view, {}))}" style="width:100%;height:600px;border:0"></iframe>`;

const inner = (
  view,
) => `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>List</title><script>window.__state=${JSON.stringify(view).replaceAll('<', '\\u003c')}</script></head>
<body><p><button type="button" id="all-present">Mark all present</button> <input type="search" id="find" placeholder="Find"></p>
<form method="post" id="register">${registerTable(view)}<button class="save">Save</button></form><script type="module" src="/pages/plain/client.mjs"></script></body></html>`;
