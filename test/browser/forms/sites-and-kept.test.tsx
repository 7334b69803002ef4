import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AddSite } from '../../../components/forms/add-site.tsx';
import { Backup } from '../../../components/forms/backup.tsx';
import { KeepForForm } from '../../../components/forms/keep-for.tsx';
import { Kept } from '../../../components/forms/kept.tsx';
import { KeptSwitchesForm } from '../../../components/forms/kept-switches.tsx';
import { PopupPanel } from '../../../components/forms/popup-panel.tsx';
import { readSiteAddress } from '../../../components/forms/site-address.ts';
import { SiteList } from '../../../components/forms/site-list.tsx';
import { Wipe } from '../../../components/forms/wipe.tsx';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { show } from './show.tsx';

test.each([
  ['myschool.example', 'https://myschool.example'],
  ['https://myschool.example/registers/today?class=4', 'https://myschool.example'],
  ['http://127.0.0.1:4330/plain', 'http://127.0.0.1:4330'],
])('%s is the site %s', (typed, origin) => {
  expect(readSiteAddress(typed)).toEqual({ kind: 'site', origin });
});

test.each(['', 'my school', 'ftp://myschool.example', 'myschool', 'chrome://extensions'])(
  '“%s” is no address of a register',
  (typed) => {
    expect(readSiteAddress(typed).kind).toBe('problem');
  },
);

test('the site is asked for inside the click, and what was typed stays when the user says no', async () => {
  const onAdd = vi.fn(async () => 'refused' as const);
  show(<AddSite onAdd={onAdd} />);
  const box = page.getByLabelText('Address of your register');
  await box.fill('myschool.example');
  await page.getByRole('button', { name: 'Turn on for this site' }).click();
  expect(onAdd).toHaveBeenCalledExactlyOnceWith('https://myschool.example');
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Nothing was changed/);
  await expect.element(box).toHaveValue('myschool.example');
});

test('a site that the browser no longer allows is listed as such and can be allowed again', async () => {
  const onAllow = vi.fn(async () => 'granted' as const);
  show(
    <SiteList
      sites={[{ origin: 'https://myschool.example', on: true, allowed: false }]}
      onSet={async () => {}}
      onAllow={onAllow}
      onRemove={async () => {}}
    />,
  );
  await expect.element(page.getByText('Not allowed by the browser')).toBeVisible();
  await page.getByRole('button', { name: 'Allow again for https://myschool.example' }).click();
  expect(onAllow).toHaveBeenCalledExactlyOnceWith('https://myschool.example');
});

const date = (text: string) => text as IsoDate;
const site = {
  ...{ origin: 'https://myschool.example', pupils: 95, marks: 12_044, named: 3, unreadable: false },
  span: { from: date('2026-09-02'), to: date('2026-11-27') },
  lastImport: Date.parse('2026-11-20T10:00Z'),
};

test('what is kept of a site is said with its dates, last import, names and room', async () => {
  show(<Kept kept={[site]} bytes={2_400_000} nameOf={(origin) => origin} />);
  for (const says of [
    '12,044 marks of 95 pupils',
    '2 September 2026 to 27 November 2026',
    '20 November 2026',
    'Kept of 3 pupils',
    /About 2\.4 MB/,
  ])
    await expect.element(page.getByText(says, { exact: typeof says === 'string' })).toBeVisible();
});

test('names are erased, and what is kept is forgotten with the browser, only after a question', async () => {
  const onSave = vi.fn(async () => {});
  show(<KeptSwitchesForm settings={{ keepNames: true, sessionOnly: false }} kept={[site]} onSave={onSave} />);
  await page.getByRole('switch', { name: 'Keep pupils’ names' }).click();
  await expect.element(page.getByRole('heading', { name: 'Stop keeping names?' })).toHaveFocus();
  await page.getByRole('button', { name: 'Keep them' }).click();
  await page.getByRole('switch', { name: /Shared computer/ }).click();
  await expect.element(page.getByText(/This erases 12,044 marks of 95 pupils at once/)).toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Yes, change it and erase' }).click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ sessionOnly: true });
});

const tidied = {
  ...{ today: date('2026-11-27'), doubt: null, lastMark: date('2026-11-26'), lastNoted: null },
  ...{ keptFrom: date('2025-09-01'), gone: { pupils: 0, sessions: 0 } },
  last: { at: Date.parse('2026-11-27T09:00Z'), keptFrom: date('2025-09-01') },
};
const keeping = { keepFor: 'next-year', policyYears: 3, plan: tidied } as const;

test('a shorter time is saved only once what it erases has been shown', async () => {
  const [onSave, onTidy] = [vi.fn(async () => {}), vi.fn(async () => {})];
  const would = { ...tidied, keptFrom: date('2026-09-01'), gone: { pupils: 95, sessions: 8000 } };
  show(<KeepForForm {...keeping} planFor={async () => would} {...{ onSave, onTidy }} />);
  await expect
    .element(page.getByText('Last tidied 27 November 2026: nothing older than 1 September 2025.'))
    .toBeVisible();
  await expect.element(page.getByText(/six years is on your school’s own system/)).toBeVisible();
  await page.getByLabelText('Only what the counts need').click();
  await expect
    .element(page.getByText(/erases 8,000 marks of 95 pupils, made before 1 September 2026/))
    .toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect.element(page.getByLabelText('Until the end of the next school year')).toBeChecked();
  await page.getByLabelText('Only what the counts need').click();
  await page.getByRole('button', { name: 'Yes, erase 8,000 marks' }).click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith('needed');
  expect(onTidy).toHaveBeenCalledExactlyOnceWith(false);
});

