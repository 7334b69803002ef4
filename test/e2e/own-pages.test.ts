import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const)
  for (const page of ['welcome.html', 'options.html', 'popup.html', 'pupil.html'])
    test(`${page} can be used by everyone on a narrow ${colorScheme} screen`, async ({
      context,
      extensionId,
    }) => {
      const tab = await context.newPage();
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width: 320, height: 700 });
      await tab.goto(`chrome-extension://${extensionId}/${page}`);
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(tab.getByText('Loading')).toHaveCount(0);
      await expect(tab.getByText('Could not load')).toHaveCount(0);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
    });

test('what the first run is told is still there on the options page', async ({ context, extensionId }) => {
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${extensionId}/welcome.html`);
  await tab.getByLabel('The attendance lead').check();
  await tab.getByLabel('Great Hockham Primary School').check();
  await expect(tab.getByText('Saved: Great Hockham Primary School')).toBeVisible();
  await tab.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(tab.getByLabel('The attendance lead')).toBeChecked();
  await expect(tab.getByLabel('Great Hockham Primary School')).toBeChecked();
});

test('term dates typed on the options page are kept, and wiped with everything else', async ({
  context,
  extensionId,
}) => {
  const tab = await context.newPage();
  const options = `chrome-extension://${extensionId}/options.html`;
  await tab.goto(options);
  const figures = tab.getByRole('row', { name: /^2025\/26/ });
  await tab.getByLabel('Paste the dates').fill('3 September 2025 to 24 October 2025\nINSET 3 October 2025');
  await tab.getByRole('button', { name: 'Use these for 2025/26' }).click();
  await tab.getByRole('button', { name: 'Save term dates' }).click();
  await expect(tab.getByText('Saved: these term dates are in force.')).toBeVisible();
  await tab.reload();
  // Wednesday 3 September to Friday 24 October is 3 + 7 × 5 weekdays: 38, less the INSET day.
  await expect(figures).toHaveText('2025/26837138');
  await tab.getByRole('button', { name: 'Wipe everything…' }).click();
  await tab.getByRole('button', { name: 'Yes, wipe everything' }).click();
  await expect(tab.getByText('Wiped.')).toBeVisible();
  await expect(figures).toHaveCount(0);
  await tab.reload();
  await expect(tab.getByText('No term dates yet')).toBeVisible();
  await expect(figures).toHaveCount(0);
});
