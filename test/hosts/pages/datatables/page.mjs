import { labelOf, NAMES } from '../../common/codes.mjs';
import { schoolDay, written } from '../../common/dates.mjs';
import { href, html, page, sentFor } from '../../common/page.mjs';

/** A table of the server's, made by DataTables into pages that can be sorted and searched; a radio in a column per code. */
export default {
  id: 'datatables',
  name: 'DataTables over radios',
  answer({ state, query }) {
    const view = state.view(query);
    return page(view, {
      title: 'Registration',
      head: '<link rel="stylesheet" href="/.built/datatables.css">',
      body: body(view),
      script: '/.built/datatables.js',
    });
  },
};

function body(view) {
  const other = view.session === 'AM' ? 'PM' : 'AM';
  const heads = view.codes.map(
    (code) => `<th title="${html(NAMES[code])}">${html(labelOf(code, view.labels))}</th>`,
  );
  const rows = view.pupils.map((pupil) => {
    const radio = (code) =>
      `<td><input type="radio" name="att_${pupil.id}" value="${html(sentFor(code, view.labels))}"${view.marks[pupil.id] === code ? ' checked' : ''}></td>`;
    return `<tr id="row_${pupil.id}"><td>${html(pupil.name)}</td><td>${pupil.form ?? view.group}</td><td>${pupil.attendance}</td>${view.codes.map(radio).join('')}<td>${pupil.points}</td></tr>`;
  });
  return `<h1>${view.group} – ${written.long(view.date)} – ${view.lesson ?? `${view.session} registration`}</h1>
<p><a href="${href(view, { date: schoolDay(view.date, -1) })}">« Previous day</a> ${view.lesson ? '' : `<a class="other" href="${href(view, { session: other })}">Go to ${other}</a>`} <a class="next" href="${href(view, { date: schoolDay(view.date, 1) })}">Next day »</a></p>
<p><button type="button" id="all">All present</button> <button type="button" id="save">Save</button> <span id="status"></span></p>
<table id="attendance" class="display"><thead><tr><th>Name</th><th>Form</th><th>Att.</th>${heads.join('')}<th>Points</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}
