import type { Said } from './said-places.ts';

/** Where things stand in a host page as it is built: what the mutations need to know, and the reader does not. */
export interface Anatomy {
  /** The register, to be copied as a whole. */
  readonly root: string;
  /** The parts of a line: one list for each table that it runs through. */
  readonly parts: readonly string[];
  /** A pupil's number, from the first part of the line. */
  readonly id: (line: Element) => string;
  readonly name: string;
  /** The control, group or cell of the mark. */
  readonly mark: string;
  /** Rows with columns, headings first, one list for each table. */
  readonly rows: readonly string[];
  readonly head: string | null;
  /** Cells of a row, also of the headings' row. */
  readonly cells: string;
  readonly date: readonly Said[];
  readonly session: readonly Said[];
  /** What is scrolled, where only some rows are drawn. */
  readonly scroll: string | null;
  /** The name of the frame the register stands in. */
  readonly frame?: string;
}

const attribute = (name: string) => (line: Element) => line.getAttribute(name) ?? '';
const inside =
  (selector: string, name: string, part: RegExp = /(\d{4})/) =>
  (line: Element) =>
    part.exec(line.querySelector(selector)?.getAttribute(name) ?? '')?.[1] ?? '';
const DIRECT = ':scope > td, :scope > th';
const ARIA = '[role=gridcell], [role=columnheader]';
const NONE = { head: null, scroll: null, date: [], session: [] };
const AM_PM = { AM: 'AM', PM: 'PM' };
const WORDS = { AM: 'Morning', PM: 'Afternoon' };

const table: Anatomy = {
  ...NONE,
  root: 'table.register',
  parts: ['table.register > tbody > tr'],
  id: inside('select', 'name'),
  name: 'th a',
  mark: 'select[name^="mark["]',
  rows: ['table.register tr'],
  head: 'table.register thead tr:first-child',
  cells: DIRECT,
};

