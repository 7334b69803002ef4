import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OwnPolicies, type OwnPolicy, type PolicyDoor } from '../../../components/forms/own-policies.tsx';
import { nationalPolicy } from '../../../rules/policy/profiles.ts';
import { show } from './show.tsx';

const AT = Date.parse('2026-11-20T09:12Z');
const elm: OwnPolicy = {
  ...{ id: 'elm', policy: { ...nationalPolicy, id: 'elm', school: 'Elm School' } },
  versions: [
    { at: AT, version: 2 },
    { at: Date.parse('2026-07-01T14:00Z'), version: 1 },
  ],
};
const file = new File(['{}'], 'policy.json', { type: 'application/json' });

/** Shows them with a door that notes what was asked of it. */
function list(own: readonly OwnPolicy[], door: Partial<PolicyDoor> = {}): string[] {
  const asked: string[] = [];
  const whole: PolicyDoor = {
    add: async ({ name }) => `${name} is kept.`,
    save: (id) => asked.push(`save ${id}`),
    remove: async (id) => {
      asked.push(`remove ${id}`);
      return async () => asked.push(`put back ${id}`);
    },
    takeUp: async (id, at) => asked.push(`take up ${id} ${new Date(at).toISOString()}`),
    ...door,
  };
  show(<OwnPolicies own={own} chosen={nationalPolicy} door={whole} />);
  return asked;
}

test('the chosen profile can be saved to begin from where there is none of one’s own', async () => {
  const asked = list([]);
  await page.getByRole('button', { name: 'Save England, national rules as a file' }).click();
  expect(asked).toEqual(['save england-2024']);
  expect(page.getByRole('list').elements()).toHaveLength(0);
});

test('an earlier version is used again from the keyboard, by the school’s own clock', async () => {
  const asked = list([elm]);
  const details = document.querySelector('details');
  details?.querySelector('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  // 14:00 by Greenwich is 15:00 in July.
  await expect.element(page.getByText(/^Kept on 1 July 2026 at 15:00/).first()).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByText(/^Elm School is as it was kept on 1 July 2026 at 15:00\./)).toBeVisible();
  expect(asked).toEqual(['take up elm 2026-07-01T14:00:00.000Z']);
});

test('one that is removed comes back with Undo', async () => {
  const asked = list([elm]);
  await page.getByRole('button', { name: 'Remove Elm School' }).click();
  await expect.element(page.getByText(/^Elm School was removed\./)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText(/^Elm School is back, with all its versions\./)).toBeVisible();
  expect(asked).toEqual(['remove elm', 'put back elm']);
});

test('one that cannot be read is said to be kept, and can be removed', async () => {
  const asked = list([{ ...elm, policy: null }]);
  await expect
    .element(page.getByText(/cannot read it, so it cannot be chosen\. It is still kept\./))
    .toBeVisible();
  expect(page.getByRole('button', { name: /^Save as a file/ }).elements()).toHaveLength(0);
  await page.getByRole('button', { name: 'Remove elm' }).click();
  await expect.element(page.getByText(/^elm was removed\./)).toBeVisible();
  expect(asked).toEqual(['remove elm']);
});

test('a file that cannot be used is refused with the reason, which goes once another is taken', async () => {
  let good = false;
  list([], {
    add: async () => {
      if (!good) throw new Error('This is not a policy profile: it is no JSON.');
      return 'Elm School is kept.';
    },
  });
  const field = page.getByLabelText('Add a policy profile from a file');
  await userEvent.upload(field, file);
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('Nothing was added. This is not a policy profile: it is no JSON.');
  good = true;
  await userEvent.upload(field, file);
  await expect.element(page.getByText(/^Elm School is kept\./)).toBeVisible();
  expect(page.getByRole('alert').elements()).toHaveLength(0);
});
