import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  ImportDone,
  ImportFile,
  ImportOutcome,
  ImportTotals,
} from '../../../components/forms/import-file.ts';
import { ImportMarks } from '../../../components/forms/import-marks.tsx';
import { PastImports } from '../../../components/forms/past-imports.tsx';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { show } from './show.tsx';

const upload = new File(['made up'], 'marks.csv', { type: 'text/csv' });
const done: ImportDone = { id: 1, pupils: 30, marks: 5700, changed: 0, stood: 0 };

function totals(bad: number): ImportTotals {
  return {
    ...{ pupils: 30, marks: 5700, bad, badRows: bad, duplicates: 3, corrections: 1, unmarked: 0 },
    ...{ earliest: '2025-09-03' as IsoDate, latest: '2025-10-24' as IsoDate },
  };
}

const whole = (bad = 0): ImportOutcome => ({ ok: true, totals: totals(bad) });

/** A file of one column to choose; `read` says what comes of it by the column chosen. */
function made(
  read: (mark: string) => Promise<ImportOutcome>,
  more: Partial<ImportFile> = {},
  mark = '3',
): ImportFile {
  const options = ['', '2', '3'].map((value) => ({
    value,
    label: value === '' ? 'Not chosen' : `Column ${value}`,
  }));
  return {
    ...{ name: 'marks.csv', unit: 'line', known: false },
    choices: [{ id: 'code', label: 'Mark', value: mark, options, group: null }],
    preview: {
      columns: [
        { heading: 'Pupil ID', use: 'pupil’s id' },
        { heading: 'House', use: null },
      ],
      rows: [{ line: 2, cells: ['1001', 'Elm'] }],
      ...{ more: 0, above: 0 },
    },
    choose: (_, value) => made(read, more, value),
    read: () => read(mark),
    bad: async (from, count) =>
      Array.from({ length: count }, (_, n) => ({
        ...{ line: from + n + 2, column: 'Mark', value: `Q${from + n}` },
        reason: 'not an attendance code',
      })),
    badCsv: async () => 'all of them',
    send: async () => done,
    ...more,
  };
}

async function choose(
  file: ImportFile,
  props: { onDownload?: (name: string, text: string) => void; onDone?: () => void } = {},
) {
  show(
    <ImportMarks
      origins={['https://myschool.example']}
      open={async () => file}
      undone={null}
      onDone={() => {}}
      onDownload={() => {}}
      {...props}
    />,
  );
  await userEvent.upload(page.getByLabelText(/^File of marks/), upload);
}

test('a clean file is imported into the chosen site, with a receipt', async () => {
  const send = vi.fn(async () => ({ ...done, changed: 2, stood: 1 }));
  const onDone = vi.fn();
  await choose(
    made(async () => whole(), { send }),
    { onDone },
  );
  await expect.element(page.getByText(/from 3 September 2025 to 24 October 2025/)).toBeVisible();
  await expect
    .element(page.getByText(/3 marks for a session that has one .* 1 of them different/))
    .toBeVisible();
  await page.getByRole('button', { name: 'Import 5,700 marks' }).click();
  expect(send).toHaveBeenCalledExactlyOnceWith(
    'https://myschool.example',
    expect.anything(),
    expect.anything(),
  );
  await expect.element(page.getByText(/5,700 marks of 30 pupils from marks.csv are now kept/)).toBeVisible();
  await expect.element(page.getByText(/2 marks that differed/)).toBeVisible();
  await expect.element(page.getByText(/1 mark of the file was left out/)).toBeVisible();
  expect(onDone).toHaveBeenCalledOnce();
});

test('bad rows hold the import back until they are left out in so many words', async () => {
  await choose(made(async () => whole(2)));
  const button = page.getByRole('button', { name: 'Import 5,700 marks' });
  await expect.element(button).toBeDisabled();
  await expect.element(page.getByRole('cell', { name: /not an attendance code/ }).first()).toBeVisible();
  await page.getByLabelText('Leave out what cannot be read in 2 rows').click();
  await expect.element(button).toBeEnabled();
});

