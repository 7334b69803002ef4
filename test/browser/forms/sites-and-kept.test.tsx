import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { AddSite } from '../../../components/forms/add-site.tsx';
import { Kept } from '../../../components/forms/kept.tsx';
import { PopupPanel } from '../../../components/forms/popup-panel.tsx';
import { readSiteAddress } from '../../../components/forms/site-address.ts';
import { SiteList } from '../../../components/forms/site-list.tsx';
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

test('wiping takes two steps, says what goes, and can be left alone', async () => {
  const onWipe = vi.fn(async () => {});
  const kept = [{ origin: 'https://myschool.example', pupils: 95, marks: 12_044 }];
  show(<Kept kept={kept} nameOf={(origin) => origin} onWipe={onWipe} />);
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
