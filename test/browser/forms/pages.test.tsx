import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportPages } from '../../../components/forms/import-pages.tsx';
import { PageList } from '../../../components/forms/page-list.tsx';
import { show } from './show.tsx';

const SITE = 'https://register.example';
const file = { origin: SITE, profiles: [{ id: 'a1' }, { id: 'b2' }] };
const choose = () =>
  userEvent.upload(
    page.getByLabelText('File of pages'),
    new File(['{}'], 'pages.json', { type: 'application/json' }),
  );

test('pages are listed by site, and can be exported, one or all, and removed', async () => {
  const onExport = vi.fn();
  const onForget = vi.fn(async () => {});
  const pages = [
    { id: 'a1', name: 'Class register', says: 'Confirmed on 20 November 2026.' },
    { id: 'b2', name: 'Lesson register', says: 'Taught by pointing on 21 November 2026.' },
  ];
  show(<PageList sites={[{ origin: SITE, pages }]} onExport={onExport} onForget={onForget} />);
  await expect.element(page.getByRole('heading', { name: SITE })).toBeVisible();
  await expect.element(page.getByText('Taught by pointing on 21 November 2026.')).toBeVisible();
  await page.getByRole('button', { name: 'Export Lesson register' }).click();
  await page.getByRole('button', { name: `Export all 2 pages of ${SITE}` }).click();
  expect(onExport.mock.calls).toEqual([
    [SITE, 'b2'],
    [SITE, null],
  ]);
  await page.getByRole('button', { name: 'Remove Class register' }).click();
  expect(onForget).toHaveBeenCalledExactlyOnceWith(SITE, 'a1');
});

test('a file for a site that is on is imported at once', async () => {
  const onImport = vi.fn(async () => {});
  show(<ImportPages origins={[SITE]} read={async () => ({ ok: true, file })} onImport={onImport} />);
  await choose();
  await expect.element(page.getByText(/2 pages imported for https:\/\/register\.example\./)).toBeVisible();
  expect(onImport).toHaveBeenCalledExactlyOnceWith(SITE, file);
});

test('a file for another site asks which site it is for', async () => {
  const onImport = vi.fn(async () => {});
  const other = 'https://other.example';
  show(<ImportPages origins={[other]} read={async () => ({ ok: true, file })} onImport={onImport} />);
  await choose();
  await expect.element(page.getByText(/For which site is it\?/)).toBeVisible();
  expect(onImport).not.toHaveBeenCalled();
  await page.getByRole('button', { name: other }).click();
  expect(onImport).toHaveBeenCalledExactlyOnceWith(other, file);
});

test('a file that cannot be used says why, and imports nothing', async () => {
  const onImport = vi.fn(async () => {});
  const why = ['profiles[1].picks.line is longer than 300 characters.'];
  show(<ImportPages origins={[SITE]} read={async () => ({ ok: false, why })} onImport={onImport} />);
  await choose();
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/Nothing was imported.*picks\.line is longer/);
  expect(onImport).not.toHaveBeenCalled();
});