/** Every host page by its id. */
export const ANATOMIES: Readonly<Record<string, Anatomy>> = {
  plain: {
    ...table,
    date: [{ at: 'input[name=date]', as: 'iso', in: 'value' }],
    session: [{ at: '#session', words: AM_PM, in: 'select' }],
  },
  frame: { ...table, frame: 'content' },
  aggrid: {
    root: '#grid',
    parts: ['.ag-row'],
    id: attribute('row-id'),
    name: '[col-id=name] a',
    mark: '[col-id=mark]',
    rows: ['.ag-header-row, .ag-row'],
    head: '.ag-header-row',
    cells: ARIA,
    date: [{ at: '#day', as: 'long', in: 'text' }],
    session: [{ at: '[data-session]', words: AM_PM, in: 'chosen' }],
    scroll: '.ag-grid-viewport',
  },
  tabulator: {
    root: '#register',
    parts: ['.tabulator-row'],
    id: (line) => line.querySelector('[tabulator-field=pupilId]')?.textContent ?? '',
    name: '[tabulator-field=called]',
    mark: '[tabulator-field=mark]',
    rows: ['.tabulator-headers, .tabulator-row'],
    head: '.tabulator-headers',
    cells: '.tabulator-cell, .tabulator-col',
    date: [{ at: '#date', as: 'uk', in: 'value' }],
    session: [{ at: '#session', words: WORDS, in: 'select' }],
    scroll: '.tabulator-tableholder',
  },
  datatables: {
    ...NONE,
    root: '#attendance',
    parts: ['#attendance > tbody > tr'],
    id: ({ id }) => id.slice(4),
    name: 'td',
    mark: 'tr',
    rows: ['#attendance tr'],
    head: '#attendance thead tr',
    cells: DIRECT,
    date: [{ at: 'h1', as: 'long', in: 'text' }],
    session: [{ at: 'h1', words: AM_PM, in: 'text' }],
  },
  mui: {
    root: '.MuiDataGrid-root',
    parts: ['.MuiDataGrid-row'],
    id: attribute('data-id'),
    name: '.pupil-name',
    mark: '[data-field=mark]',
    rows: ['.MuiDataGrid-columnHeaders [role=row], .MuiDataGrid-row'],
    head: '.MuiDataGrid-columnHeaders [role=row]',
    cells: ARIA,
    date: [{ at: '.MuiChip-label', as: 'short', in: 'text' }],
    session: [{ at: '[role=tab]', words: AM_PM, in: 'chosen' }],
    scroll: '.MuiDataGrid-virtualScroller',
  },
  ext: {
    root: '#registerpanel-1014',
    parts: ['table.x-grid-item'],
    id: inside('a.mis-link', 'href'),
    name: 'a.mis-link',
    mark: 'td:nth-child(4)',
    rows: ['.x-grid-header-ct [role=row], tr.x-grid-row'],
    head: '.x-grid-header-ct [role=row]',
    cells: '.x-grid-cell, .x-column-header',
    date: [{ at: '#datefield-1019-inputEl', as: 'uk', in: 'value' }],
    session: [{ at: '#combo-1021-inputEl', words: AM_PM, in: 'value' }],
    scroll: '.x-grid-view',
  },
  kendo: {
    ...NONE,
    root: '#grid',
    parts: ['.k-grid-content-locked tr', '.k-grid-content tr'],
    id: inside('a', 'href'),
    name: 'a',
    mark: '.k-grid-content td:nth-child(4)',
    rows: [
      '.k-grid-header-locked tr, .k-grid-content-locked tr',
      '.k-grid-header-wrap tr, .k-grid-content tr',
    ],
    head: '.k-grid-header-wrap tr',
    cells: DIRECT,
    date: [{ at: '#registerDate', as: 'uk', in: 'value' }],
    session: [{ at: '#sessionList .k-input-value-text', words: AM_PM, in: 'text' }],
  },
  rerender: {
    ...NONE,
    root: '.rows',
    parts: ['.row'],
    id: (line) => line.getAttribute('data-testid')?.slice(-4) ?? '',
    name: '.row__name',
    mark: '.mks',
    rows: ['.row'],
    cells: ':scope > *',
    date: [{ at: '.register h2', as: 'long', in: 'text' }],
    session: [{ at: '.seg', words: WORDS, in: 'chosen' }],
  },
  swaps: {
    ...NONE,
    root: '#register table',
    parts: ['#register tbody tr'],
    id: ({ id }) => id.slice(6),
    name: 'a',
    mark: 'td.choice',
    rows: ['#register tr'],
    head: '#register thead tr',
    cells: DIRECT,
    date: [
      { at: '#register h2 small', as: 'uk', in: 'text' },
      { at: '#register', as: 'iso', in: 'data-date' },
    ],
    session: [
      { at: '#register h2', words: WORDS, in: 'text' },
      { at: '#session', words: AM_PM, in: 'select' },
    ],
  },
  cards: {
    ...NONE,
    root: '.plan',
    parts: ['.card'],
    id: attribute('data-pupil-id'),
    name: 'h4',
    mark: 'select.att',
    rows: ['.card'],
    cells: ':scope > *',
    date: [{ at: 'h1', as: 'short', in: 'text' }],
    session: [{ at: '#half', words: AM_PM, in: 'select' }],
  },
  shadow: {
    ...NONE,
    root: 'class-register >>> register-grid',
    parts: ['class-register >>> register-grid >>> .row:not(:has([role=columnheader]))'],
    id: inside('x-select', 'data-row'),
    name: 'x-link',
    mark: 'x-select',
    rows: ['class-register >>> register-grid >>> .row'],
    head: 'class-register >>> register-grid >>> .row:has([role=columnheader])',
    cells: ':scope > *',
    date: [{ at: 'class-register >>> #date', as: 'uk', in: 'value' }],
    session: [{ at: 'class-register >>> #session', words: AM_PM, in: 'text' }],
  },
  aspnet: {
    ...NONE,
    root: '[id$=gvRegister]',
    parts: ['[id$=gvRegister] > tbody > tr:not(.GridHeader)'],
    id: inside('input[type=hidden]', 'value'),
    name: 'a',
    mark: 'select[id$=ddlMark]',
    rows: ['[id$=gvRegister] > tbody > tr'],
    head: '[id$=gvRegister] > tbody > tr.GridHeader',
    cells: DIRECT,
    date: [{ at: 'select[id$=ddlDay], select[id$=ddlMonth], select[id$=ddlYear]', as: 'iso', in: 'selects' }],
    session: [{ at: '[id$=ddlSession]', words: AM_PM, in: 'select' }],
  },
  icons: {
    ...NONE,
    root: '#section',
    parts: ['.mis-property-row'],
    id: inside('.mark', 'data-mark'),
    name: 'a',
    mark: '.mark',
    rows: ['#section .row'],
    head: '#section .row.head',
    cells: ':scope > *',
    date: [{ at: '#section p b', as: 'short', in: 'text' }],
    session: [{ at: '.roll', words: AM_PM, in: 'text' }],
  },
  houses: {
    ...NONE,
    root: 'table.reg',
    parts: ['tr.pup'],
    id: (line) => line.querySelector('.mk')?.getAttribute('data-p') ?? '',
    name: 'a[href*="Card"]',
    mark: '.mk',
    rows: ['table.reg thead tr, tr.pup'],
    head: 'table.reg thead tr',
    cells: DIRECT,
    date: [{ at: '.bar output', as: 'dashed', in: 'text' }],
    session: [{ at: 'table.reg caption', words: WORDS, in: 'text' }],
  },
};
