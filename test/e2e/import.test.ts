import { zipSync, strToU8 } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask, open } from './school.ts';

/** Drops a file onto the place for files, as somebody drags it in from the desktop. */
async function drop(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  const data = await page.evaluateHandle(
    ({ name, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    { name, bytes },
  );
  await page.locator('#marks .drop').dispatchEvent('drop', { dataTransfer: data });
}

test('x', async ({ context, extensionId, allowSite }) => {
  await allowSite();
  const options = await open(context, extensionId, 'options.html');
  const rows = Array.from({ length: 200 }, (_, i) => `10${i},2026-11-16,AM,/`);
  await drop(options, 'a.csv', ['Pupil ID,Date,Session,Mark', ...rows, '1,2026-11-16,AM,?'].join('\n'));
  await options.waitForTimeout(1500);
  await options.locator('#marks').screenshot({ path: '/tmp/rwi/shot1.png' });
  await options.getByLabel(/Leave out what/).check();
  await options.getByRole('button', { name: /^Import 200/ }).click();
  await options.waitForTimeout(1000);
  await options.locator('#marks').screenshot({ path: '/tmp/rwi/shot2.png' });
});
