import { NAMES } from '../../common/codes.mjs';
import { MONTHS } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
model.shownName = (pupil) => `${pupil.surname.toUpperCase()} ${pupil.forename}`;
const { state } = model;
const root = document.getElementById('r');
const HOUSES = ['Drake', 'Nightingale', 'Raleigh', 'Wren'];
const NOTES = {
  0: 'Asthma. Inhaler in the class cupboard.',
  3: 'Taxi: may be late (L) until 9.10. Contact: mother, then aunt.',
  5: 'Dentist 24/11/2026, collected at 1.30 pm.',
  8: 'Nut allergy. Pen with the office.',
};
const THEN = ['Wed 18 PM', 'Thu 19 AM', 'Thu 19 PM'];
const houseOf = (pupil) => (Number(pupil.id) * 7) % HOUSES.length;
const shut = new Set();
let sign = 1;
let find = '';

const written = (iso) => {
  const [year, month, day] = iso.split('-');
  return `${day}-${MONTHS[month - 1].slice(0, 3)}-${year}`;
};
const inHouse = (house) =>
  state.pupils
    .filter((pupil) => houseOf(pupil) === house && model.shownName(pupil).toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
const shown = () => HOUSES.flatMap((_, house) => (shut.has(house) ? [] : inHouse(house)));
model.onScreen = () => shown().map(({ id }) => id);

const square = (code, i) =>
  `<i class="sq${code === 'L' ? ' l' : '/\\'.includes(code) ? '' : ' x'}" title="${THEN[i % 3]}: ${html(code)}"></i>`;

function rowsOf(pupil) {
  const code = model.code(pupil.id);
  const i = Number(pupil.id) % 10;
  const name = html(model.shownName(pupil));
  return `<tr class="pup"><td><input type="checkbox" title="Select"></td><td><a href="/Pupil/Card.aspx?g=${pupil.guid}" title="Adm. no. ${pupil.admission} | DoB ${pupil.born} | ${state.group}">${name}</a></td>
<td>${[...pupil.lastWeek].slice(0, 5).map(square).join('')}</td><td class="mk${code === 'U' ? ' u' : ''}" contenteditable="plaintext-only" spellcheck="false" data-p="${pupil.id}">${html(model.label(code))}</td><td class="min">${code === 'L' ? 5 + i : ''}</td><td>${pupil.attendance}</td><td><a href="#n">Notes</a></td></tr>
<tr class="det"${NOTES[i] ? '' : ' hidden'}><td></td><td colspan="6">${NOTES[i] ?? ''}</td></tr>`;
}

const summary = (house) => {
  const all = inHouse(house);
  const here = all.filter(({ id }) => [state.codes[0], 'L'].includes(model.code(id))).length;
  return `${HOUSES[house]} (${all.length}) – ${here} present`;
};

function draw() {
  const half = state.session === 'PM' ? 'Afternoon' : 'Morning';
  const other = state.session === 'PM' ? 'morning' : 'afternoon';
  root.innerHTML = `<div class="bar"><button id="prev" title="Previous">◄</button><output>${written(state.date)}</output><button id="next" title="Next">►</button>
<input id="find" placeholder="Name contains" value="${html(find)}"><button id="sort">Sort</button><button id="fill">Fill all present</button><button id="save">Save and close</button>${state.lesson ? '' : `<a href="#" id="other">Go to ${other} registration</a>`}</div>
<table class="reg"><caption>${state.lesson ?? `${half} registration`}: ${state.group}, ${state.pupils.length} on roll</caption>
<thead><tr><th></th><th>Pupil</th><th>Last 5</th><th>Mk</th><th>Min</th><th>% YTD</th><th></th></tr></thead>${HOUSES.map(
    (_, house) =>
      `<tbody data-house="${house}"><tr class="grp"><th colspan="7"><button class="fold">${shut.has(house) ? '+' : '−'}</button> <span>${summary(house)}</span></th></tr>${shut.has(house) ? '' : inHouse(house).map(rowsOf).join('')}</tbody>`,
  ).join('')}</table>
<table class="key"><tr>${state.codes.map((code) => `<td><b>${html(code)}</b> ${NAMES[code]}</td>`).join('')}</tr></table>`;
}

/** After a mark only its cell, the minutes beside it and the totals of the houses are written anew. */
function write(id) {
  const cell = root.querySelector(`[data-p="${id}"]`);
  const code = model.code(id);
  cell.textContent = model.label(code);
  cell.classList.toggle('u', code === 'U');
  cell.nextElementSibling.textContent = code === 'L' ? '5' : '';
  for (const body of root.querySelectorAll('[data-house]'))
    body.querySelector('.grp span').textContent = summary(Number(body.dataset.house));
}
function mark(id, code) {
  state.marks[id] = code;
  write(id);
  close();
}

const close = () => document.querySelector('.ac')?.remove();
function suggest(cell) {
  close();
  const box = cell.getBoundingClientRect();
  const list = Object.assign(document.createElement('div'), { className: 'ac' });
  list.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY}px`;
  list.innerHTML = state.codes
    .map((code) => `<div data-code="${html(code)}">${html(code)} – ${NAMES[code]}</div>`)
    .join('');
  list.onmousedown = (event) => {
    event.preventDefault();
    const code = event.target.closest('[data-code]')?.dataset.code;
    if (code) mark(cell.dataset.p, code);
  };
  document.body.append(list);
}

root.addEventListener('focusin', ({ target }) => {
  if (!target.matches('.mk')) return;
  getSelection().selectAllChildren(target);
  suggest(target);
});
root.addEventListener('focusout', close);
root.addEventListener('beforeinput', (event) => {
  if (!event.target.matches('.mk')) return;
  event.preventDefault();
  const id = event.target.dataset.p;
  if (event.inputType.startsWith('delete')) return mark(id, null);
  const code = state.codes.find((one) => one === (event.data ?? '').toUpperCase());
  if (!code) return;
  mark(id, code);
  const cells = [...root.querySelectorAll('.mk')];
  cells[cells.indexOf(event.target) + 1]?.focus();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
root.addEventListener('click', (event) => {
  const fold = event.target.closest('.fold');
  if (fold) {
    const house = Number(fold.closest('tbody').dataset.house);
    if (!shut.delete(house)) shut.add(house);
    draw();
  }
  const cell = event.target.closest('.mk');
  if (cell) suggest(cell);
  if (event.target.closest('a')) event.preventDefault();
  const press = {
    prev: () => model.day(-1),
    next: () => model.day(1),
    fill: () => model.all(state.codes[0]),
    save: () => model.save(),
    other: () => model.go({ session: state.session === 'AM' ? 'PM' : 'AM' }),
    sort: () => {
      sign = -sign;
      draw();
    },
  };
  press[event.target.id]?.();
});
root.addEventListener('change', ({ target }) => {
  if (target.id !== 'find') return;
  find = target.value.toLowerCase();
  draw();
});
model.onChange(draw);
draw();