test('a date that cannot be right is said, and nothing is tidied until somebody says that it is', async () => {
  const onTidy = vi.fn(async () => {});
  const plan = { ...tidied, today: date('2028-01-10'), doubt: 'ahead' } as const;
  show(
    <KeepForForm
      {...keeping}
      plan={plan}
      planFor={async () => plan}
      onSave={async () => {}}
      onTidy={onTidy}
    />,
  );
  await expect
    .element(
      page.getByText(
        /it is 10 January 2028, more than a year after the latest mark kept here, of 26 November 2026/,
      ),
    )
    .toBeVisible();
  await page.getByRole('button', { name: '10 January 2028 is right: tidy now' }).click();
  expect(onTidy).toHaveBeenCalledExactlyOnceWith(true);
});

test('a backup needs a passphrase of twelve characters, typed twice alike, and says what it is worth', async () => {
  const onBackUp = vi.fn(async () => {});
  show(<Backup onBackUp={onBackUp} />);
  const button = page.getByRole('button', { name: 'Save a backup' });
  const [first, again] = [page.getByLabelText('Passphrase'), page.getByLabelText('The same again')];
  await first.fill('elevenchars');
  await again.fill('elevenchars');
  await expect.element(page.getByText(/Too short: at least 12/)).toBeVisible();
  await expect.element(button).toBeDisabled();
  await first.fill('aaaaaaaaaaaaaa');
  await expect.element(page.getByText(/Easy to guess/)).toBeVisible();
  await first.fill('otter lamp Tuesday gravel');
  await expect.element(page.getByText(/Strong, if you made it up/)).toBeVisible();
  await again.fill('otter lamp Tuesday gravle');
  await expect.element(page.getByText('The two are not the same.')).toBeVisible();
  await expect.element(button).toBeDisabled();
  await again.fill('otter lamp Tuesday gravel');
  await button.click();
  expect(onBackUp).toHaveBeenCalledExactlyOnceWith('otter lamp Tuesday gravel');
  await expect.element(first).toHaveValue('');
});

test('wiping takes two steps, says what goes, and can be left alone', async () => {
  const onWipe = vi.fn(async () => {});
  show(<Wipe kept={[site]} onWipe={onWipe} />);
  await page.getByRole('button', { name: 'Wipe everything…' }).click();
  await expect.element(page.getByRole('heading', { name: 'Wipe everything?' })).toHaveFocus();
  await expect.element(page.getByText('12,044 marks of 95 pupils, imported marks included')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(onWipe).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Wipe everything…' }).click();
  await page.getByRole('button', { name: 'Yes, wipe everything' }).click();
  expect(onWipe).toHaveBeenCalledOnce();
  await expect.element(page.getByText(/Wiped\./)).toBeVisible();
});

const actions = {
  onTurnOn: async () => 'granted' as const,
  onSet: async () => {},
  onShowCounts: async () => {},
  onTraining: async () => {},
  onSetUp: async () => {},
};

test('the popup says of a page that is not a web page that it is none', async () => {
  show(<PopupPanel tab={{ kind: 'not-web' }} {...actions} />);
  await expect.element(page.getByRole('heading')).toMatchTextContent('Not a web page');
});

test('the popup of a page that is checked shows how it stands, and shows counts when asked', async () => {
  const onShowCounts = vi.fn(async () => {});
  show(
    <PopupPanel
      {...actions}
      onShowCounts={onShowCounts}
      tab={{
        kind: 'allowed',
        origin: 'https://myschool.example',
        on: true,
        page: { state: 'checking', detail: '30 pupils read.', findings: 2, setUp: null },
        countsShown: false,
        training: null,
        policy: 'England, national rules',
      }}
    />,
  );
  await expect.element(page.getByText('2 marks to look at.')).toBeVisible();
  await page.getByRole('switch', { name: 'Show counts on this page' }).click();
  expect(onShowCounts).toHaveBeenCalledExactlyOnceWith(true);
});

test('the popup of a page that nobody has confirmed says so, and opens the panel in the page', async () => {
  const onSetUp = vi.fn(async () => {});
  show(
    <PopupPanel
      {...actions}
      onSetUp={onSetUp}
      tab={{
        kind: 'allowed',
        origin: 'https://myschool.example',
        on: true,
        page: { state: 'not-checking', detail: 'Nobody has checked yet.', findings: 0, setUp: 'confirm' },
        countsShown: false,
        training: null,
        policy: 'England, national rules',
      }}
    />,
  );
  await expect.element(page.getByRole('heading')).toMatchTextContent('Found a register');
  await expect.element(page.getByText('Nobody has checked yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Check how it is read' }).click();
  expect(onSetUp).toHaveBeenCalledOnce();
});
