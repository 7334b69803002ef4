// Earlier marks as RosarioSIS 12.0 shows them: of one pupil by period, of a class in one period, or by whole days.

export const HISTORY_CODES = [
  { text: '/', title: '/ Present', state: 'present' },
  { text: '\\', title: '\\ Present', state: 'present' },
  { text: 'L', title: 'L Late', state: 'present' },
  { text: 'N', title: 'N No reason yet', state: 'absent' },
  { text: 'U', title: 'U Late after registers closed', state: 'absent' },
  { text: 'O', title: 'O Unauthorised', state: 'absent' },
  { text: 'I', title: 'I Illness', state: 'absent' },
];

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const pad = (n) => String(n).padStart(2, '0');
const html = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const option = (value, text, chosen) =>
  `<option value="${value}"${chosen ? ' selected' : ''}>${html(text)}</option>`;

/** The whole document; what is asked for is in `../../history.d.mts`. */
export function renderHistory(page) {
  const { student, period, codes = HISTORY_CODES } = page;
  const self = `Modules.php?modname=Attendance/DailySummary.php&search_modfunc=list${student === null ? '' : `&student_id=${student}`}`;
  const legend = codes
    .map(({ text, state, title }) => `${mark({ text, state, title: stateName(state) })} ${html(title)}<br>`)
    .join('');
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Attendance Chart</title></head>
<body class="modules modname-attendance-dailysummary-php">
<nav id="menu"><a href="Modules.php?modname=misc/Portal.php">Home</a>
<a href="Modules.php?modname=Attendance/TakeAttendance.php">Take Attendance</a></nav>
<main id="body" tabindex="-1"><h2>Attendance Chart</h2>
<form action="${html(self)}" method="GET">
<table class="header"><tr>
<td class="header2">Timeframe: ${dateSelects(1, 'start', page.from)} &nbsp; to &nbsp; ${dateSelects(2, 'end', page.to)} <input type="submit" value="Go"></td>
<td class="header2">${periodSelect(page)}</td>
</tr></table>
</form>
${period === '' ? '' : `<div class="tip-message">${legend}</div>`}
<div class="list-outer"><div class="list-wrapper"><table class="list widefat valign-middle">
<thead>${headingRow(page)}</thead>
<tbody>
${page.rows.map((row) => bodyRow(page, row, codes, self)).join('\n')}
${headingRow(page)}
</tbody></table></div></div>
</main>
</body></html>
`;
}

function dateSelects(number, end, date) {
  const [year, month, day] = date.split('-');
  const select = (name, options) =>
    `<select name="${name}_${end}" id="${name}Select${number}">${options.join('')}</select>`;
  const days = Array.from({ length: 31 }, (_, i) => option(pad(i + 1), i + 1, pad(i + 1) === day));
  const years = [-1, 0, 1].map((by) => option(Number(year) + by, Number(year) + by, by === 0));
  const months = MONTHS.map((name, i) => option(pad(i + 1), name, pad(i + 1) === month));
  return `<!-- ${date.replaceAll('-', '')} -->${select('month', months)}${select('day', days)}${select('year', years)}`;
}

function periodSelect({ student, period, periods = [] }) {
  const choices = student === null ? periods : [{ id: 'PERIOD', text: 'By Period' }];
  return `<select name="period_id" id="period_id">${option('', 'Daily', period === '')}${choices.map(({ id, text }) => option(id, text, id === period)).join('')}</select>`;
}

function headingRow({ student, period, days, today }) {
  const first =
    student === null
      ? [
          ['full-name', 'Student'],
          ['student-id', 'Demo School ID'],
          ['grade-id', 'Grade Level'],
        ]
      : [['title', 'Course'], ...(period === '' ? [] : [['period', 'Period']])];
  const columns = first.map(([name, text]) => `<th class="list-column-${name}">${text}</th>`);
  const dates = days.map((day) => `<th><span class="proper-date">${properDate(day, today)}</span></th>`);
  return `<tr>${[...columns, ...dates].join('')}</tr>`;
}

/** The year in which the page is made is left out, to gain room. */
function properDate(date, today) {
  const [year, month, day] = date.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(day)}${year === today.slice(0, 4) ? '' : ` ${year}`}`;
}

function bodyRow({ student, period, days }, row, codes, self) {
  const first =
    student === null
      ? [
          `<a href="${html(self)}&amp;period_id=${period}&amp;student_id=${row.id}">${html(row.name)}</a>`,
          row.id,
          '<!-- 10 -->Year 10',
        ]
      : [html(row.course), ...(period === '' ? [] : [html(row.period)])];
  const marks = days.map((day) => {
    const code = codes.find(({ text }) => text === row.marks[day]);
    if (!code) return '';
    return period === ''
      ? mark({ ...code, text: stateName(code.state), title: stateName(code.state) })
      : mark(code);
  });
  return `<tr>${[...first, ...marks].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

const stateName = (state) => ({ present: 'Present', absent: 'Absent', 'half-day': 'Half Day' })[state];

function mark({ text, title, state }) {
  return `<div class="attendance-code ${state}" title="${html(title)}">${html(text)}</div>`;
}
