// The teacher register as RosarioSIS 12.0 writes it (docs: mis-pages 5.2 and 7), with DfE codes as its code titles.

/** Codes by column; CODE_1 is the first. A code's state decides the class of a saved cell. */
export const CODES = [
  { title: '/', state: 'present' },
  { title: 'L', state: 'present' },
  { title: 'N', state: 'absent' },
  { title: 'U', state: 'absent' },
  { title: 'O', state: 'absent' },
  { title: 'I', state: 'absent' },
  { title: 'M', state: 'absent' },
  { title: 'B', state: 'present' },
  { title: 'C', state: 'absent' },
  { title: '\\', state: 'present' },
];

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const pad = (n) => String(n).padStart(2, '0');
const html = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const option = (value, text, chosen) =>
  `<option value="${value}"${chosen ? ' selected' : ''}>${text}</option>`;

/**
 * What `#body` holds.
 * `register`: { action, group, date, today, period: '1' | '2' | null on the first visit, periods, codes?, pupils,
 * saved: { codes: {id: 'CODE_n'}, comments: {id: text} } | null }
 */
export function renderRegister(register) {
  const { action, group, saved, codes = CODES, pupils } = register;
  const note = saved
    ? '<div class="updated"><p>You already have taken attendance today for this period.</p></div>'
    : '';
  const save = '<div class="center"><input type="submit" value="Save" class="button-primary" /></div>';
  return `<form method="POST" action="${html(action)}">
<table class="header"><tr>
<td class="header2">${html(group)} - Ms Rowan Ashby</td>
<td class="header2">${periodSelect(register)}</td>
<td class="header2">${dateSelects(register)}</td>
</tr></table>
${note}
${save}
<div class="list-outer"><div class="list-wrapper"><table class="list widefat has-input">
<thead>${headingRow(codes)}</thead>
<tbody>
${pupils.map((pupil) => row(pupil, codes, saved)).join('\n')}
${headingRow(codes)}
</tbody></table></div></div>
${save}
</form>`;
}

function periodSelect({ periods = ['AM', 'PM'], period }) {
  const options = periods.map((text, i) => option(i + 1, text, period === String(i + 1)));
  return `<select name="school_period" id="school_period" onchange="ajaxLink(this.form)">${options.join('')}</select>`;
}

function dateSelects({ date, today }) {
  const [year, month, day] = date.split('-');
  const select = (id, name, options) =>
    `<select id="${id}1" name="${name}" onchange="ajaxLink(this.form)">${options.join('')}</select>`;
  const years = [Number(year) - 1, Number(year), Number(year) + 1];
  return `<!-- ${date.replaceAll('-', '')} -->
${select(
  'monthSelect',
  'month_date',
  MONTHS.map((name, i) => option(pad(i + 1), name, pad(i + 1) === month)),
)}
${select(
  'daySelect',
  'day_date',
  Array.from({ length: 31 }, (_, i) => option(pad(i + 1), i + 1, pad(i + 1) === day)),
)}
${select(
  'yearSelect',
  'year_date',
  years.map((y) => option(y, y, String(y) === year)),
)}
${date === today ? '' : '<span style="color:red">The selected date is not today</span>'}
<span style="color:green">You can edit this attendance</span>`;
}

function headingRow(codes) {
  const columns = [
    ['full-name', 'Student'],
    ['student-id', 'Demo School ID'],
    ['grade-id', 'Grade Level'],
    ...codes.map(({ title }, i) => [`code-${i + 1}`, title]),
    ['comment', 'Teacher Comment'],
  ];
  return `<tr>${columns.map(([name, text]) => `<th class="list-column-${name}">${html(text)}</th>`).join('')}</tr>`;
}

function row({ id, name, grade = 'Year 10' }, codes, saved) {
  const chosen = saved?.codes[id] ?? 'CODE_1';
  const cells = codes.map(({ state }, i) => {
    const value = `CODE_${i + 1}`;
    const mine = value === chosen;
    const shown = mine ? ` ${state}${saved ? '' : '-alt'}` : '';
    return `<td><div class="attendance-code${shown}"><input type="radio" name="attendance[${id}]" value="${value}"${mine ? ' checked' : ''} /></div></td>`;
  });
  const comment = html(saved?.comments[id] ?? '');
  return `<tr><td>${html(name)}</td><td>${id}</td><td><!-- 10 -->${grade}</td>${cells.join('')}<td><input type="text" name="comment[${id}]" id="comment${id}" value="${comment}" maxlength="100" /></td></tr>`;
}

/** The whole document. Every link, select and form is taken over by `warehouse.js`; replies replace what `#body` holds. */
export function renderPage(body) {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Take Attendance</title>
<link rel="stylesheet" href="/rosariosis/live/page.css"><script defer src="/rosariosis/live/warehouse.js"></script></head>
<body class="modules modname-attendance-takeattendance-php">
<nav id="menu"><a href="Modules.php?modname=misc/Portal.php">Home</a>
<a href="Modules.php?modname=Attendance/TakeAttendance.php">Take Attendance</a></nav>
<main id="body" tabindex="-1">${body}</main>
</body></html>
`;
}
