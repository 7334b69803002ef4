import type { FrameLocator, Locator, Page } from '@playwright/test';

/** A row as the eye sees it. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly mark: string;
}

/** How a person works one host page. Codes are as the page offers them without `labels`. */
export interface Driver {
  readonly shown: (page: Page) => Promise<readonly Shown[]>;
  readonly mouse: (page: Page, id: string, code: string) => Promise<void>;
  readonly keyboard: (page: Page, id: string, code: string) => Promise<void>;
  /** Begins to change a mark, and goes no further; Escape ends it. */
  readonly open?: (page: Page, id: string) => Promise<void>;
  readonly bulk: (page: Page) => Promise<void>;
  readonly sort: (page: Page) => Promise<void>;
  readonly filter: (page: Page, text: string) => Promise<void>;
  /** Goes to the other half of the day. `to` is the afternoon unless told. */
  readonly session: (page: Page, to?: 'AM' | 'PM') => Promise<void>;
  readonly nextDay: (page: Page) => Promise<void>;
  readonly save: (page: Page) => Promise<void>;
  /** Null: all rows are drawn. */
  readonly scroll: ((page: Page, to: 'end' | 'start') => Promise<void>) | null;
}

type Where = Page | FrameLocator;

const texts = (rows: Locator, parts: { id: string; name: string; mark: string }): Promise<Shown[]> =>
  rows.evaluateAll(
    (all, [id, name, mark]) => {
      const says = (element: Element | null | undefined): string => {
        if (element instanceof HTMLSelectElement)
          return element.value === '' ? '' : (element.selectedOptions[0]?.text ?? '');
        return (element?.textContent ?? '').replaceAll(' ', ' ').trim();
      };
      return all
        .filter((row) => row.checkVisibility())
        .map((row) => {
          const holder = id.startsWith('@') ? row : row.querySelector(id.split('@')[0] ?? '');
          const value = holder?.getAttribute(id.split('@')[1] ?? '') ?? '';
          const from =
            mark === ':checked'
              ? row.querySelector('input:checked')?.closest('label')
              : row.querySelector(mark);
          return {
            id: /\d{4}/.exec(value)?.[0] ?? '',
            name: says(row.querySelector(name)),
            mark: says(from),
          };
        });
    },
    [parts.id, parts.name, parts.mark] as const,
  );

/** Puts the focus on a drop-down and types the code. */
async function type(select: Locator, code: string): Promise<void> {
  await select.focus();
  await select.press(code);
}
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const fill = (selector: string) => (page: Page, text: string) => page.locator(selector).fill(text);
/** Further than the longest list here is long. */
const TURNS = 12;
const scrollOf = (selector: string) => async (page: Page, to: 'end' | 'start') => {
  const box = page.locator(selector).first();
  await box.hover();
  for (let turns = 0; turns < TURNS; turns++) await page.mouse.wheel(0, to === 'end' ? 900 : -900);
  await page.waitForTimeout(200);
};

const plainIn = (where: (page: Page) => Where): Omit<Driver, 'session' | 'nextDay'> => {
  const select = (page: Page, id: string) => where(page).locator(`select[name="mark[${id}]"]`);
  return {
    shown: (page) =>
      texts(where(page).locator('table.register tbody tr'), {
        id: 'select@name',
        name: 'th',
        mark: 'select',
      }),
    mouse: async (page, id, code) => void (await select(page, id).selectOption(code)),
    keyboard: (page, id, code) => type(select(page, id), code),
    bulk: (page) => where(page).locator('#all-present').click(),
    sort: async (page) => {
      await where(page).locator('a.sort').click();
      await page.waitForLoadState('networkidle');
    },
    filter: (page, text) => where(page).locator('#find').fill(text),
    save: async (page) => {
      await where(page).locator('button.save').click();
      await page.waitForLoadState('networkidle');
    },
    scroll: null,
  };
};

const goesTo = async (page: Page, act: () => Promise<unknown>) => {
  const loaded = page.waitForEvent('load');
  await act();
  await loaded;
};
const choosesSession = (page: Page, to = 'PM') =>
  goesTo(page, () => page.locator('#session').selectOption(to));
const followsLink = (selector: string) => (page: Page) => goesTo(page, () => page.locator(selector).click());

const plain: Driver = {
  ...plainIn((page) => page),
  session: choosesSession,
  nextDay: followsLink('a.next'),
};

