import type { IsoDate } from '../../rules/calendar/dates.ts';
import {
  type MarkState,
  type RegisterReading,
  type RegisterRow,
  type SiteAdapter,
  SiteReadError,
} from '../contract.ts';
import { isoDay } from '../day.ts';
import { readHistory } from '../history/history.ts';
import { historyForm } from '../history/page.ts';
import { firstInForm } from '../in-form.ts';
import type { Label } from '../label.ts';
import type { SiteProfile } from '../profile.ts';
import { sittingIn } from '../sitting.ts';
import { filled, textOf } from '../text.ts';
import { type Titles, titlesOf } from '../titles.ts';
import { isUnsent } from '../unsent.ts';
import { history } from './history.ts';
import { KIND } from './kind.ts';

const RADIOS = 'div.attendance-code > input[type=radio][name^="attendance["]';
const FORM = 'form[action*="TakeAttendance.php"]';
const firstRadio = (document: Document): Element | null => firstInForm(document, FORM, RADIOS);
const CODE_HEADING = 'thead th[class*="list-column-code-"]';

/** RosarioSIS's teacher register: radio buttons, one column for each code, the code's title in the column's heading. */
export const rosariosis: SiteAdapter = Object.freeze({
  id: 'rosariosis',
  name: 'RosarioSIS',
  version: 1,
  verified: 'RosarioSIS 12.0',
  // The address is no help: the page swaps its content without leaving it, and after a save it carries every mark.
  matches: (_url: URL, document: Document) =>
    firstRadio(document) || historyForm(document, history.form) ? 0.95 : 0,
  history: (document: Document, profiles: readonly SiteProfile[], today: IsoDate) =>
    readHistory(document, history, profiles, today),
  read(document: Document, profile: SiteProfile | null): readonly RegisterReading[] {
    const root = firstRadio(document)?.closest('table');
    if (!root) return [];
    const columns = columnTitles(root);
    const sitting = sittingIn(chosenPeriod(document));
    const titles = titlesOf({ titles: [...columns.values()], sitting, profile, kind: KIND });
    const lines = [...root.querySelectorAll<HTMLTableRowElement>('tbody > tr')].flatMap((row) => {
      const line = readRow(row, columns, titles);
      return line ? [line] : [];
    });
    if (columns.size === 0 || lines.length === 0)
      throw new SiteReadError('This RosarioSIS register shows no marks that can be read.');
    const health = titles.health(lines);
    return [
      {
        adapter: 'rosariosis',
        date: readDate(document),
        session: titles.session,
        lesson: titles.lesson,
        group: readGroup(document),
        root,
        rows: lines.flatMap(({ row, pupilKey }) => (pupilKey === null ? [] : [{ ...row, pupilKey }])),
        basis: titles.basis,
        health: unsent(document) ? { ...health, paused: TURNING } : health,
      },
    ];
  },
});

const TURNING = 'The page is changing to another session or day.';

/** A choice of date or session is sent at once, and its marks come with the answer. */
function unsent(document: Document): boolean {
  const choices =
    'select#school_period, select[name=year_date], select[name=month_date], select[name=day_date]';
  return [...document.querySelectorAll<HTMLSelectElement>(choices)].some(isUnsent);
}

interface Line {
  readonly pupilKey: string | null;
  readonly label: Label | null;
  readonly row: Omit<RegisterRow, 'pupilKey'>;
}

/** Code titles by the number of their column. */
function columnTitles(table: Element): ReadonlyMap<number, string> {
  const titles = new Map<number, string>();
  for (const heading of table.querySelectorAll<HTMLTableCellElement>(CODE_HEADING))
    titles.set(heading.cellIndex, textOf(heading));
  return titles;
}

/** Null for a row without radios: the heading row is repeated as a copy in the body. */
function readRow(
  row: HTMLTableRowElement,
  columns: ReadonlyMap<number, string>,
  titles: Titles,
): Line | null {
  const radios = [...row.querySelectorAll<HTMLInputElement>(RADIOS)];
  const first = radios[0];
  const anchor = row.cells[0];
  if (!(first && anchor)) return null;
  const names = new Set(radios.map((radio) => radio.name));
  const pupilKey = names.size === 1 ? (/^attendance\[([^\]]+)\]$/.exec(first.name)?.[1] ?? null) : null;
  const chosen = radios.find((radio) => radio.checked);
  const cell = (chosen ?? first).closest('td') ?? row;
  const title =
    chosen && cell instanceof HTMLTableCellElement ? (columns.get(cell.cellIndex) ?? chosen.value) : '';
  const label = titles.read(title);
  return {
    pupilKey,
    label,
    row: {
      name: textOf(anchor) || null,
      code: label?.code ?? null,
      state: readState(chosen),
      minutesLate: null,
      note: filled(row.querySelector('input[name^="comment["]')),
      markElement: cell,
      anchor,
    },
  };
}

/** The class of the chosen cell is set by the server: `present` for a saved mark, `present-alt` for a default, none after a click. */
function readState(chosen: HTMLInputElement | undefined): MarkState {
  const classes = chosen?.closest('div.attendance-code')?.classList;
  return ['present', 'absent', 'half-day'].some((name) => classes?.contains(name)) ? 'saved' : 'draft';
}

function readDate(document: Document): string | null {
  const part = (name: string) =>
    Number(filled(document.querySelector(`select[name="${name}"]`)) ?? Number.NaN);
  return isoDay(part('year_date'), part('month_date'), part('day_date'));
}

/** The period's title as the drop-down shows it; blank where there is none. */
function chosenPeriod(document: Document): string {
  const chosen = document.querySelector<HTMLSelectElement>('select#school_period')?.selectedOptions[0];
  return chosen ? textOf(chosen) : '';
}

/** The heading bar reads "10B - teacher": only the class is taken. */
function readGroup(document: Document): string | null {
  for (const heading of document.querySelectorAll('td.header2')) {
    const group = /^(\S.{0,30}?) - /.exec(textOf(heading))?.[1];
    if (group !== undefined) return group;
  }
  return null;
}
