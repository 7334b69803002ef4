import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { TermDates } from '../../../components/forms/term-dates.tsx';
import { readTermDates, showTermDates } from '../../../store/term-dates.ts';
import { show } from './show.tsx';

const box = page.getByLabelText('Terms and closures, one on each line');
const save = page.getByRole('button', { name: 'Save term dates' });

function form(onSave: () => Promise<unknown>) {
  return <TermDates calendar={null} read={readTermDates} show={showTermDates} onSave={onSave} />;
}

test('term dates are read back as typed, and saved as read', async () => {
  const onSave = vi.fn(async () => {});
  show(form(onSave));
  await box.fill('3 September 2025 to 24 October 2025\nINSET 3 October 2025');
  await expect.element(page.getByRole('table')).toMatchTextContent(/Wed 3 September 2025/);
  // Wednesday 3 September to Friday 24 October is 3 + 7 × 5 weekdays: 38, less the INSET day.
  await expect.element(page.getByText('As read: 37 school days in 8 school weeks')).toBeVisible();
  await save.click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    terms: [{ from: '2025-09-03', to: '2025-10-24' }],
    closures: [{ from: '2025-10-03', to: '2025-10-03', sessions: 'both', reason: 'INSET' }],
  });
});

test('a line that cannot be read is listed, and nothing is saved until it is mended', async () => {
  show(form(async () => {}));
  await box.fill('3 September 2025 to 24 October 2025\nafter half term as usual');
  await expect.element(page.getByText('1 line cannot be read')).toBeVisible();
  await expect.element(page.getByRole('listitem')).toMatchTextContent(/Line 2, after half term as usual:/);
  await expect.element(save).toBeDisabled();
});

test('dates that could not be saved are still there', async () => {
  show(form(() => Promise.reject(new Error('The disk is full.'))));
  await box.fill('3 September 2025 to 24 October 2025');
  await save.click();
  await expect.element(page.getByText(/Not saved. The disk is full/)).toBeVisible();
  await expect.element(box).toHaveValue('3 September 2025 to 24 October 2025');
});
