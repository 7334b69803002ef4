// Earlier marks as openSIS Classic shows them: of one pupil by course period, of a class in one period, or by whole days.

export const HISTORY_CODES = [
  { text: '/', title: '/', state: 'present' },
  { text: '\\', title: '\\', state: 'present' },
  { text: 'L', title: 'L', state: 'half-day' },
  { text: 'N', title: 'N', state: 'absent' },
  { text: 'U', title: 'U', state: 'absent' },
  { text: 'O', title: 'O', state: 'absent' },
  { text: 'I', title: 'I', state: 'absent' },
];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** A default is green; every other presence and half a day is yellow; an absence is red. */
const COLOURS = { present: '#00FF00', 'half-day': '#FFCC00', absent: '#FF0000' };
const html = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** The frame's document; what is asked for is in `../../history.d.mts`. */
export function renderHistory(page) {
  const { student, codes = HISTORY_CODES } = page;
  const self = `Modules.php?modname=attendance/DailySummary.php&search_modfunc=list${student === null ? '' : `&student_id=${student}`}`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>openSIS</title></head>
<body>
<div class="navbar"><form name="head_frm" action="Side.php?modcat=&amp;modname=" method="POST"><select name="period" class="form-control"><option value="11" selected>10B AM</option><option value="12">10B PM</option></select></form></div>
<div id="content"><FORM class="form-horizontal" action=${self} method=POST>
<div class="panel panel-default"><div class="panel-heading"><div class="form-inline">
${dateInput(1, 'start', page.from)} - ${dateInput(2, 'end', page.to)} ${periodSelect(page)}
<INPUT type=submit class="btn btn-primary" value=Go></div></div>
<div class="panel-body p-0"><div class="table-responsive"><table class="table table-bordered table-striped">
<thead>${headingRow(page)}</thead>
<tbody>
${page.rows.map((row) => bodyRow(page, row, codes, self)).join('\n')}
</tbody></table></div></div></div></FORM></div>
</body></html>
`;
}

function shortDate(date) {
  const [year, month, day] = date.split('-');
  return `${MONTHS[Number(month) - 1]}/${day}/${year}`;
}

function dateInput(number, end, date) {
  const [year, month, day] = date.split('-');
  const hidden = (part, value) =>
    `<input type=hidden value="${value}" id="${part}Select_date_${number}" name="${part}_${end}">`;
  return `<input type="text" readonly="readonly" class="form-control" value="${shortDate(date)}">${hidden('month', month)}${hidden('day', day)}${hidden('year', year)}`;
}

function periodSelect({ student, period, periods = [] }) {
  const choices = student === null ? periods : [{ id: 'PERIOD', text: 'By Period' }];
  const options = choices.map(
    ({ id, text }) => `<OPTION value=${id}${id === period ? ' SELECTED' : ''}>${html(text)}</OPTION>`,
  );
  return `<SELECT name=period_id class='form-control'><OPTION value="">Daily</OPTION>${options.join('')}</SELECT>`;
}

function headingRow({ student, days }) {
  const first = student === null ? ['Student', 'Student ID', 'Grade'] : ['Course Period'];
  return `<tr>${[...first, ...days.map(shortDate)].map((text) => `<th><a href="#"><b><div class="text-center">${text}</div></b></a></th>`).join('')}</tr>`;
}

function bodyRow({ student, period, days }, row, codes, self) {
  const first =
    student === null
      ? [`<a href="${html(self)}&amp;student_id=${row.id}">${html(row.name)}</a>`, row.id, 'Year 10']
      : [html(row.course)];
  const marks = days.map((day) => {
    const code = codes.find(({ text }) => text === row.marks[day]);
    if (!code) return '';
    const text = period === '' ? { present: 'P', absent: 'A', 'half-day': 'H' }[code.state] : code.text;
    return `<TABLE bgcolor=${COLOURS[code.state]} cellpadding=0 cellspacing=0 width=10><TR><TD>${html(text)}</TD></TR></TABLE>`;
  });
  return `<tr>${[...first, ...marks].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