test('ten thousand bad rows are all there, a hundred at a time, and all in the file', async () => {
  const onDownload = vi.fn();
  await choose(
    made(async () => whole(10_000)),
    { onDownload },
  );
  await expect.element(page.getByText(/: 1 to 100 of 10,000/)).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect.element(page.getByText(/101 to 200 of 10,000/)).toBeVisible();
  await expect.element(page.getByRole('cell', { name: 'Q100', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save all 10,000 as CSV' }).click();
  await expect.poll(() => onDownload.mock.calls).toEqual([['bad rows of marks.csv.csv', 'all of them']]);
});

test('a column taken for the wrong thing can be put right, and the file is read again', async () => {
  const read = async (mark: string): Promise<ImportOutcome> =>
    mark === '' ? { ok: false, why: 'Say which column holds the mark.' } : whole();
  await choose(made(read, {}, ''));
  await expect.element(page.getByRole('alert')).toMatchTextContent('Say which column holds the mark.');
  await page.getByLabelText('Mark').selectOptions('Column 2');
  await expect.element(page.getByRole('button', { name: 'Import 5,700 marks' })).toBeEnabled();
});

test('reading shows how far it is, and can be cancelled', async () => {
  const read = () => new Promise<ImportOutcome>(() => {});
  await choose(made(read));
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
});

test('an import that fails or is cancelled keeps the plan and says that nothing was imported', async () => {
  const send = vi
    .fn<ImportFile['send']>()
    .mockRejectedValueOnce(new Error('No room.'))
    .mockImplementationOnce(
      (_, __, signal) => new Promise((_, reject) => signal.addEventListener('abort', reject)),
    );
  await choose(made(async () => whole(), { send }));
  const button = page.getByRole('button', { name: 'Import 5,700 marks' });
  await button.click();
  await expect.element(page.getByText('Not imported. No room.')).toBeVisible();
  await button.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(page.getByText('Cancelled. Nothing was imported.')).toBeVisible();
  await expect.element(button).toBeEnabled();
});

test('a paste is opened at once', async () => {
  const open = vi.fn(async () => made(async () => whole()));
  show(
    <ImportMarks
      origins={['https://myschool.example']}
      open={open}
      undone={null}
      onDone={() => {}}
      onDownload={() => {}}
    />,
  );
  await userEvent.fill(page.getByLabelText('Or paste cells from a spreadsheet'), 'Pupil ID\tDate\n1\t2');
  expect(open).toHaveBeenCalledExactlyOnceWith('Pupil ID\tDate\n1\t2', expect.anything());
});

test('a file that cannot be opened says why, and that nothing was imported', async () => {
  show(
    <ImportMarks
      origins={['https://myschool.example']}
      open={() => Promise.reject(new Error('This file is empty.'))}
      undone={null}
      onDone={() => {}}
      onDownload={() => {}}
    />,
  );
  await userEvent.upload(page.getByLabelText(/^File of marks/), upload);
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('marks.csv cannot be read. This file is empty. Nothing was imported.');
});

test('the last import can be undone, and says what came back', async () => {
  const onUndo = vi.fn(async () => ({ pupils: 1, marks: 2 }));
  const past = { origin: 'https://myschool.example', at: 0, pupils: 1, marks: 2 };
  show(
    <PastImports
      imports={[
        { ...past, id: 2, file: null, canUndo: true },
        { ...past, id: 1, file: 'first.csv', canUndo: false },
      ]}
      onUndo={onUndo}
    />,
  );
  await page.getByRole('button', { name: 'Undo the import of pasted cells' }).click();
  expect(onUndo).toHaveBeenCalledExactlyOnceWith(2);
  await expect.element(page.getByText(/Undone. 2 marks of 1 pupil are as they were before./)).toBeVisible();
});
