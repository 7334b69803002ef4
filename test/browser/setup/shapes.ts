/** A pupil of the pages below, with the mark the page shows. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly mark: string;
}

export const class6H: readonly Shown[] = [
  { id: '1031', name: 'Ahmed, Amelia', mark: '/' },
  { id: '1044', name: 'Brook, Tom', mark: 'L' },
  { id: '1027', name: 'Castle, Priya', mark: '/' },
  { id: '1090', name: 'Dean, Oscar', mark: 'N' },
  { id: '1012', name: 'Elm, Freya', mark: '' },
  { id: '1056', name: 'Frost, Idris', mark: '/' },
];

const CODES = ['/', 'L', 'U', 'N', 'I'];
const lines = (draw: (pupil: Shown, i: number) => string) => class6H.map(draw).join('');
const select = (mark: string, name = 'm') =>
  `<select name="${name}"><option></option>${CODES.map((code) => `<option${code === mark ? ' selected' : ''}>${code}</option>`).join('')}</select>`;

/** One page in a style of its own. */
export interface Shape {
  readonly says: string;
  readonly html: string;
  /** Selectors of what a person points at, on the second pupil's line unless it says otherwise. */
  readonly name: string;
  readonly mark: string;
  /** Where the page has a number, but only a person can say which. */
  readonly number?: string;
}

const HEAD = '<h1>Register 6H</h1><p class="day">Friday 20 November 2026</p>';

export const shapes: readonly Shape[] = [
  {
    says: 'a table of drop-downs, with a row that sets them all and the headings once more',
    name: '#reg tr:nth-child(3) a',
    mark: '#reg tr:nth-child(3) select',
    html: `${HEAD}<h2>AM</h2><table><thead><tr><th>Pupil</th><th>Mark</th></tr></thead><tbody id="reg">
      ${lines(({ id, name, mark }, i) => `${i === 3 ? '<tr><td>Pupil</td><td>Mark</td></tr>' : ''}${i === 0 ? '<tr><th colspan="2">Class 6H</th></tr>' : ''}<tr><td><a href="/pupils/${id}?day=2026-11-20">${name}</a></td><td>${select(mark)}</td></tr>`)}
      </tbody></table>`,
  },
  {
    says: 'radio buttons by column, named by pupil',
    name: 'tbody tr:nth-child(2) td:nth-child(2)',
    mark: 'tbody tr:nth-child(2) td:nth-child(4)',
    html: `${HEAD}<h2>Morning</h2><table><thead><tr><th>No.</th><th>Name</th>${CODES.map((code) => `<th>${code}</th>`).join('')}</tr></thead><tbody>
      ${lines(({ id, name, mark }, i) => `<tr><td>${i + 1}</td><td>${name}</td>${CODES.map((code) => `<td><input type="radio" name="att[${id}][20]" value="${code}"${code === mark ? ' checked' : ''}></td>`).join('')}</tr>`)}
      </tbody></table>`,
  },
  {
    says: 'cards with buttons that stay pressed',
    name: '.grid > div:nth-child(2) h3',
    mark: '.grid > div:nth-child(2) button[aria-pressed=true]',
    html: `${HEAD}<div class="tabs"><button aria-pressed="true">AM</button></div><div class="grid">
      ${lines(({ id, name, mark }) => `<div data-student-id="${id}"><div><img alt=""><h3>${name}</h3><p>6H</p></div><div role="group">${CODES.map((code) => `<button aria-pressed="${code === mark}">${code}</button>`).join('')}</div></div>`)}
      </div>`,
  },
  {
    says: 'blocks whose classes a tool made up, marks as text',
    name: 'main > div > div:nth-child(2) span:nth-child(1)',
    mark: 'main > div > div:nth-child(2) > div:nth-child(3)',
    html: `<main>${HEAD}<h2>PM</h2><div class="sc-1x2y3z">
      ${lines(({ id, name, mark }) => `<div class="css-8a7b9c kYhGtZ"><div><span>${name}</span><span>Year 6</span></div><div>${id}</div><div>${mark || '-'}</div></div>`)}
      </div></main>`,
  },
  {
    says: 'a grid by role alone, marks typed',
    name: '[role=row]:nth-of-type(3) [data-field=pupil]',
    mark: '[role=row]:nth-of-type(3) input',
    html: `${HEAD}<h2>AM</h2><div role="grid"><div role="row"><div role="columnheader">Pupil</div><div role="columnheader">Mark</div></div>
      ${lines(({ id, name, mark }) => `<div role="row" row-id="${id}"><div role="gridcell" data-field="pupil">${name}</div><div role="gridcell" data-field="mark"><input maxlength="1" value="${mark}"></div></div>`)}
      </div>`,
  },
  {
    says: 'a table body for each pupil, marks drawn',
    name: 'tbody:nth-of-type(2) b',
    mark: 'tbody:nth-of-type(2) .icon',
    html: `<style>.icon{display:inline-block;width:16px;height:16px}</style>${HEAD}<h2>AM</h2><table>${lines(({ id, name, mark }) => `<tbody id="pupil-${id}"><tr><td><b>${name}</b></td></tr><tr><td>${mark ? `<span class="icon" title="${mark}"></span>` : ''}</td></tr></tbody>`)}</table>`,
  },
  {
    says: 'a list in an open shadow root',
    name: 'li:nth-child(2) strong',
    mark: 'li:nth-child(2) select',
    html: `${HEAD}<h2>AM</h2><register-list><template shadowrootmode="open"><ul>${lines(({ id, name, mark }) => `<li data-person="${id}"><strong>${name}</strong> <em>6H</em> ${select(mark)}</li>`)}</ul></template></register-list>`,
  },
];

/** Puts a page on the screen. */
export function show(html: string): void {
  document.body.setHTMLUnsafe(html);
}

/** The first element a selector finds in the page or its open shadow roots. */
export function at(selector: string): HTMLElement {
  const roots = [
    document,
    ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
  ];
  const found = roots.map((root) => root.querySelector<HTMLElement>(selector)).find(Boolean);
  if (!found) throw new Error(`nothing at ${selector}`);
  return found;
}
