import type { IsoDate } from '../../rules/calendar/dates.ts';
import { type MarkState, type RegisterReading, type SiteAdapter, SiteReadError } from '../contract.ts';
import { readHistory } from '../history/history.ts';
import { historyForm } from '../history/page.ts';
import { firstInForm } from '../in-form.ts';
import type { Label } from '../label.ts';
import type { SiteProfile } from '../profile.ts';
import { sittingIn } from '../sitting.ts';
import { collapse, filled, textOf } from '../text.ts';
import { type Titles, titlesOf } from '../titles.ts';
import { isUnsent } from '../unsent.ts';
import { dayOf, TURNING } from './day.ts';
import { history } from './history.ts';
import { KIND } from './kind.ts';

const FORM = 'form[action*="attendance/TakeAttendance.php"]';
/** Each radio button stands in a small table of its own, inside the pupil's cell. */
const RADIOS = 'td td input[type=radio][name^="attendance["]';
const firstRadio = (document: Document): Element | null => firstInForm(document, FORM, RADIOS);
const TAKEN = /you have taken attendance today for this period/i;

/** openSIS Classic's teacher register: nested tables of radio buttons, one column for each code, in a frame whose address stays. */
export const opensis: SiteAdapter = Object.freeze({
  id: 'opensis',
  name: 'openSIS Classic',
  version: 1,
  verified: 'openSIS Classic as it ran in 2025; the pages seen named no version',
  matches: (_url: URL, document: Document) =>
    firstRadio(document) || historyForm(document, history.form) ? 0.95 : 0,
  history: (document: Document, profiles: readonly SiteProfile[], today: IsoDate) =>
    readHistory(document, history, profiles, today),
  read(document: Document, profile: SiteProfile | null): readonly RegisterReading[] {
    const first = firstRadio(document);
    const form = first?.closest('form');
    const root = first?.closest('table')?.parentElement?.closest('table');
    if (!(form && root)) return [];
    const period = form.querySelector<HTMLSelectElement>('select[name=period]');
    const chosen = period ? chosenText(period) : '';
    const columns = columnTitles(root);
    const titles = titlesOf({
      titles: [...columns.values()],
      sitting: sittingIn(chosen),
      profile,
      kind: KIND,
    });
    const saved = [...document.querySelectorAll('.alert')].some((note) => TAKEN.test(note.textContent ?? ''));
    const lines = [...root.rows].flatMap((row) => readRow(row, columns, titles, saved) ?? []);
    if (columns.size === 0 || lines.length === 0)
      throw new SiteReadError('This openSIS register shows no marks that can be read.');
    const { date, turning } = dayOf(form);
    const health = titles.health(lines);
    return [
      {
        adapter: 'opensis',
        date,
        session: titles.session,
        lesson: titles.lesson,
        group: null,
        root,
        rows: lines.flatMap(({ row, pupilKey }) => (pupilKey === null ? [] : [{ ...row, pupilKey }])),
        basis: titles.basis,
        health: turning || (period && isUnsent(period)) ? { ...health, paused: TURNING } : health,
      },
    ];
  },
});

const chosenText = (select: HTMLSelectElement): string => collapse(select.selectedOptions[0]?.text ?? '');

/** Titles by the number of their column: every column that has radio buttons below its heading. */
function columnTitles(table: HTMLTableElement): ReadonlyMap<number, string> {
  const headings = table.tHead?.rows[0]?.cells ?? [];
  const first = table.querySelector(RADIOS);
  const row = [...table.rows].find((one) => first && one.contains(first));
  const coded = new Set(
    [...(row?.cells ?? [])].filter((cell) => cell.querySelector('table input[type=radio]')).map(indexOf),
  );
  return new Map(
    [...headings].filter((heading) => coded.has(heading.cellIndex)).map((th) => [th.cellIndex, textOf(th)]),
  );
}

const indexOf = (cell: HTMLTableCellElement): number => cell.cellIndex;

/** Null for a row without radio buttons of its own. */
function readRow(
  row: HTMLTableRowElement,
  columns: ReadonlyMap<number, string>,
  titles: Titles,
  saved: boolean,
) {
  const choices = [...row.cells].flatMap((cell) =>
    [...cell.querySelectorAll<HTMLInputElement>('table input[type=radio][name^="attendance["]')].map(
      (radio) => ({ radio, cell }),
    ),
  );
  const [first] = choices;
  const anchor = row.cells[0];
  if (!(first && anchor)) return null;
  const names = new Set(choices.map(({ radio }) => radio.name));
  const pupilKey = names.size === 1 ? (/^attendance\[([^\]]+)\]$/.exec(first.radio.name)?.[1] ?? null) : null;
  const chosen = choices.find(({ radio }) => radio.checked);
  const label: Label | null = chosen
    ? titles.read(columns.get(chosen.cell.cellIndex) ?? chosen.radio.value)
    : null;
  return {
    pupilKey,
    label,
    row: {
      name: textOf(anchor) || null,
      code: label?.code ?? null,
      state: stateOf(chosen?.radio, saved),
      minutesLate: null,
      note: filled(row.querySelector('input[name^="comment["]')),
      markElement: (chosen ?? first).cell,
      anchor,
    },
  };
}

/** The page says of the whole register that it is saved; what was clicked since is not. Before, every mark is a preset. */
function stateOf(chosen: HTMLInputElement | undefined, saved: boolean): MarkState {
  return saved && chosen?.defaultChecked ? 'saved' : 'draft';
}
