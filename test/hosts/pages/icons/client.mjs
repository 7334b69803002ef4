import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
const { state } = model;
const titled = state.query.names === '1';
const section = document.getElementById('section');
const ICONS = {
  '/': ['tick', '#68aa22', 'Present'],
  '\\': ['tick', '#68aa22', 'Present'],
  L: ['clock', '#fce015', 'Late'],
  U: ['clock', '#cb0d0d', 'Late after registers closed'],
  O: ['cross', '#cb0d0d', 'Unauthorised absence'],
  I: ['cross', '#f7931e', 'Illness'],
  N: ['dash', '#776e6a', 'No reason yet'],
};
let sign = 1;
const find = '';
const shown = () =>
  state.pupils
    .filter(({ name }) => name.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
model.onScreen = () => shown().map(({ id }) => id);

function icon(code) {
  if (code === null) return '<span class="mis-icon mis-icon-blank"></span>';
  const [shape, colour, name] = ICONS[code];
  return `<span class="mis-icon mis-icon-${shape}" style="color:${colour}"${titled ? ` title="${name}"` : ''}></span>`;
}

function draw() {
  const rows = shown().map(
    (
      pupil,
    ) => `<div class="row mis-property-row" data-href="/?/student-ui/index/student-id/${pupil.id}"><a class="mis-link" href="/?/student-ui/index/student-id/${pupil.id}/">${html(pupil.name)}</a>
<span>${pupil.year}</span><span class="mark" tabindex="0" data-mark="${pupil.id}">${icon(model.code(pupil.id))}</span><span>${pupil.attendance}</span><span class="last">${icon(['/', 'L', 'U', 'I'][Number(pupil.id) % 4])}</span></div>`,
  );
  section.innerHTML = `<h2>Register: ${state.group}</h2><p><b>${written.short(state.date)}</b> <span class="roll">${state.lesson ?? `${state.session} Roll Call`}</span> <button id="session">AM / PM</button> <button id="next">Next day</button> <button id="sort">Sort</button> <button id="all">Mark All Blanks as Present</button> <button id="everyone">Mark everyone present</button> <button id="save">Complete register</button></p>
<div class="row head"><span>Student</span><span>Year group</span><span>Mark</span><span>Attendance</span><span>Last lesson</span></div>${rows.join('')}`;
}

function menu(id, cell) {
  document.querySelector('.mis-menu')?.remove();
  const box = cell.getBoundingClientRect();
  const list = Object.assign(document.createElement('div'), { className: 'mis-menu' });
  list.setAttribute('role', 'menu');
  list.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY}px`;
  list.innerHTML = state.codes
    .map((code) => `<div role="menuitem" data-code="${html(code)}">${icon(code)} ${ICONS[code][2]}</div>`)
    .join('');
  list.onclick = ({ target }) => {
    list.remove();
    model.set(id, target.closest('[data-code]').dataset.code);
  };
  document.body.append(list);
}

section.addEventListener('click', ({ target }) => {
  const cell = target.closest('.mark');
  if (cell) menu(cell.dataset.mark, cell);
  const present = state.codes[0];
  const press = {
    session: () => state.lesson ?? model.go({ session: state.session === 'AM' ? 'PM' : 'AM' }),
    next: () => model.day(1),
    sort: () => {
      sign = -sign;
      draw();
    },
    all: () => {
      for (const { id } of state.pupils) state.marks[id] ??= present;
      draw();
    },
    everyone: () => model.all(present),
    save: () => model.save(),
  };
  press[target.id]?.();
});
section.addEventListener('keydown', (event) => {
  const cell = event.target.closest('.mark');
  const code = state.codes.find((one) => one === event.key.toUpperCase());
  if (!cell || !code) return;
  const at = shown().findIndex(({ id }) => id === cell.dataset.mark);
  model.set(cell.dataset.mark, code);
  section.querySelectorAll('.mark')[at + 1]?.focus();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.querySelector('.mis-menu')?.remove();
});
model.onChange(draw);
draw();
