import { MONTHS, schoolDay } from '../../common/dates.mjs';
import { html, options, page, sentFor } from '../../common/page.mjs';

const PRE = 'ctl00$MainContent$';
const idOf = (name) => name.replaceAll('$', '_');
const pad = (n) => String(n).padStart(2, '0');
const line = (i) => `${PRE}gvRegister$ctl${pad(i + 2)}$`;

/** In the manner of ASP.NET Web Forms: one form, generated ids, nested tables, a postback for a session, a panel swapped for a day. */
export default {
  id: 'aspnet',
  name: 'Legacy ASP.NET-like page',
  answer({ state, query, posted, headers }) {
    if (!posted) return whole(state.view(query));
    const target = posted.get('__EVENTTARGET');
    const shown = new URLSearchParams(query);
    const was = posted.get('__VIEWSTATE').split('|');
    shown.set('date', was[0]);
    if (was[1] !== 'null') shown.set('session', was[1]);
    const view = state.view(shown);
    if (target === `${PRE}btnSave`) state.mark(shown, marksOf(posted, view), true);
    if (target === `${PRE}ddlSession`)
      shown.set('session', posted.get(`${PRE}ddlSession`) === '1' ? 'AM' : 'PM');
    if (target === `${PRE}ddlDay` || target === `${PRE}ddlMonth`)
      shown.set(
        'date',
        `${posted.get(`${PRE}ddlYear`)}-${pad(posted.get(`${PRE}ddlMonth`))}-${pad(posted.get(`${PRE}ddlDay`))}`,
      );
    if (target === `${PRE}btnNext`) shown.set('date', schoolDay(view.date, 1));
    if (target === `${PRE}lnkSort`) shown.set('sort', view.query.sort === 'desc' ? 'asc' : 'desc');
    const next = state.view(shown);
    if (headers['x-microsoftajax'] !== 'Delta=true') return whole(next);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ panel: panel(next), state: next }),
    };
  },
};

const whole = (view) =>
  page(view, {
    title: 'Register.aspx',
    head: '<style>.GridRow td,.GridAlt td{border-bottom:1px solid #aac;padding:2px 6px}</style>',
    body: `<form method="post" id="aspnetForm"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET"><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT">
<table width="100%" cellpadding="0"><tr><td valign="top" width="120"><table><tr><td>Menu</td></tr><tr><td>Pupils</td></tr><tr><td>Groups</td></tr><tr><td>Attendance</td></tr></table></td>
<td valign="top"><div id="ctl00_MainContent_UpdatePanel1">${panel(view)}</div></td></tr></table></form>`,
    script: '/pages/aspnet/client.mjs',
  });

function panel(view) {
  const [year, month, day] = view.date.split('-').map(Number);
  const list = (name, items, chosen) =>
    `<select name="${PRE}${name}" id="${idOf(PRE + name)}">${items.map(([value, text]) => `<option value="${value}"${value === chosen ? ' selected="selected"' : ''}>${text}</option>`).join('')}</select>`;
  const days = Array.from({ length: 31 }, (_, i) => [i + 1, i + 1]);
  const months = MONTHS.map((text, i) => [i + 1, text]);
  const years = [2025, 2026, 2027].map((one) => [one, one]);
  const session = view.lesson
    ? `<span id="ctl00_MainContent_lblLesson">${view.lesson}</span>`
    : list(
        'ddlSession',
        [
          [1, 'AM'],
          [2, 'PM'],
        ],
        view.session === 'AM' ? 1 : 2,
      );
  const button = (name, text) =>
    `<input type="button" id="${idOf(PRE + name)}" name="${PRE}${name}" value="${text}">`;
  return `<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${view.date}|${view.session}">
<table border="0"><tr><td>Class:</td><td>${view.group}</td><td>Date:</td><td>${list('ddlDay', days, day)}${list('ddlMonth', months, month)}${list('ddlYear', years, year)}</td><td>Session:</td><td>${session}</td></tr></table>
<p>${button('btnNext', 'Next day')} ${button('btnAll', 'All present')} ${button('btnSave', 'Save')} <span id="ctl00_MainContent_lblSaved">${view.saved ? 'Register saved' : ''}</span></p>${grid(view)}`;
}

function grid(view) {
  const pupils = view.query.sort === 'desc' ? view.pupils.toReversed() : view.pupils;
  const rows = pupils.map((pupil, i) => {
    const name = (field) => `name="${line(i)}${field}" id="${idOf(line(i) + field)}"`;
    return `<tr class="${i % 2 ? 'GridAlt' : 'GridRow'}"><td><input type="hidden" ${name('hfStudentID')} value="${pupil.id}"><a ${name('lnkName')} href="javascript:void(0)">${html(pupil.name)}</a></td>
<td>${pupil.year}</td><td>${html(pupil.yesterday[0])}</td><td>${html(pupil.yesterday[1])}</td>
<td><table cellspacing="0"><tr><td><select ${name('ddlMark')}>${options(view, view.marks[pupil.id])}</select></td><td><img alt="Add comment" width="12" height="12" src="data:,"></td></tr></table></td>
<td><input ${name('txtMinutes')} size="3"></td><td><span ${name('lblAttendance')}>${pupil.attendance}</span></td></tr>`;
  });
  return `<table id="ctl00_MainContent_gvRegister" cellspacing="0" rules="all" border="1"><tbody><tr class="GridHeader"><th scope="col"><a id="ctl00_MainContent_lnkSort" href="javascript:void(0)">Pupil</a></th><th scope="col">Year</th><th scope="col">Prev AM</th><th scope="col">Prev PM</th><th scope="col">Mark</th><th scope="col">Mins</th><th scope="col">%</th></tr>
${rows.join('\n')}</tbody></table>`;
}

function marksOf(posted, view) {
  const marks = {};
  for (let i = 0; posted.has(`${line(i)}hfStudentID`); i++) {
    const value = posted.get(`${line(i)}ddlMark`);
    marks[posted.get(`${line(i)}hfStudentID`)] =
      view.codes.find((code) => sentFor(code, view.labels) === value) ?? null;
  }
  return marks;
}