const frame: Driver = {
  ...plainIn((page) => page.frameLocator('iframe')),
  session: choosesSession,
  nextDay: followsLink('a.next'),
};

const agCell = (page: Page, id: string) => page.locator(`.ag-row[row-id="${id}"] [col-id="mark"]`);
const aggrid: Driver = {
  shown: (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.ag-row[row-id] [col-id="name"]')].map((cell) => {
        const id = cell.closest('.ag-row')?.getAttribute('row-id') ?? '';
        const mark = document.querySelector(`.ag-row[row-id="${id}"] [col-id="mark"]`);
        return { id, name: cell.textContent?.trim() ?? '', mark: mark?.textContent?.trim() ?? '' };
      }),
    ),
  mouse: async (page, id, code) => {
    await agCell(page, id).click();
    await page.locator('.ag-cell-inline-editing .ag-picker-field-wrapper').click();
    await page.locator('.ag-select-list-item').getByText(code, { exact: true }).click();
  },
  keyboard: async (page, id, code) => {
    await page.evaluate((row) => {
      const { __api: api } = globalThis as unknown as {
        __api: {
          getRowNode: (id: string) => { rowIndex: number };
          setFocusedCell: (index: number, column: string) => void;
          ensureIndexVisible: (index: number) => void;
        };
      };
      const { rowIndex } = api.getRowNode(row);
      api.ensureIndexVisible(rowIndex);
      api.setFocusedCell(rowIndex, 'mark');
    }, id);
    await page.keyboard.press(code);
  },
  open: (page, id) => agCell(page, id).click(),
  bulk: click('#all'),
  sort: click('.ag-header-cell[col-id="born"]'),
  filter: fill('#quick'),
  session: (page, to = 'PM') => page.locator(`[data-session=${to}]`).click(),
  nextDay: click('#next'),
  save: click('#save'),
  scroll: scrollOf('.ag-row'),
};

const tabCell = (page: Page, id: string) =>
  page
    .locator('.tabulator-row', {
      has: page.locator('.tabulator-cell[tabulator-field=pupilId]', { hasText: id }),
    })
    .locator('.tabulator-cell[tabulator-field=mark]');
const tabulator: Driver = {
  shown: (page) =>
    page.locator('.tabulator-row').evaluateAll((rows) =>
      rows.map((row) => {
        const text = (field: string) =>
          row.querySelector(`[tabulator-field=${field}]`)?.textContent?.trim() ?? '';
        return { id: text('pupilId'), name: text('called'), mark: text('mark').replace(' ', '') };
      }),
    ),
  mouse: async (page, id, code) => {
    await tabCell(page, id).click();
    await page.locator('.tabulator-edit-list-item').getByText(code, { exact: true }).click();
  },
  keyboard: async (page, id, code) => {
    await tabCell(page, id).click();
    const items = page.locator('.tabulator-edit-list-item');
    await items.first().waitFor();
    const wanted = (await items.allTextContents()).indexOf(code);
    const now = await items.evaluateAll((all) => all.findIndex((item) => item.classList.contains('active')));
    for (let at = now; at < wanted; at++) await page.keyboard.press('ArrowDown');
    for (let at = now; at > wanted; at--) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
  },
  open: (page, id) => tabCell(page, id).click(),
  bulk: click('#everyone'),
  sort: click('.tabulator-col[tabulator-field=born] .tabulator-col-title'),
  filter: fill('#search'),
  session: async (page, to) => void (await page.locator('#session').selectOption(to === 'AM' ? '1' : '2')),
  nextDay: click('#forward'),
  save: click('#save'),
  scroll: scrollOf('.tabulator-row'),
};

const dtCell = (page: Page, id: string, code: string) =>
  page.locator(`input[name="att_${id}"][value="${code.replace('\\', '\\\\')}"]`);
const datatables: Driver = {
  shown: (page) =>
    page.locator('#attendance tbody tr[id]').evaluateAll((rows) =>
      rows.map((row) => {
        const cell = row.querySelector('input:checked')?.closest('td');
        const heads = document.querySelectorAll('#attendance thead th');
        return {
          id: row.id.slice(4),
          name: row.querySelector('td')?.textContent ?? '',
          mark: cell ? (heads[cell.cellIndex]?.textContent ?? '') : '',
        };
      }),
    ),
  mouse: (page, id, code) => dtCell(page, id, code).click(),
  keyboard: async (page, id, code) => {
    const radios = page.locator(`input[name="att_${id}"]`);
    const values = await radios.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await radios.first().focus();
    await page.keyboard.press(String(values.indexOf(code) + 1));
  },
  bulk: click('#all'),
  sort: click('#attendance thead th'),
  filter: fill('.dt-search input'),
  session: followsLink('a.other'),
  nextDay: followsLink('a.next'),
  save: click('#save'),
  scroll: async (page, to) => page.locator(`.dt-paging-button.${to === 'end' ? 'next' : 'previous'}`).click(),
};

