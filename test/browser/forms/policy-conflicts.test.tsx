import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PolicyChoice } from '../../../components/forms/policy-choice.tsx';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { builtInPolicies } from '../../../rules/policy/profiles.ts';
import { show } from './show.tsx';

const TODAY = '2026-11-21' as IsoDate;

function choose(policyId: string | null): void {
  show(<PolicyChoice policies={builtInPolicies} policyId={policyId} asOf={TODAY} onSave={async () => {}} />);
}

const summary = () => page.getByText(/places? where this policy disagrees/);

test.each([
  ['walton-oak', 12],
  ['seagrave', 17],
  ['john-f-kennedy', 17],
  ['great-hockham', 13],
  ['leading-futures', 13],
])('%s: %i places, closed until they are asked for', async (policyId, places) => {
  choose(policyId);
  await expect
    .element(summary())
    .toMatchTextContent(`${places} places where this policy disagrees with the law or with itself`);
  await expect.element(page.getByText('How it is read').first()).not.toBeVisible();
  await summary().click();
  const list = page.getByRole('list', { name: 'Conflicts, the gravest first' });
  await expect.element(list).toBeVisible();
  expect(list.getByRole('listitem').elements()).toHaveLength(places);
});

test('each says how grave it is in words, both sentences, and how it is read; the gravest first', async () => {
  choose('seagrave');
  await summary().click();
  const items = page.getByRole('listitem');
  const first = items.first();
  await expect.element(first).toMatchTextContent(/^Important 001-01/);
  await expect.element(first).toMatchTextContent(/will be kept open until 9\.00/);
  await expect.element(first).toMatchTextContent(/more than 30 minutes after registers close/);
  await expect.element(first).toMatchTextContent(/How it is read.*closes at 9:00/);
  await expect.element(items.last()).toMatchTextContent(/^Minor/);
});

test('it opens from the keyboard', async () => {
  choose('walton-oak');
  const details = document.querySelector('details');
  details?.querySelector('summary')?.focus();
  await userEvent.keyboard('{Enter}');
  expect(details?.open).toBe(true);
});

test('nothing is said where no policy is chosen, or the national rules are', async () => {
  choose(null);
  expect(summary().elements()).toHaveLength(0);
  choose('england-2024');
  expect(summary().elements()).toHaveLength(0);
});

test('it fits a screen 320 pixels wide', async () => {
  await page.viewport(320, 700);
  choose('leading-futures');
  await summary().click();
  await expect.element(page.getByText('How it is read').first()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});
