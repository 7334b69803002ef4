/** Something that may be otherwise on a page of earlier marks, and what of it may be read then. */
export interface Change {
  readonly name: string;
  /** `any`: what is read is right; `less`: not all can be told any more. */
  readonly reads: 'all' | 'less' | 'nothing' | 'any';
  /** Once the row beside it is gone too, nothing on the page says what it did. */
  readonly alone?: true;
  readonly change: (page: Document) => void;
}

/** The table of marks; none of the small ones within its cells, nor the bar in which days are chosen. */
const table = (page: Document) =>
  [...page.querySelectorAll('table')].find((each) => each.tHead) as HTMLTableElement;
const headings = (page: Document) => [...(table(page).tHead?.rows[0]?.cells ?? [])];
const dated = (page: Document) => headings(page).filter(({ textContent }) => /\d/.test(textContent ?? ''));
const rows = (page: Document) =>
  [...(table(page).tBodies[0]?.rows ?? [])].filter(({ cells }) => cells[0]?.localName === 'td');
const everyRow = (page: Document) => [...table(page).rows];
/** The elements that are marks, by rows. */
const marks = (page: Document) =>
  rows(page).flatMap((row) => [...row.querySelectorAll<HTMLElement>('div.attendance-code, td table td')]);
const innermost = (element: Element): Element =>
  element.firstElementChild ? innermost(element.firstElementChild) : element;
const reword = (element: Element | undefined, to: (text: string) => string) => {
  const inner = element && innermost(element);
  if (inner) inner.textContent = to(inner.textContent ?? '');
};
const swap = (row: HTMLTableRowElement, a: number, b: number) => {
  const [first, second] = [row.cells[a], row.cells[b]];
  if (!(first && second)) return;
  const mark = first.ownerDocument.createElement('td');
  first.replaceWith(mark);
  second.replaceWith(first);
  mark.replaceWith(second);
};
const place = (page: Document, at: number) => dated(page)[at]?.cellIndex ?? 0;
const choose = (select: Element | null, value: string) => {
  if (select instanceof HTMLSelectElement) select.value = value;
};
const isOfPupil = (page: Document) => page.querySelector('option[value=PERIOD]') !== null;

