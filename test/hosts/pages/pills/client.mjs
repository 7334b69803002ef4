import { NAMES } from '../../common/codes.mjs';
import { MONTHS, monday, schoolDay } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
model.shownName = (pupil) => pupil.called;
const { state } = model;
const app = document.getElementById('app');
const HOUSES = ['Brunel', 'Curie', 'Seacole', 'Turing'];
const TAGS = [
  '',
  '<span class="tag" title="SEN support">K</span>',
  '',
  '<span class="tag" title="Pupil premium">PP</span>',
];
const EHCP = '<span class="tag" title="Education, health and care plan">E</span>';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
let sign = 1;
let find = '';

app.innerHTML = `<div class="cols"><section><nav class="days"><button id="back" aria-label="Previous week">‹</button><ol></ol><button id="on" aria-label="Next week">›</button><h2></h2></nav>
<div class="tabs" role="tablist"></div><p><span class="class"></span> <input type="search" id="find" placeholder="Search"> <button id="sort">A–Z</button> <button id="fill">Everyone present</button> <button id="save">Submit</button> <span class="sum"></span></p>
<ul class="roster"></ul></section><aside><h3>Birthdays this week</h3><ul>${state.pupils
  .slice(3, 6)
  .map(({ called }) => `<li>${html(called)} is 11</li>`)
  .join('')}</ul><h3>Reminders</h3><p>Swimming kit on Tuesday</p></aside></div>`;
const [days, tabs, roster] = ['.days ol', '.tabs', '.roster'].map((one) => app.querySelector(one));
const at = (id) => document.getElementById(id);

/** The three marks that have a pill; everything else is behind the dots. */
const usual = () => [
  ['p', 'P', 'Present', state.codes[0]],
  ['l', 'L', 'Late', 'L'],
  ['a', 'A', 'Absent', 'N'],
];
const shown = () =>
  state.pupils
    .filter(({ called }) => called.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
model.onScreen = () => shown().map(({ id }) => id);

const lines = new Map();
function lineOf(pupil, i) {
  const known = lines.get(pupil.id);
  if (known) return known;
  const li = document.createElement('li');
  li.className = 'pupil s-1x8k2p';
  li.innerHTML = `<img src="/photos/${pupil.id}.jpg" alt="" loading="lazy"><div class="who"><p><span>${html(pupil.forename)}</span> <strong>${html(pupil.surname)}</strong></p><small>${HOUSES[i % 4]}${i % 9 === 4 ? EHCP : TAGS[i % 4]}</small></div>
<span class="pc">${pupil.attendance}</span><div class="opts">${usual()
    .map(
      ([kind, letter, word], n) =>
        `<input type="radio" id="o${i}-${n}" name="mark-${i}" value="${n + 1}"><label class="pill pill--${kind}" for="o${i}-${n}">${state.labels === 'codes' ? letter : word}</label>`,
    )
    .join(
      '',
    )}<button type="button" class="pill pill--x" aria-haspopup="listbox" title="More">…</button></div><button class="note" title="Add a note">✎</button>`;
  const radios = [...li.querySelectorAll('input')];
  radios.forEach((radio, n) => {
    radio.onchange = () => model.set(pupil.id, usual()[n][3]);
  });
  const more = li.querySelector('.pill--x');
  more.onclick = () => menu(pupil.id, more);
  const line = { li, radios, more };
  lines.set(pupil.id, line);
  return line;
}

function drawLine({ radios, more }, code) {
  const n = usual().findIndex(([, , , one]) => one === code);
  radios.forEach((radio, i) => {
    radio.checked = i === n;
  });
  const other = n < 0 && code !== null;
  const text = other ? model.label(code) : '…';
  if (more.textContent !== text) more.textContent = text;
  more.classList.toggle('set', other);
}

function draw() {
  const first = monday(state.date);
  const [year, month] = state.date.split('-');
  app.querySelector('h2').textContent = `${MONTHS[month - 1]} ${year}`;
  app.querySelector('.class').textContent = `Class ${state.group}`;
  days.innerHTML = DAYS.map((name, i) => {
    const day = schoolDay(first, i);
    const on = day === state.date;
    return `<li><button data-i="${i}"${on ? ' class="on" aria-current="date"' : ''}><span>${name}</span><b>${Number(day.slice(8))}</b></button></li>`;
  }).join('');
  const halves = { AM: ['Morning', '8.50'], PM: ['Afternoon', '1.10'] };
  const done = state.pupils.filter(({ id }) => model.code(id) !== null).length;
  tabs.innerHTML = state.lesson
    ? `<button role="tab" aria-selected="true">${state.lesson}</button>`
    : Object.entries(halves)
        .map(
          ([half, [name, from]]) =>
            `<button role="tab" data-half="${half}" aria-selected="${half === state.session}">${name}<small>${from} · ${half === state.session ? `${done} of ${state.pupils.length} marked` : 'open'}</small></button>`,
        )
        .join('');
  const wanted = shown().map((pupil) => [pupil, lineOf(pupil, state.pupils.indexOf(pupil))]);
  for (const [pupil, line] of wanted) drawLine(line, model.code(pupil.id));
  const nodes = wanted.map(([, { li }]) => li);
  if (nodes.length !== roster.children.length || nodes.some((li, i) => roster.children[i] !== li))
    roster.replaceChildren(...nodes);
  const here = state.pupils.filter(({ id }) => [state.codes[0], 'L'].includes(model.code(id))).length;
  app.querySelector('.sum').textContent = `${here} here · ${state.pupils.length - here} not`;
}

const list = Object.assign(document.createElement('div'), { popover: 'auto', id: 'bits-14' });
list.setAttribute('role', 'listbox');
list.tabIndex = -1;
let whose = null;
function menu(id, button) {
  whose = id;
  list.innerHTML = state.codes
    .map(
      (code) =>
        `<div role="option" tabindex="-1" data-code="${html(code)}" aria-selected="${code === model.code(id)}"><b>${html(code)}</b> ${NAMES[code]}</div>`,
    )
    .join('');
  document.body.append(list);
  list.showPopover();
  const box = button.getBoundingClientRect();
  list.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY + 4}px`;
  list.focus({ preventScroll: true });
}
const choose = (code) => {
  list.hidePopover();
  model.set(whose, code);
};
list.onclick = ({ target }) => {
  const code = target.closest('[role=option]')?.dataset.code;
  if (code) choose(code);
};
list.onkeydown = ({ key }) => {
  const code = state.codes.find((one) => one === key.toUpperCase());
  if (code) choose(code);
};

tabs.onclick = ({ target }) => {
  const half = target.closest('[data-half]')?.dataset.half;
  if (half) model.go({ session: half });
};
days.onclick = ({ target }) => {
  const i = target.closest('[data-i]')?.dataset.i;
  if (i) model.go({ date: schoolDay(monday(state.date), Number(i)) });
};
at('back').onclick = () => model.go({ date: schoolDay(monday(state.date), -5) });
at('on').onclick = () => model.go({ date: schoolDay(monday(state.date), 5) });
at('fill').onclick = () => model.all(state.codes[0]);
at('save').onclick = () => model.save();
at('sort').onclick = () => {
  sign = -sign;
  draw();
};
at('find').oninput = ({ target }) => {
  find = target.value.toLowerCase();
  draw();
};
model.onChange(draw);
draw();
