import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
const panel = document.getElementById('registerpanel-1014');
const COLUMNS = [
  [
    'Student',
    200,
    (pupil) =>
      `<a class="mis-link" href="/?/student-ui/index/student-id/${pupil.id}">${html(pupil.name)}</a>`,
  ],
  ['Tutor group', 90, () => model.state.group],
  ['DOB', 100, (pupil) => pupil.born],
  ['Mark', 150, (pupil) => html(model.label(model.code(pupil.id))) || '&#160;'],
  ['Last week', 120, (pupil) => html(pupil.lastWeek)],
  ['Attendance', 100, (pupil) => pupil.attendance],
];
const MARK = 3;
let next = 1032;
let sign = 1;
let find = '';

panel.innerHTML = `<div class="x-panel-header"><div class="x-title-text" id="title-1015_header-title-textEl">Register</div></div>
<div class="x-toolbar" role="toolbar">
<span class="x-form-item"><label class="x-form-item-label" for="datefield-1019-inputEl">Date:</label><input id="datefield-1019-inputEl" class="x-form-field x-form-text" role="combobox" size="10"></span>
<span class="x-form-item" id="combo-1021"><label class="x-form-item-label" for="combo-1021-inputEl">Session:</label><input id="combo-1021-inputEl" class="x-form-field x-form-text" role="combobox" readonly size="8"></span>
<a class="x-btn" role="button" tabindex="0" id="button-1024"><span class="x-btn-inner">Next day</span></a>
<a class="x-btn" role="button" tabindex="0" id="button-1025"><span class="x-btn-inner">Mark All Present</span></a>
<a class="x-btn" role="button" tabindex="0" id="button-1026"><span class="x-btn-inner">Save</span></a>
<input class="x-form-field" id="textfield-1027-inputEl" placeholder="Search students"></div>
<div class="x-grid-header-ct" role="rowgroup"><div role="row">${COLUMNS.map(([text, width], i) => `<div class="x-column-header" role="columnheader" id="gridcolumn-${1040 + i}" style="width:${width}px"><span class="x-column-header-text-inner">${text}</span></div>`).join('')}</div></div>
<div class="x-panel-body"><div class="x-grid-view" id="gridview-1036" role="rowgroup" tabindex="0"><div class="x-grid-item-container"></div></div></div>`;
const at = (id) => document.getElementById(id);
const container = panel.querySelector('.x-grid-item-container');

const shown = () =>
  model.state.pupils
    .filter(({ name }) => name.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));

/** Only the rows about the scrolled place are drawn, in front of and behind spacers, as the buffered renderer does. */
const ROW = 29;
const BUFFER = 40;
function draw() {
  at('datefield-1019-inputEl').value = written.uk(model.state.date);
  at('combo-1021-inputEl').value = model.sessionName();
  const all = shown();
  const view = at('gridview-1036');
  const first = Math.max(0, Math.min(Math.floor(view.scrollTop / ROW) - 8, all.length - BUFFER));
  const rows = all.slice(first, first + BUFFER).map((pupil, i) => {
    const cells = COLUMNS.map(
      ([, width, cell], column) =>
        `<td class="x-grid-cell x-grid-td x-grid-cell-gridcolumn-${1040 + column}" role="gridcell" style="width:${width}px" data-columnid="gridcolumn-${1040 + column}"><div unselectable="on" class="x-grid-cell-inner">${cell(pupil)}</div></td>`,
    );
    return `<table id="gridview-1036-record-${next++}" role="presentation" class="x-grid-item${i % 2 ? ' x-grid-item-alt' : ''}" data-boundview="gridview-1036" data-recordid="${next}" data-recordindex="${first + i}" cellspacing="0"><tbody><tr class="x-grid-row" role="row">${cells.join('')}</tr></tbody></table>`;
  });
  container.innerHTML = `<div style="height:${first * ROW}px"></div>${rows.join('')}<div style="height:${Math.max(0, all.length - first - BUFFER) * ROW}px"></div>`;
  drawn = all.slice(first, first + BUFFER);
}
let drawn = [];
model.onScreen = () => drawn.map(({ id }) => id);
model.inView = () => shown().length;

let editing = null;
function close(code) {
  if (!editing) return;
  const { id, elements } = editing;
  editing = null; // first: what is removed loses the focus, and comes here again
  for (const one of elements) one.remove();
  if (code !== undefined) model.set(id, code);
}
function edit(index) {
  close();
  const pupil = shown()[index];
  const cell = container.querySelector(`[data-recordindex="${index}"]`)?.querySelectorAll('.x-grid-cell')[
    MARK
  ];
  if (!pupil || !cell) return;
  const box = cell.getBoundingClientRect();
  const place = `left:${box.left + scrollX}px;top:${box.top + scrollY}px`;
  const editor = Object.assign(document.createElement('div'), {
    className: 'x-editor x-grid-editor',
    id: `celleditor-${next++}`,
  });
  editor.style.cssText = place;
  editor.innerHTML = `<input class="x-form-field x-form-text" id="combo-${next++}-inputEl" role="combobox" size="12">`;
  const list = Object.assign(document.createElement('div'), {
    className: 'x-boundlist',
    id: `boundlist-${next++}`,
  });
  list.style.cssText = `${place};margin-top:24px`;
  list.innerHTML = `<ul class="x-list-plain" role="listbox">${model.state.codes.map((code) => `<li role="option" class="x-boundlist-item" data-code="${html(code)}">${html(model.label(code))}</li>`).join('')}</ul>`;
  document.body.append(editor, list);
  editing = { id: pupil.id, elements: [editor, list] };
  const input = editor.firstElementChild;
  input.value = model.label(model.code(pupil.id));
  input.select();
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => close(target.dataset.code));
  input.addEventListener('blur', () => close());
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
    if (key !== 'Enter' && key !== 'Tab') return;
    const typed = input.value.trim().toLowerCase();
    close(
      model.state.codes.find((code) => [code, model.label(code)].some((one) => one.toLowerCase() === typed)),
    );
    if (key === 'Enter') edit(index + 1);
  });
  input.focus();
}
container.addEventListener('click', ({ target }) => {
  const cell = target.closest('.x-grid-cell');
  if (cell && [...cell.parentElement.children].indexOf(cell) === MARK)
    edit(Number(cell.closest('table').dataset.recordindex));
});
at('gridview-1036').addEventListener('scroll', draw);
panel.querySelector('.x-column-header').onclick = () => {
  sign = -sign;
  draw();
};
at('datefield-1019-inputEl').onchange = ({ target }) =>
  model.go({ date: target.value.split('/').reverse().join('-') });
at('combo-1021-inputEl').onclick = () =>
  model.state.lesson ?? model.go({ session: model.state.session === 'AM' ? 'PM' : 'AM' });
at('button-1024').onclick = () => model.day(1);
at('button-1025').onclick = () => model.all(model.state.codes[0]);
at('button-1026').onclick = () => model.save();
at('textfield-1027-inputEl').oninput = ({ target }) => {
  find = target.value.toLowerCase();
  draw();
};
model.onChange(draw);
draw();