export const changes: readonly Change[] = [
  {
    name: 'two columns have changed places, headings and marks',
    reads: 'any',
    change: (page) => {
      const [a, b] = [place(page, 0), place(page, 1)];
      for (const row of everyRow(page)) swap(row, a, b);
    },
  },
  {
    name: 'the headings alone have turned about',
    reads: 'nothing',
    change: (page) => {
      const texts = dated(page)
        .map(({ textContent }) => textContent ?? '')
        .reverse();
      dated(page).forEach((heading, i) => {
        reword(heading, () => texts[i] ?? '');
      });
    },
  },
  { name: 'a heading is gone', reads: 'nothing', change: (page) => dated(page)[0]?.remove() },
  {
    name: 'a cell is gone',
    reads: 'nothing',
    change: (page) => rows(page)[0]?.cells[place(page, 1)]?.remove(),
  },
  {
    name: 'a cell is wider',
    reads: 'nothing',
    change: (page) => {
      const [row] = rows(page);
      row?.cells[place(page, 1)]?.setAttribute('colspan', '2');
      row?.lastElementChild?.remove();
    },
  },
  {
    name: 'a cell reaches into the row below',
    reads: 'nothing',
    change: (page) => {
      rows(page)[0]?.cells[place(page, 1)]?.setAttribute('rowspan', '2');
      rows(page)[1]?.cells[place(page, 1)]?.remove();
    },
  },
  {
    name: 'the columns that are no days have other names',
    reads: 'all',
    change: (page) => {
      for (const heading of headings(page))
        if (!/\d|ID$/.test(heading.textContent ?? '')) reword(heading, () => 'Name');
    },
  },
  { name: 'a day is not named', reads: 'less', change: (page) => reword(dated(page)[1], () => '') },
  {
    name: 'a day is named twice',
    reads: 'nothing',
    change: (page) => reword(dated(page)[1], () => dated(page)[0]?.textContent ?? ''),
  },
  {
    name: 'a day of the week that does not fit',
    reads: 'less',
    change: (page) => reword(dated(page)[1], (text) => `Sunday ${text.replaceAll('/', ' ')}`),
  },
  {
    name: 'days are written with the day first',
    reads: 'all',
    change: (page) => {
      for (const heading of dated(page))
        reword(heading, (text) =>
          text.replace(/^(\w+)[ /](\d+)(?:[ /](\d{4}))?$/, (_, month, day, year = '') =>
            `${day} ${month} ${year}`.trim(),
          ),
        );
    },
  },
  {
    name: 'no year is written out',
    reads: 'all',
    change: (page) => {
      for (const heading of dated(page))
        reword(heading, (text) => text.replace(/[ /]\d{4}$/, '').replace('/', ' '));
    },
  },
  {
    name: 'days are written in figures, in an order that cannot be told',
    reads: 'any',
    change: (page) => {
      const months: Readonly<Record<string, number>> = { Jan: 1, Nov: 11, Dec: 12 };
      const last =
        page.querySelector<HTMLInputElement | HTMLSelectElement>('[name=year_end]')?.value ?? '2026';
      for (const heading of dated(page))
        reword(heading, (text) =>
          text.replace(
            /^([A-Z]\w\w)\w*[ /](\d+)(?:[ /](\d{4}))?$/,
            (_, month, day, year = last) => `${day}/${months[month]}/${year}`,
          ),
        );
    },
  },
  {
    name: 'the page was asked for two years',
    reads: 'any',
    change: (page) => {
      for (const field of page.querySelectorAll('[name=year_start]')) {
        if (field instanceof HTMLSelectElement) {
          for (const option of field.options) option.removeAttribute('selected');
          field.options[0]?.setAttribute('selected', '');
          field.selectedIndex = 0;
        } else (field as HTMLInputElement).value = String(Number((field as HTMLInputElement).value) - 1);
      }
    },
  },
  {
    name: 'it does not say what it was asked for',
    reads: 'any',
    change: (page) => {
      for (const field of page.querySelectorAll('[name$=_start], [name$=_end]')) field.remove();
    },
  },
  {
    name: 'another period is chosen and has not come',
    reads: 'nothing',
    change: (page) => {
      const select = page.querySelector('select[name=period_id]');
      choose(select, '');
    },
  },
  {
    name: 'the address has no pupil',
    reads: 'any',
    change: (page) => {
      for (const form of page.forms)
        form.setAttribute('action', (form.getAttribute('action') ?? '').replace(/&student_id=\d+/, ''));
    },
  },
  {
    name: 'the numbers in the links are of the row below',
    reads: 'any',
    change: (page) => {
      const links = rows(page).flatMap((row) => [...row.querySelectorAll('a')]);
      const at = links.map((link) => link.getAttribute('href') ?? '');
      links.forEach((link, i) => {
        link.setAttribute('href', at[(i + 1) % at.length] ?? '');
      });
    },
  },
  {
    name: 'the names have no links',
    reads: 'any',
    change: (page) => {
      for (const link of rows(page).flatMap((row) => [...row.querySelectorAll('a')]))
        link.removeAttribute('href');
    },
  },
  {
    name: 'the lesson is called after a half of the day as well',
    reads: 'any',
    change: (page) => {
      for (const row of isOfPupil(page) ? rows(page) : [])
        for (const cell of row.cells)
          if (/Period 3|P3/.test(cell.textContent ?? '')) cell.textContent += ' (AM)';
    },
  },
  {
    name: 'a period is called by both halves of the day',
    reads: 'any',
    change: (page) => {
      if (isOfPupil(page)) reword(rows(page)[0]?.cells[0], () => 'AM and PM');
    },
  },
  {
    name: 'a copy of another row stands under the first row’s name',
    alone: true,
    reads: 'any',
    change: (page) => {
      const [first, ...others] = rows(page);
      const last = others.at(-1);
      if (!(first && last)) return;
      const copy = last.cloneNode(true) as HTMLTableRowElement;
      const names = headings(page).length - dated(page).length;
      for (let i = 0; i < names; i++) copy.cells[i]?.replaceWith(first.cells[i]?.cloneNode(true) as Node);
      first.after(copy);
      // Which of the two is the pupil's cannot be told, so only what both say may be read.
    },
  },
  {
    name: 'the key of codes stands in the table',
    reads: 'all',
    change: (page) => {
      const row = table(page).tBodies[0]?.insertRow();
      for (const heading of headings(page)) {
        const cell = row?.insertCell();
        if (/\d/.test(heading.textContent ?? '') && marks(page)[0] && cell)
          cell.append((marks(page)[0] as Element).cloneNode(true));
        else if (cell) cell.textContent = 'Codes';
      }
    },
  },
  {
    name: 'a cell has two marks',
    reads: 'less',
    change: (page) => {
      const [first, second] = marks(page);
      const of = (mark: Element | undefined) => mark?.closest('table[bgcolor]') ?? mark;
      const copy = of(second)?.cloneNode(true);
      if (copy) of(first)?.after(copy);
    },
  },
  {
    name: 'beside a mark stands more',
    reads: 'less',
    change: (page) => {
      const [first] = marks(page);
      (first?.closest('table[bgcolor]') ?? first)?.after(' (changed)');
    },
  },
  {
    name: 'a mark is being changed',
    reads: 'less',
    change: (page) => {
      const [first] = marks(page);
      first?.insertAdjacentHTML('beforeend', '<select><option>O<option>/</select>');
    },
  },
  {
    name: 'marks are coloured as absences',
    reads: 'less',
    change: (page) => {
      for (const mark of marks(page)) {
        mark.classList.replace('present', 'absent');
        mark.closest('table[bgcolor]')?.setAttribute('bgcolor', '#FF0000');
      }
    },
  },
  {
    name: 'a mark has another’s name',
    reads: 'any',
    change: (page) => {
      const [first, second] = marks(page);
      if (first?.hasAttribute('title')) first.setAttribute('title', second?.getAttribute('title') ?? '');
    },
  },
  {
    name: 'marks have no names',
    reads: 'any',
    change: (page) => {
      for (const mark of marks(page)) mark.removeAttribute('title');
    },
  },
  {
    name: 'another table of marks stands below',
    reads: 'nothing',
    change: (page) => table(page).after(table(page).cloneNode(true)),
  },
];
