import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PolicyChoice } from '../../../components/forms/policy-choice.tsx';
import { RoleChoice } from '../../../components/forms/role-choice.tsx';
import { builtInPolicies } from '../../../rules/policy/profiles.ts';
import { show } from './show.tsx';

test('choosing who it is for saves at once and says so', async () => {
  const onSave = vi.fn(async () => {});
  show(<RoleChoice chosen={null} onSave={onSave} />);
  await page.getByLabelText('The school office').click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith('office');
  await expect.element(page.getByRole('status')).toMatchTextContent(/Saved: The school office\./);
});

test('a choice that could not be saved stays chosen, says why, and can be tried again', async () => {
  const onSave = vi.fn().mockRejectedValueOnce(new Error('The disk is full.')).mockResolvedValue(undefined);
  show(<RoleChoice chosen="teacher" onSave={onSave} />);
  await page.getByLabelText('The attendance lead').click();
  await expect.element(page.getByRole('status')).toMatchTextContent(/Not saved\. The disk is full\./);
  await expect.element(page.getByLabelText('The attendance lead')).toBeChecked();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('status')).toMatchTextContent(/Saved: The attendance lead\./);
  expect(onSave).toHaveBeenLastCalledWith('lead');
});

test('a choice is made from the keyboard alone', async () => {
  const onSave = vi.fn(async () => {});
  show(<RoleChoice chosen="teacher" onSave={onSave} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(onSave).toHaveBeenCalledExactlyOnceWith('office');
});

test('what a policy does not give is said to be not stated', async () => {
  show(<PolicyChoice policies={builtInPolicies} policyId="walton-oak" onSave={async () => {}} />);
  const walton = page.getByRole('radio', { name: 'Walton Oak Primary School' });
  await expect
    .element(walton)
    .toHaveAccessibleDescription(/AM\s*taken 8:50, closes 9:20.*PM.*closes not stated/);
  expect(page.getByRole('radio').elements()).toHaveLength(builtInPolicies.length);
});
