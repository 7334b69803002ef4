import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
const at = (id) => document.getElementById(id);
const dirty = new Set();
let sign = 1;
let find = '';
let focused = null;

at('bar').innerHTML = `<h3>Class Register</h3>
<span class="k-datepicker k-input"><input id="registerDate" data-role="datepicker" class="k-input-inner" role="combobox" size="10" title="Date"></span>
<span class="k-dropdownlist k-picker" role="combobox" tabindex="0" id="sessionList"><span class="k-input-inner"><span class="k-input-value-text"></span></span></span>
<button class="k-button" id="next"><span class="k-button-text">Next day</span></button> <button class="k-button" id="all"><span class="k-button-text">Mark all present</span></button>
<button class="k-button k-grid-save-changes" id="save"><span class="k-button-text">Save changes</span></button> <span class="k-searchbox"><input class="k-input-inner" id="search" placeholder="Search..."></span>`;

const LOCKED = [
  ['', 80, (pupil) => `<img alt="" width="20" height="20" src="data:,">${Number(pupil.id) - 1000}`],
  [
    'Name',
    200,
    (pupil) =>
      `<a target="_blank" href="/Nucleus/UI/Areas/Students/StudentDetails.aspx?StudentIDs=${pupil.id}#Profile">${html(pupil.name)}</a>`,
  ],
];
const OTHERS = [
  ['Year', 70, (pupil) => pupil.year],
  ['Mon', 60, (pupil) => html(pupil.lastWeek.slice(0, 2))],
  ['Yesterday', 80, (pupil) => html(pupil.yesterday.join(''))],
  [
    'Mark',
    150,
    (pupil) =>
      `${dirty.has(pupil.id) ? '<span class="k-dirty"></span>' : ''}${html(model.label(model.code(pupil.id)))}`,
  ],
  ['Minutes Late', 90, () => ''],
  ['% Att', 80, (pupil) => pupil.attendance],
];
const MARK = 3;
const shown = () =>
  model.state.pupils
    .filter(({ name }) => name.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
model.onScreen = () => shown().map(({ id }) => id);

const cols = (columns) =>
  `<colgroup>${columns.map(([, width]) => `<col style="width:${width}px">`).join('')}</colgroup>`;
const head = (columns) =>
  `<table class="k-table k-grid-header-table" role="presentation">${cols(columns)}<thead class="k-table-thead"><tr class="k-table-row">${columns.map(([text]) => `<th class="k-table-th k-header" scope="col" role="columnheader"><span class="k-cell-inner"><span class="k-link">${text}</span></span></th>`).join('')}</tr></thead></table>`;
const body = (columns, pupils) =>
  `<table class="k-table k-grid-table k-selectable" role="presentation">${cols(columns)}<tbody class="k-table-tbody">${pupils
    .map(
      (pupil) =>
        `<tr class="k-table-row k-master-row" data-uid="${crypto.randomUUID()}" role="row">${columns.map(([, , cell]) => `<td class="k-table-td" role="gridcell">${cell(pupil)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table>`;

function draw() {
  at('registerDate').value = written.uk(model.state.date);
  at('sessionList').querySelector('.k-input-value-text').textContent =
    model.state.lesson ?? `${model.state.session} Registration`;
  const pupils = shown();
  const scrolled = at('grid').querySelector('.k-grid-content')?.scrollTop ?? 0;
  at('grid').innerHTML =
    `<div class="k-grid-header"><div class="k-grid-header-locked">${head(LOCKED)}</div><div class="k-grid-header-wrap">${head(OTHERS)}</div></div>
<div class="k-grid-container"><div class="k-grid-content-locked">${body(LOCKED, pupils)}</div><div class="k-grid-content k-auto-scrollable">${body(OTHERS, pupils)}</div></div>
<div class="k-pager k-grid-pager"><span class="k-pager-info">1 - ${pupils.length} of ${pupils.length} items</span></div>`;
  const content = at('grid').querySelector('.k-grid-content');
  const locked = at('grid').querySelector('.k-grid-content-locked');
  content.onscroll = () => {
    locked.scrollTop = content.scrollTop;
  };
  content.scrollTop = scrolled;
  if (focused !== null) edit(focused);
}

/** The cell turns into a drop-down whose list opens in the body. */
function edit(index) {
  focused = index;
  document.querySelector('.k-animation-container')?.remove();
  const pupil = shown()[index];
  const cell = at('grid').querySelectorAll('.k-grid-content tr')[index]?.children[MARK];
  if (!pupil || !cell) {
    focused = null;
    return;
  }
  cell.classList.add('k-edit-cell');
  cell.innerHTML = `<span class="k-dropdownlist k-picker" role="combobox" tabindex="0" aria-expanded="true"><span class="k-input-inner"><span class="k-input-value-text">${html(model.label(model.code(pupil.id)))}</span></span><input name="MarkCode" data-bind="value:MarkCode" style="display:none" value="${html(model.code(pupil.id) ?? '')}"></span>`;
  const box = cell.getBoundingClientRect();
  const popup = Object.assign(document.createElement('div'), { className: 'k-animation-container' });
  popup.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY}px`;
  popup.innerHTML = `<div class="k-list"><ul class="k-list-ul" role="listbox">${model.state.codes.map((code) => `<li class="k-list-item" role="option" data-code="${html(code)}"><span class="k-list-item-text">${html(model.label(code))}</span></li>`).join('')}</ul></div>`;
  document.body.append(popup);
  const choose = (code, then) => {
    popup.remove();
    focused = then;
    if (code) {
      dirty.add(pupil.id);
      model.set(pupil.id, code);
    } else draw();
  };
  popup.onclick = ({ target }) => choose(target.closest('li')?.dataset.code, null);
  const picker = cell.firstElementChild;
  picker.onkeydown = (event) => {
    const code = model.state.codes.find((one) => one === event.key.toUpperCase());
    if (event.key === 'Escape') choose(null, null);
    else if (code) choose(code, index + 1);
    else return;
    event.preventDefault();
  };
  picker.focus({ preventScroll: true });
}
at('grid').addEventListener('click', ({ target }) => {
  const cell = target.closest('.k-grid-content td');
  if (cell && !cell.matches('.k-edit-cell') && cell.cellIndex === MARK) {
    focused = cell.parentElement.rowIndex;
    draw();
  }
  if (target.closest('.k-grid-header-locked th')?.cellIndex === 1) {
    sign = -sign;
    draw();
  }
});
at('registerDate').onchange = ({ target }) => model.go({ date: target.value.split('/').reverse().join('-') });
at('sessionList').onclick = () =>
  model.state.lesson ?? model.go({ session: model.state.session === 'AM' ? 'PM' : 'AM' });
at('next').onclick = () => model.day(1);
at('all').onclick = () => model.all(model.state.codes[0]);
at('save').onclick = () => {
  dirty.clear();
  return model.save();
};
at('search').oninput = ({ target }) => {
  find = target.value.toLowerCase();
  draw();
};
model.onChange(draw);
draw();
