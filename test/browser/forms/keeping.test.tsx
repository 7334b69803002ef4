import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Kept } from '../../../components/forms/kept.tsx';
import { KeptSwitchesForm } from '../../../components/forms/kept-switches.tsx';
import { Wipe } from '../../../components/forms/wipe.tsx';
import { show } from './show.tsx';

const site = {
  ...{ origin: 'https://register.example', pupils: 30, marks: 1_204, named: 0, unreadable: false },
  ...{ span: null, lastImport: null },
};
const off = { keepNames: false, sessionOnly: false };

test('names are kept only when somebody chooses it, and it is said that turning it off erases them', async () => {
  const onSave = vi.fn(async () => {});
  show(<KeptSwitchesForm settings={off} kept={[site]} onSave={onSave} />);
  await expect.element(page.getByText(/Turning this off erases every name/)).toBeVisible();
  const names = page.getByRole('switch', { name: 'Keep pupils’ names' });
  await expect.element(names).toHaveAttribute('aria-checked', 'false');
  await names.click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ keepNames: true });
});

test('keeping things for a session only says what goes before it is erased, from the keyboard too', async () => {
  const onSave = vi.fn(async () => {});
  show(<KeptSwitchesForm settings={off} kept={[site]} onSave={onSave} />);
  const shared = page.getByRole('switch', { name: /Shared computer/ });
  await shared.click();
  await expect.element(page.getByRole('heading', { level: 4 })).toHaveFocus();
  await expect.element(page.getByText(/1,204 marks of 30 pupils/)).toBeVisible();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  expect(onSave).not.toHaveBeenCalled();
  await shared.click();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ sessionOnly: true });
});

test('a change that fails says so and stays open', async () => {
  const onSave = vi.fn().mockRejectedValueOnce(new Error('This device has no room left.'));
  show(<KeptSwitchesForm settings={{ ...off, sessionOnly: true }} kept={[site]} onSave={onSave} />);
  await page.getByRole('switch', { name: /Shared computer/ }).click();
  await page.getByRole('button', { name: 'Yes, change it and erase' }).click();
  await expect.element(page.getByText(/This device has no room left/)).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 4 })).toBeVisible();
});

test('what cannot be read can still be wiped', async () => {
  const onWipe = vi.fn(async () => {});
  show(<Wipe kept={null} onWipe={onWipe} />);
  await page.getByRole('button', { name: 'Wipe everything…' }).click();
  await expect.element(page.getByText(/all marks and names, which cannot be read now/)).toBeVisible();
  await page.getByRole('button', { name: 'Yes, wipe everything' }).click();
  expect(onWipe).toHaveBeenCalledOnce();
});

test('a site of which part cannot be read says so beside what can', async () => {
  show(<Kept kept={[{ ...site, unreadable: true }]} bytes={null} nameOf={(origin) => origin} />);
  await expect.element(page.getByText(/1,204 marks of 30 pupils/)).toBeVisible();
  await expect.element(page.getByText(/cannot be read and is not in these figures/)).toBeVisible();
});
