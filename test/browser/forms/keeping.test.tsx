import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Keeping } from '../../../components/forms/keeping.tsx';
import { Kept } from '../../../components/forms/kept.tsx';
import { show } from './show.tsx';

const kept = [{ origin: 'https://register.example', pupils: 30, marks: 1_204 }];

function form(sessionOnly: boolean) {
  const onNames = vi.fn(async (_: boolean) => {});
  const onSessionOnly = vi.fn(async (_: boolean) => {});
  show(<Keeping keepNames={false} {...{ sessionOnly, kept, onNames, onSessionOnly }} />);
  return { onNames, onSessionOnly };
}

test('names are kept only when somebody chooses it, and choosing otherwise says that it erases them', async () => {
  const { onNames } = form(false);
  await expect.element(page.getByLabelText('Without names')).toBeChecked();
  await expect.element(page.getByLabelText('Without names')).toHaveAccessibleDescription(/erases every name/);
  await page.getByLabelText('With names').click();
  expect(onNames).toHaveBeenCalledExactlyOnceWith(true);
});

test('keeping things for a session only says what goes before it is erased, and can be left', async () => {
  const { onSessionOnly } = form(false);
  await page.getByRole('button', { name: 'Keep it only until the browser closes…' }).click();
  await expect.element(page.getByRole('heading', { level: 4 })).toHaveFocus();
  await expect.element(page.getByText(/1,204 marks of 30 pupils and the list of imports/)).toBeVisible();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  expect(onSessionOnly).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Keep it only until the browser closes…' }).click();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(onSessionOnly).toHaveBeenCalledExactlyOnceWith(true);
  await expect.element(page.getByText(/lasts until the browser closes/).first()).toBeVisible();
});

test('a change that fails says so and stays open', async () => {
  const onSessionOnly = vi.fn().mockRejectedValueOnce(new Error('This device has no room left.'));
  show(
    <Keeping
      keepNames={false}
      sessionOnly={true}
      kept={[]}
      onNames={async () => {}}
      onSessionOnly={onSessionOnly}
    />,
  );
  await page.getByRole('button', { name: 'Keep it until it is erased…' }).click();
  await page.getByRole('button', { name: 'Yes, erase it and change' }).click();
  await expect.element(page.getByText(/This device has no room left/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Keep it until it is erased?' })).toBeVisible();
});

test('what cannot be read is not said to be nothing, and can still be wiped', async () => {
  const onWipe = vi.fn(async () => {});
  show(<Kept kept={null} nameOf={(origin) => origin} onWipe={onWipe} />);
  expect(page.getByText('No marks are kept').query()).toBeNull();
  await page.getByRole('button', { name: 'Wipe everything…' }).click();
  await expect.element(page.getByText(/every mark that is kept/)).toBeVisible();
  await page.getByRole('button', { name: 'Yes, wipe everything' }).click();
  expect(onWipe).toHaveBeenCalledOnce();
});

test('a site of which part cannot be read says so beside what can', async () => {
  const site = { origin: 'https://register.example', pupils: 2, marks: 7, unreadable: true };
  show(<Kept kept={[site]} nameOf={(origin) => origin} onWipe={async () => {}} />);
  await expect.element(page.getByText(/7 marks of 2 pupils/)).toBeVisible();
  await expect.element(page.getByText(/cannot be read, and is not counted/)).toBeVisible();
});
