import type { Page } from '@playwright/test';
import { everything, names } from './ax.ts';
import { EXTENSION_ID } from './extension.ts';
import { expect, test } from './fixtures.ts';
import { ask, importMarks, ready, rosario } from './school.ts';

interface Access {
  readonly isEnabled: boolean;
  readonly isActive: boolean;
}

/** What `chrome://extensions` says of private windows, once somebody has tried to allow them there. */
async function tryToAllow(page: Page): Promise<Access> {
  await page.goto('chrome://extensions/');
  return page.evaluate(async (extensionId) => {
    const { developerPrivate } = (globalThis as unknown as ExtensionsPage).chrome;
    await developerPrivate
      .updateExtensionConfiguration({ extensionId, incognitoAccess: true })
      .catch(() => undefined);
    return (await developerPrivate.getExtensionInfo(extensionId)).incognitoAccess;
  }, EXTENSION_ID);
}

type ExtensionsPage = {
  chrome: {
    developerPrivate: {
      updateExtensionConfiguration: (change: object) => Promise<unknown>;
      getExtensionInfo: (id: string) => Promise<{ incognitoAccess: Access }>;
    };
  };
};

test('in a private window nothing of ours runs, whatever is allowed, and what is kept stays as it is', async ({
  context,
  extensionId,
  allowSite,
}) => {
  await allowSite();
  const options = await ready(context, extensionId, { clock: '09:24', role: 'office' });
  await importMarks(options, { 1001: ['O', 'O', 'U'] });
  const kept = await ask(options, 'kept', {});
  const settings = await ask(options, 'settings', {});
  expect(await tryToAllow(await context.newPage())).toEqual({ isEnabled: false, isActive: false });

  // What Chromium calls off the record, as a private window is: its tabs are `incognito` to extensions that may see them.
  const hidden = await context.browser()?.newContext();
  if (!hidden) throw new Error('The browser opens no private window');
  const register = await hidden.newPage();
  await register.goto(rosario('private'));
  // In an ordinary window the bar is there by then: the next lines wait for it.
  const beside = await context.newPage();
  await beside.goto(rosario('ordinary'));
  await expect.poll(() => names(beside, 'region', /^Registerwise$/)).toEqual(['Registerwise']);
  expect(await everything(register)).not.toContain('Registerwise');
  const own = await hidden.newPage();
  await expect(own.goto(`chrome-extension://${extensionId}/options.html`)).rejects.toThrow('ERR_BLOCKED');
  await hidden.close();

  expect(await ask(options, 'kept', {})).toEqual(kept);
  expect(await ask(options, 'settings', {})).toEqual(settings);
  expect(await ask(options, 'loss', {})).toBeNull();
  await options.reload();
  await expect(options.getByText('It does not run in private windows')).toBeVisible();
});
