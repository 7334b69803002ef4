import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { badRowsCsv } from '../../../components/forms/bad-rows.tsx';
import { ImportMarks } from '../../../components/forms/import-marks.tsx';
import type {
  BadRow,
  ImportMapping,
  ImportReading,
  ImportTotals,
} from '../../../components/forms/import-plan.ts';
import { show } from './show.tsx';

const mapped: ImportMapping = { pupil: 0, date: 1, session: 2, code: 3 };
const file = new File(['made up'], 'marks.csv', { type: 'text/csv' });

const badRows = (count: number): BadRow[] =>
  Array.from({ length: count }, (_, n) => ({
    line: n + 2,
    value: `Q${n}`,
    reason: 'not an attendance code',
  }));

function totals(bad: number): ImportTotals {
  return {
    ...{ pupils: 30, marks: 5700, badRows: badRows(bad), duplicates: 0, unmarked: 0 },
    ...{ earliest: '2025-09-03', latest: '2025-10-24' },
  };
}

function reading(plan: ImportTotals, mapping = mapped): ImportReading<ImportTotals> {
  const rows = [['1001', '03/09/2025', 'AM', '/']];
  return { headings: ['Pupil ID', 'Date', 'Session', 'Mark'], rows, mapping, outcome: { ok: true, plan } };
}

async function choose(props: {
  read: (file: File, mapping: ImportMapping | null) => Promise<ImportReading<ImportTotals>>;
  onImport?: () => Promise<{ pupils: number; marks: number }>;
  onDownload?: (name: string, text: string) => void;
}) {
  show(
    <ImportMarks
      origins={['https://myschool.example']}
      onImport={async () => ({ pupils: 30, marks: 5700 })}
      onDownload={() => {}}
      {...props}
    />,
  );
  await userEvent.upload(page.getByLabelText('CSV file'), file);
}

test('a clean file is imported into the chosen site, with a receipt', async () => {
  const onImport = vi.fn(async () => ({ pupils: 30, marks: 5700 }));
  const plan = totals(0);
  await choose({ read: async () => reading(plan), onImport });
  await page.getByRole('button', { name: 'Import 5,700 marks' }).click();
  expect(onImport).toHaveBeenCalledExactlyOnceWith('https://myschool.example', plan, file);
  await expect.element(page.getByText(/5,700 marks of 30 pupils from marks.csv are now kept/)).toBeVisible();
});

test('bad rows hold the import back until they are left out in so many words', async () => {
  await choose({ read: async () => reading(totals(2)) });
  const button = page.getByRole('button', { name: 'Import 5,700 marks' });
  await expect.element(button).toBeDisabled();
  await expect.element(page.getByRole('cell', { name: 'not an attendance code' }).first()).toBeVisible();
  await page.getByLabelText('Leave out the 2 bad rows').click();
  await expect.element(button).toBeEnabled();
});

test('ten thousand bad rows are all there, a hundred at a time, and all in the file', async () => {
  const onDownload = vi.fn();
  await choose({ read: async () => reading(totals(10_000)), onDownload });
  await expect.element(page.getByText(/: 1 to 100 of 10,000 rows/)).toBeVisible();
  expect(document.querySelectorAll('table:last-of-type tbody tr').length).toBeLessThan(200);
  await page.getByRole('button', { name: 'Later' }).click();
  await expect.element(page.getByText(/101 to 200 of 10,000 rows/)).toBeVisible();
  await page.getByRole('button', { name: 'Save all 10,000 bad rows as CSV' }).click();
  expect(onDownload.mock.calls[0]?.[1].trim().split('\r\n')).toHaveLength(10_001);
});

test('a column taken for the wrong thing can be put right, and the file is read again', async () => {
  const read = vi.fn(async (_: File, mapping: ImportMapping | null) =>
    mapping
      ? reading(totals(0), mapping)
      : {
          ...reading(totals(0), { ...mapped, code: null }),
          outcome: { ok: false as const, why: 'No mark column.' },
        },
  );
  await choose({ read });
  await expect.element(page.getByRole('alert')).toMatchTextContent('No mark column.');
  await page.getByLabelText('Mark').selectOptions('Mark');
  await expect.element(page.getByRole('button', { name: 'Import 5,700 marks' })).toBeEnabled();
  expect(read).toHaveBeenLastCalledWith(file, mapped);
});

test('an import that fails keeps the plan and says that nothing was saved', async () => {
  await choose({
    read: async () => reading(totals(0)),
    onImport: () => Promise.reject(new Error('No room.')),
  });
  await page.getByRole('button', { name: 'Import 5,700 marks' }).click();
  await expect.element(page.getByText(/Not saved. No room/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import 5,700 marks' })).toBeEnabled();
});

test('a bad cell cannot run as a formula in a spreadsheet', () => {
  const csv = badRowsCsv([{ line: 3, value: '=1+"2"', reason: 'no pupil id' }]);
  expect(csv).toBe('line,reason,value\r\n3,"no pupil id","\'=1+""2"""\r\n');
});
