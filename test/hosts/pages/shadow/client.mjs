import { written } from '../../common/dates.mjs';
import { openModel } from '../../common/model.mjs';
import { html } from '../../common/page.mjs';

const model = openModel();
const { state } = model;
let sign = 1;
let find = '';
const shown = () =>
  state.pupils
    .filter(({ name }) => name.toLowerCase().includes(find))
    .toSorted((a, b) => sign * (Number(a.id) - Number(b.id)));
model.onScreen = () => shown().map(({ id }) => id);

/** A drop-down whose select is inside; it says `x-change`, and the native event stays in. */
class XSelect extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>select{min-width:5rem}</style><select aria-label="Mark">${['', ...state.codes].map((code) => `<option value="${html(model.value(code || null))}">${html(code ? model.label(code) : '')}</option>`).join('')}</select>`;
    const select = root.querySelector('select');
    select.value = this.getAttribute('value');
    select.addEventListener('change', (event) => {
      event.stopPropagation();
      this.dispatchEvent(
        new CustomEvent('x-change', { bubbles: true, composed: true, detail: select.value }),
      );
    });
  }
  set value(value) {
    this.shadowRoot.querySelector('select').value = value;
  }
}

class XLink extends HTMLElement {
  connectedCallback() {
    this.attachShadow({
      mode: 'open',
    }).innerHTML = `<a href="StudentDetails.aspx?StudentIDs=${this.getAttribute('student')}"><slot></slot></a>`;
  }
}

class RegisterGrid extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: 'open' });
    this.shadowRoot.addEventListener('x-change', ({ target, detail }) => {
      state.marks[target.dataset.row] = model.codeOf(detail);
    });
    this.draw();
  }
  draw() {
    const cells = (...all) => all.map((cell) => `<div role="gridcell">${cell}</div>`).join('');
    const rows = shown().map(
      (pupil) =>
        `<div role="row" class="row">${cells(`<x-link student="${pupil.id}">${html(pupil.name)}</x-link>`, pupil.born, `<x-select data-row="${pupil.id}" value="${html(model.value(model.code(pupil.id)))}"></x-select>`, pupil.attendance, html(pupil.lastWeek))}</div>`,
    );
    const heads = ['Pupil', 'Date of birth', 'Mark', 'Attendance', 'Last week'].map(
      (text) => `<div role="columnheader">${text}</div>`,
    );
    this.shadowRoot.innerHTML = `<style>.row{display:grid;grid-template-columns:200px 110px 140px 100px 120px}</style><div role="grid" aria-label="Register of ${state.group}"><div role="row" class="row">${heads.join('')}</div>${rows.join('')}</div>`;
  }
  setAll() {
    for (const one of this.shadowRoot.querySelectorAll('x-select')) one.value = model.value(state.codes[0]);
  }
}

class ClassRegister extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<h1>Class register</h1><p><label>Date <input id="date" size="10"></label> <button id="session" type="button"></button>
<button id="next">Next day</button> <button id="sort">Sort</button> <button id="all">All present</button> <button id="save">Save</button> <input id="find" placeholder="Search"></p><register-grid></register-grid>`;
    const at = (id) => root.getElementById(id);
    const grid = root.querySelector('register-grid');
    const draw = () => {
      at('date').value = written.uk(state.date);
      at('session').textContent = state.lesson ?? `${state.session} session`;
      grid.draw();
    };
    draw();
    model.onChange(draw);
    at('date').onchange = ({ target }) => model.go({ date: target.value.split('/').reverse().join('-') });
    at('session').onclick = () => state.lesson ?? model.go({ session: state.session === 'AM' ? 'PM' : 'AM' });
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
    at('all').onclick = () => {
      for (const { id } of state.pupils) state.marks[id] = state.codes[0];
      grid.setAll();
    };
  }
}

for (const [name, element] of Object.entries({
  'x-select': XSelect,
  'x-link': XLink,
  'register-grid': RegisterGrid,
  'class-register': ClassRegister,
}))
  customElements.define(name, element);
