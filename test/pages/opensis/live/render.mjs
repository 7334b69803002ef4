// The teacher register as openSIS Classic writes it (docs: mis-pages 5.3 and 7), with DfE codes as its code titles.

/** Codes by column; CODE_1 is the first and the default. A code's state decides the class of its radio buttons. */
export const CODES = [
  { title: '/', state: 'present' },
  { title: '\\', state: 'present' },
  { title: 'L', state: 'present' },
  { title: 'N', state: 'absent' },
  { title: 'U', state: 'absent' },
  { title: 'O', state: 'absent' },
  { title: 'I', state: 'absent' },
  { title: 'C', state: 'absent' },
];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const html = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const hidden = (part, value) =>
  `<input type=hidden value="${value}" id="${part}Select_date_3" name="${part}_date">`;

/**
 * What `#content` holds.
 * `register`: { action, date, today, period: '11' …, periods: [{ id, text }], codes?, pupils,
 * saved: { codes: {id: 'CODE_n'}, comments: {id: text} } | null }
 */
export function renderRegister(register) {
  const { action, saved, codes = CODES, pupils } = register;
  const alert = saved
    ? '<div class="panel-heading"><div class="alert bg-success alert-styled-left" style="margin-bottom: 0;"><i class="icon-checkmark4"></i> You have taken attendance today for this period.</div></div>'
    : '';
  const save =
    '<input type="submit" value="Save" class="btn btn-primary pull-right" onclick="self_disable(this);">';
  return `<form action="${html(action)}" method="POST">
<div class="panel panel-default">
<div class="panel-heading"><div class="form-inline">${periodSelect(register)}</div></div>
<div class="panel-heading">${save}<div class="form-inline"><div class="inline-block">${dateInput(register)}</div></div></div>
${alert}
<div class="table-responsive"><table class="table table-bordered table-striped">
<thead>${headingRow(codes)}</thead>
<tbody>
${pupils.map((pupil) => row(pupil, codes, saved)).join('\n')}
</tbody></table></div>
<div class="panel-footer">${save}</div>
</div></form>`;
}

/** "N/A" is sent as chosen as well; the browser takes the last that is. */
function periodSelect({ periods, period }) {
  const options = periods.map(
    ({ id, text }) => `<option value="${id}"${id === period ? ' selected' : ''}>${html(text)}</option>`,
  );
  return `<label class="control-label">Choose Period:</label>
<select class="form-control" name="period" onchange="openPeriod(this.value)"><option value="" selected>N/A</option>${options.join('')}</select>`;
}

function dateInput({ date, today }) {
  const [year, month, day] = date.split('-');
  const shown = `${MONTHS[Number(month) - 1]}/${day}/${year}`;
  return `<div id="date_div_3" class="fake_datepicker"><div class="input-group"><input type="text" readonly="readonly" data-calid="3" class="form-control" value="${shown}"></div></div>
<div class="input-group datepicker-group" id="original_date_3" style="display:none;"><input type="text" id="date_3" class="form-control daterange-single" value="${date}"></div>
${hidden('month', month)}${hidden('day', day)}${hidden('year', year)}
<input type="button" value="Go" class="btn btn-primary m-l-10">${date === today ? '' : ' <span class="text-danger"><i class="icon-info22"></i> The selected date is not today</span>'}`;
}

function headingRow(codes) {
  const titles = ['Student', 'Student ID', 'Grade', ...codes.map(({ title }) => title), 'Comment'];
  return `<tr>${titles.map((text) => `<th><a href="#"><b><div class="text-center">${html(text)}</div></b></a></th>`).join('')}</tr>`;
}

function row({ id, name }, codes, saved) {
  const chosen = saved?.codes[id] ?? 'CODE_1';
  const cells = codes.map(({ state }, i) => {
    const value = `CODE_${i + 1}`;
    const mine = value === chosen;
    const outer = mine ? ` class="alpha-${state === 'present' ? 'success' : 'danger'}"` : '';
    return `<td${outer}><table align="center"><tbody><tr><td><label class="radio-inline m-0"><div class="choice"><span${mine ? ' class="checked"' : ''}><input class="control-${state}" type="radio" name="attendance[${id}]" value="${value}"${mine ? ' checked' : ''}></span></div><span></span></label></td></tr></tbody></table></td>`;
  });
  const comment = html(saved?.comments[id] ?? '');
  return `<tr><td><div>${html(name)}</div></td><td>${id}</td><td>Year 10</td>${cells.join('')}<td><input class="form-control" type="text" id="comment[${id}]" name="comment[${id}]" value="${comment}" maxlength="80"></td></tr>`;
}

/** The frame's document: the header bar's own class picker, the menu, and `#content`. */
export function renderFrame(content, head = '') {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>openSIS</title>${head}</head>
<body>
<div class="navbar"><form name="head_frm" action="Side.php?modcat=&amp;modname=" method="POST"><select name="period" class="form-control"><option value="11" selected>10B AM</option><option value="12">10B PM</option></select></form></div>
<ul class="navigation"><li><a href="javascript:void(0)" onclick="check_content('Ajax.php?modname=attendance/TakeAttendance.php');">Take Attendance</a></li></ul>
<div id="content">${content}</div>
</body></html>
`;
}