const muiCell = (page: Page, id: string) =>
  page.locator(`.MuiDataGrid-row[data-id="${id}"] [data-field=mark]`);
const mui: Driver = {
  shown: (page) =>
    texts(page.locator('.MuiDataGrid-row'), {
      id: '@data-id',
      name: '[data-field=called]',
      mark: '[data-field=mark]',
    }),
  mouse: async (page, id, code) => {
    await muiCell(page, id).dblclick();
    await page.getByRole('option', { name: code, exact: true }).click();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  },
  keyboard: async (page, id, code) => {
    await muiCell(page, id).click();
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press(code);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  },
  open: (page, id) => muiCell(page, id).dblclick(),
  bulk: (page) => page.getByRole('button', { name: 'Mark all present' }).click(),
  sort: (page) =>
    page.locator('.MuiDataGrid-columnHeader[data-field=born] .MuiDataGrid-columnHeaderTitle').click(),
  filter: async (page, text) => {
    await page.getByPlaceholder('Search pupils').fill(text);
    await page.waitForTimeout(200);
  },
  session: (page, to = 'PM') => page.getByRole('tab', { name: to }).click(),
  nextDay: (page) => page.getByRole('button', { name: 'Next', exact: true }).click(),
  save: (page) => page.getByRole('button', { name: 'Save' }).click(),
  scroll: scrollOf('.MuiDataGrid-row'),
};

const extCell = (page: Page, id: string) =>
  page
    .locator('.x-grid-item', { has: page.locator(`a[href$="/${id}"]`) })
    .locator('td')
    .nth(3);
const ext: Driver = {
  shown: (page) => texts(page.locator('.x-grid-item'), { id: 'a@href', name: 'a', mark: 'td:nth-child(4)' }),
  mouse: async (page, id, code) => {
    await extCell(page, id).click();
    await page.locator('.x-boundlist-item').getByText(code, { exact: true }).click();
  },
  keyboard: async (page, id, code) => {
    await extCell(page, id).click();
    await page.locator('.x-grid-editor input').fill(code);
    await page.keyboard.press('Tab');
  },
  open: (page, id) => extCell(page, id).click(),
  bulk: click('#button-1025'),
  sort: click('.x-column-header'),
  filter: fill('#textfield-1027-inputEl'),
  session: click('#combo-1021-inputEl'),
  nextDay: click('#button-1024'),
  save: click('#button-1026'),
  scroll: scrollOf('.x-grid-view'),
};

