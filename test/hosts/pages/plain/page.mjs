import { schoolDay } from '../../common/dates.mjs';
import { href, html, options, page } from '../../common/page.mjs';
import { marksOf } from '../../common/posted.mjs';

/** A table of drop-downs in a form: rendered by the server, posted whole. */
export default {
  id: 'plain',
  name: 'Plain HTML table, form post',
  answer({ state, query, posted }) {
    if (posted) {
      state.mark(query, marksOf(posted, state.view(query)), true);
      return { status: 303, headers: { location: `/plain/?${query}` } };
    }
    return page(state.view(query), {
      title: 'Take register',
      body: body(state.view(query)),
      script: '/pages/plain/client.mjs',
    });
  },
};

function body(view) {
  const session = view.lesson
    ? `<span>Lesson: ${view.lesson}</span>`
    : `<label>Session <select name="session" id="session">${['AM', 'PM'].map((one) => `<option${one === view.session ? ' selected' : ''}>${one}</option>`).join('')}</select></label>`;
  return `<h1>Register</h1>
<form method="get" class="pick"><input type="hidden" name="k" value="${html(view.key)}"><input type="hidden" name="labels" value="${view.labels}">
<input type="hidden" name="pupils" value="${view.pupils.length}">${view.lesson ? `<input type="hidden" name="lesson" value="${view.lesson.slice(7)}">` : ''}
<label>Class <select name="group"><option>6A</option><option selected>${view.group}</option></select></label>
<label>Date <input type="date" name="date" value="${view.date}"></label> ${session} <button>Show</button>
<a href="${href(view, { date: schoolDay(view.date, -1) })}">Previous day</a> <a class="next" href="${href(view, { date: schoolDay(view.date, 1) })}">Next day</a></form>
<p><button type="button" id="all-present">Mark all present</button> <label>Find <input type="search" id="find"></label></p>
<form method="post" id="register">${registerTable(view)}<p>${view.saved ? 'This register has been saved.' : ''} <button class="save">Save register</button></p></form>`;
}

/** The table itself, also shown in the frame of another host. */
export function registerTable(view) {
  const rows = sorted(view).map(
    (pupil, i) => `<tr><td>${i + 1}</td><td>${pupil.admission}</td>
<th scope="row"><a href="/pupil/${pupil.id}/summary">${html(pupil.name)}</a></th><td>${pupil.born}</td><td>${pupil.attendance}</td>
<td><select name="mark[${pupil.id}]" aria-label="Mark for ${html(pupil.called)}">${options(view, view.marks[pupil.id])}</select></td>
<td><input name="minutes[${pupil.id}]" size="3" aria-label="Minutes late"></td><td><input name="comment[${pupil.id}]" aria-label="Comment"></td><td><tt>${html(pupil.lastWeek)}</tt></td></tr>`,
  );
  const flip = view.query.sort === 'desc' ? 'asc' : 'desc';
  return `<table class="register"><caption>Class ${view.group}, ${view.pupils.length} pupils</caption>
<thead><tr><th>No.</th><th>Adm. no.</th><th><a class="sort" href="${href(view, { sort: flip })}">Pupil</a></th><th>Date of birth</th><th>Att. %</th><th>Mark</th><th>Minutes late</th><th>Comment</th><th>Last week</th></tr>
<tr class="controls"><td></td><td></td><td>Set all pupils to</td><td></td><td></td><td><select id="set-all" aria-label="Set all">${options(view, null)}</select></td><td></td><td></td><td></td></tr></thead>
<tbody>${rows.join('\n')}</tbody><tfoot><tr><td></td><td></td><td>Total</td><td></td><td>94.1%</td><td>${view.pupils.length}</td><td></td><td></td><td></td></tr></tfoot></table>`;
}

const sorted = (view) => (view.query.sort === 'desc' ? view.pupils.toReversed() : view.pupils);
