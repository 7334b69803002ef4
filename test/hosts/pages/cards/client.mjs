import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
model.shownName = (pupil) => pupil.called;
const { state } = model;
const buttons = state.query.style === 'buttons';
const app = document.getElementById('app');
let sign = 1;
let find = '';

app.innerHTML = `<h1 class="lesson-title"></h1><p><select id="half" aria-label="Register"></select> <button id="next">Next day</button> <button id="sort">Sort by name</button>
<button id="set-all">Set all to present</button> <button id="save">Save attendance</button> <input id="find" placeholder="Find pupil"></p><div class="plan"></div>`;
const plan = app.querySelector('.plan');
const at = (id) => document.getElementById(id);

const shown = () =>
  state.pupils
    .filter(({ called }) => called.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
model.onScreen = () => shown().map(({ id }) => id);

function control(pupil) {
  const code = model.code(pupil.id);
  if (buttons)
    return `<div class="chips" role="group">${state.codes.map((one) => `<button type="button" class="chip${one === code ? ' active' : ''}" data-code="${html(one)}">${html(model.label(one))}</button>`).join('')}</div>`;
  return `<select class="att" aria-label="Attendance">${['', ...state.codes].map((one) => `<option value="${html(model.value(one || null))}"${one === (code ?? '') ? ' selected' : ''}>${html(one ? model.label(one) : 'Select…')}</option>`).join('')}</select>`;
}

function draw() {
  app.querySelector('h1').textContent =
    `${state.group} · ${written.short(state.date)}${state.lesson ? ` · ${state.lesson}` : ''}`;
  at('half').hidden = state.lesson !== null;
  at('half').innerHTML = ['AM', 'PM']
    .map(
      (one) => `<option value="${one}"${one === state.session ? ' selected' : ''}>${one} register</option>`,
    )
    .join('');
  plan.innerHTML = shown()
    .map(
      (
        pupil,
      ) => `<div class="card pupil" data-pupil-id="${pupil.id}"><img alt="" src="data:,"><h4>${html(pupil.called)}</h4>
<div class="points"><span class="badge positive">${pupil.points}</span> <span class="badge negative">${pupil.points % 3}</span></div><small>${pupil.attendance}</small>${control(pupil)}</div>`,
    )
    .join('');
}
const idOf = (element) => element.closest('.card').dataset.pupilId;

plan.addEventListener('change', ({ target }) => {
  state.marks[idOf(target)] = model.codeOf(target.value);
});
plan.addEventListener('click', ({ target }) => {
  const chip = target.closest('.chip');
  if (!chip) return;
  state.marks[idOf(chip)] = chip.dataset.code;
  for (const one of chip.parentElement.children) one.classList.toggle('active', one === chip);
});
at('half').onchange = ({ target }) => model.go({ session: target.value });
at('next').onclick = () => model.day(1);
at('save').onclick = () => model.save();
at('sort').onclick = () => {
  sign = -sign;
  draw();
};
at('find').oninput = ({ target }) => {
  find = target.value.toLowerCase();
  draw();
};
at('set-all').onclick = () => {
  for (const { id } of state.pupils) state.marks[id] = state.codes[0];
  for (const select of plan.querySelectorAll('select')) select.value = model.value(state.codes[0]);
  for (const chips of plan.querySelectorAll('.chips'))
    [...chips.children].forEach((chip, i) => {
      chip.classList.toggle('active', i === 0);
    });
};
model.onChange(draw);
draw();