const kendoCell = async (page: Page, id: string) => {
  const index = await page
    .locator('.k-grid-content-locked a')
    .evaluateAll((all, wanted) => all.findIndex((a) => a.getAttribute('href')?.includes(`=${wanted}#`)), id);
  return page.locator('.k-grid-content tr').nth(index).locator('td').nth(3);
};
const kendo: Driver = {
  shown: (page) =>
    page.evaluate(() => {
      const others = document.querySelectorAll('.k-grid-content tr');
      return [...document.querySelectorAll('.k-grid-content-locked tr')].map((row, i) => ({
        id: /StudentIDs=(\d+)/.exec(row.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? '',
        name: row.querySelector('a')?.textContent ?? '',
        mark: others[i]?.children[3]?.textContent ?? '',
      }));
    }),
  mouse: async (page, id, code) => {
    await (await kendoCell(page, id)).click();
    await page.locator('.k-list-item').getByText(code, { exact: true }).click();
  },
  keyboard: async (page, id, code) => {
    await (await kendoCell(page, id)).click();
    await page.keyboard.press(code);
    await page.keyboard.press('Escape');
  },
  open: async (page, id) => (await kendoCell(page, id)).click(),
  bulk: click('#all'),
  sort: click('.k-grid-header-locked th:nth-child(2)'),
  filter: fill('#search'),
  session: click('#sessionList'),
  nextDay: click('#next'),
  save: click('#save'),
  scroll: scrollOf('.k-grid-content'),
};

const rerender: Driver = {
  shown: (page) => texts(page.locator('.row'), { id: '@data-testid', name: '.row__name', mark: '.mk--on' }),
  mouse: (page, id, code) =>
    page.getByTestId(`pupil-row-${id}`).getByRole('button', { name: code, exact: true }).click(),
  keyboard: async (page, id, code) => {
    await page.getByTestId(`pupil-row-${id}`).focus();
    await page.keyboard.press(code);
  },
  bulk: (page) => page.getByRole('button', { name: 'Everyone is here' }).click(),
  sort: (page) => page.getByRole('button', { name: 'Sort' }).click(),
  filter: (page, text) => page.getByPlaceholder('Find a pupil').fill(text),
  session: (page, to) => page.getByRole('button', { name: to === 'AM' ? 'Morning' : 'Afternoon' }).click(),
  nextDay: (page) => page.getByRole('button', { name: 'Next day' }).click(),
  save: (page) => page.getByRole('button', { name: 'Save' }).click(),
  scroll: null,
};

/** A press of something htmx answers, and its answer. */
const answered = async (page: Page, act: () => Promise<unknown>) => {
  const reply = page.waitForResponse(/\/swaps\//);
  await act();
  await (await reply).finished();
  await page.waitForTimeout(100);
};
const swaps: Driver = {
  shown: (page) => texts(page.locator('#register tbody tr'), { id: '@id', name: 'a', mark: ':checked' }),
  mouse: (page, id, code) =>
    answered(page, () => page.locator(`#pupil-${id}`).getByText(code, { exact: true }).click()),
  keyboard: async (page, id, code) => {
    const radios = page.locator(`#pupil-${id} input`);
    const values = await radios.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const wanted = values.indexOf(code);
    await radios.nth(wanted === 0 ? 1 : wanted - 1).focus();
    await answered(page, () => page.keyboard.press(wanted === 0 ? 'ArrowLeft' : 'ArrowRight'));
  },
  bulk: (page) => answered(page, () => page.locator('button.all').click()),
  sort: (page) => answered(page, () => page.locator('button.sort').click()),
  filter: (page, text) => answered(page, () => page.locator('#find').fill(text)),
  session: (page, to = 'PM') => answered(page, () => page.locator('#session').selectOption(to)),
  nextDay: (page) => answered(page, () => page.locator('button.next').click()),
  save: async () => {},
  scroll: null,
};

const card = (page: Page, id: string) => page.locator(`[data-pupil-id="${id}"]`);
const cards: Driver = {
  shown: (page) => texts(page.locator('.card'), { id: '@data-pupil-id', name: 'h4', mark: 'select' }),
  mouse: async (page, id, code) => void (await card(page, id).locator('select').selectOption(code)),
  keyboard: (page, id, code) => type(card(page, id).locator('select'), code),
  bulk: click('#set-all'),
  sort: click('#sort'),
  filter: fill('#find'),
  session: async (page, to = 'PM') => void (await page.locator('#half').selectOption(to)),
  nextDay: click('#next'),
  save: click('#save'),
  scroll: null,
};
const cardButtons: Driver = {
  ...cards,
  shown: (page) => texts(page.locator('.card'), { id: '@data-pupil-id', name: 'h4', mark: '.chip.active' }),
  mouse: (page, id, code) => card(page, id).getByRole('button', { name: code, exact: true }).click(),
  keyboard: async (page, id, code) => {
    await card(page, id).getByRole('button', { name: code, exact: true }).focus();
    await page.keyboard.press('Enter');
  },
};

const xSelect = (page: Page, id: string) => page.locator(`x-select[data-row="${id}"] select`);
const shadow: Driver = {
  shown: (page) =>
    page.locator('x-select').evaluateAll((all) =>
      all.map((one) => ({
        id: one.getAttribute('data-row') ?? '',
        name: one.closest('[role=row]')?.querySelector('x-link')?.textContent ?? '',
        mark: one.shadowRoot?.querySelector('select')?.selectedOptions[0]?.text ?? '',
      })),
    ),
  mouse: async (page, id, code) => void (await xSelect(page, id).selectOption(code)),
  keyboard: (page, id, code) => type(xSelect(page, id), code),
  bulk: click('#all'),
  sort: click('#sort'),
  filter: fill('#find'),
  session: click('#session'),
  nextDay: click('#next'),
  save: click('#save'),
  scroll: null,
};

const aspSelect = (page: Page, id: string) =>
  page
    .locator('tr.GridRow, tr.GridAlt')
    .filter({ has: page.locator(`input[value="${id}"]`) })
    .locator('select');
const settled = async (page: Page, act: () => Promise<unknown>) => {
  const reply = page.waitForResponse(/\/aspnet\//);
  await act();
  await (await reply).finished();
  await page.waitForLoadState('networkidle');
};
const aspnet: Driver = {
  shown: (page) =>
    texts(page.locator('tr.GridRow, tr.GridAlt'), {
      id: 'input[type=hidden]@value',
      name: 'a',
      mark: 'select',
    }),
  mouse: async (page, id, code) => void (await aspSelect(page, id).selectOption(code)),
  keyboard: (page, id, code) => type(aspSelect(page, id), code),
  bulk: click('#ctl00_MainContent_btnAll'),
  sort: (page) => settled(page, () => page.locator('#ctl00_MainContent_lnkSort').click()),
  filter: async () => {},
  session: (page, to) =>
    settled(page, () => page.locator('#ctl00_MainContent_ddlSession').selectOption(to === 'AM' ? '1' : '2')),
  nextDay: (page) => settled(page, () => page.locator('#ctl00_MainContent_btnNext').click()),
  save: (page) => settled(page, () => page.locator('#ctl00_MainContent_btnSave').click()),
  scroll: null,
};

const ICONS: Readonly<Record<string, string>> = {
  'tick rgb(104, 170, 34)': '/',
  'clock rgb(252, 224, 21)': 'L',
  'clock rgb(203, 13, 13)': 'U',
  'cross rgb(203, 13, 13)': 'O',
  'cross rgb(247, 147, 30)': 'I',
  'dash rgb(119, 110, 106)': 'N',
};
const icons: Driver = {
  shown: async (page) => {
    const seen = await page.locator('.row[data-href]').evaluateAll((rows) =>
      rows.map((row) => {
        const icon = row.querySelector('.mark span');
        const shape = /mis-icon-(\w+)/.exec(icon?.className ?? '')?.[1] ?? '';
        return {
          id: row.getAttribute('data-href')?.split('/').pop() ?? '',
          name: row.querySelector('a')?.textContent ?? '',
          mark: icon && shape !== 'blank' ? `${shape} ${getComputedStyle(icon).color}` : '',
        };
      }),
    );
    const present = (await page.locator('.roll').textContent())?.startsWith('PM') ? '\\' : '/';
    return seen.map((row) => ({ ...row, mark: (ICONS[row.mark] ?? row.mark).replace('/', present) }));
  },
  mouse: async (page, id, code) => {
    await page.locator(`[data-mark="${id}"]`).click();
    await page.locator(`.mis-menu [data-code="${code.replace('\\', '\\\\')}"]`).click();
  },
  keyboard: async (page, id, code) => {
    await page.locator(`[data-mark="${id}"]`).focus();
    await page.keyboard.press(code);
  },
  open: (page, id) => page.locator(`[data-mark="${id}"]`).click(),
  bulk: click('#everyone'),
  sort: click('#sort'),
  filter: async () => {},
  session: click('#session'),
  nextDay: click('#next'),
  save: click('#save'),
  scroll: null,
};

/** Every host page, and a variant that is worked otherwise: its address, and how a person works it. */
export const drivers: Readonly<Record<string, { readonly path: string; readonly driver: Driver }>> = {
  plain: { path: '/plain/', driver: plain },
  aggrid: { path: '/aggrid/', driver: aggrid },
  tabulator: { path: '/tabulator/', driver: tabulator },
  datatables: { path: '/datatables/', driver: datatables },
  mui: { path: '/mui/', driver: mui },
  ext: { path: '/ext/', driver: ext },
  kendo: { path: '/kendo/', driver: kendo },
  rerender: { path: '/rerender/', driver: rerender },
  swaps: { path: '/swaps/', driver: swaps },
  cards: { path: '/cards/', driver: cards },
  'cards, buttons': { path: '/cards/?style=buttons', driver: cardButtons },
  frame: { path: '/frame/', driver: frame },
  shadow: { path: '/shadow/', driver: shadow },
  aspnet: { path: '/aspnet/', driver: aspnet },
  icons: { path: '/icons/', driver: icons },
};
