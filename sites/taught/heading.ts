import { collapse, textOf } from '../text.ts';

const CELL = 'td, th, [role=cell], [role=gridcell], [role=rowheader]';

/** The heading of the column that `element` stands in, in a table or grid; blank where there is none. */
export function headingOf(element: Element): string {
  const cell = element.closest(CELL);
  const table = cell?.closest('table, [role=grid], [role=treegrid], [role=table]');
  if (!(cell && table)) return '';
  const headings = [...table.querySelectorAll('th:not([scope=row]), thead td, [role=columnheader]')].filter(
    (heading) => heading.parentElement !== cell.parentElement,
  );
  const numbered = cell.getAttribute('aria-colindex');
  const heading = numbered
    ? headings.find((each) => each.getAttribute('aria-colindex') === numbered)
    : headings.findLast((each) => columnOf(each) === columnOf(cell));
  return heading ? textOf(heading) || collapse(heading.getAttribute('title') ?? '') : '';
}

function columnOf(cell: Element): number {
  let column = 0;
  for (let at = cell.previousElementSibling; at; at = at.previousElementSibling)
    column += Number(at.getAttribute('colspan') ?? 1) || 1;
  return column;
}
