import { expect, test } from 'vitest';
import { previewCsv, readCsv } from '../../../store/import/csv.ts';

const HEAD = 'Surname,Pupil ID,Date,AM/PM,Mark';

function file(...parts: BlobPart[]): File {
  return new File(parts, 'marks.csv', { type: 'text/csv' });
}

test('a file with a byte order mark is read as UTF-8', async () => {
  const chosen = file(new Uint8Array([0xef, 0xbb, 0xbf]), `${HEAD}\r\nÅshe,p-é1,03/09/2025,AM,/\r\n`);
  expect(await previewCsv(chosen)).toMatchObject({
    headings: ['Surname', 'Pupil ID', 'Date', 'AM/PM', 'Mark'],
    mapping: { pupil: 1, date: 2, session: 3, code: 4 },
    refusal: null,
  });
  const reading = await readCsv(chosen);
  expect(reading.ok && reading.plan.strips.map(({ pupil }) => pupil)).toEqual(['p-é1']);
});

test('a file of several chunks is read whole, with true line numbers', async () => {
  const pad = 'x'.repeat(1_000);
  const rows = Array.from(
    { length: 12_000 },
    (_, i) => `${pad},p-${i},2025-09-03,PM,${i === 11_998 ? '?' : '\\'}`,
  );
  const reading = await readCsv(file(`${HEAD}\n`, rows.join('\n')));
  expect(reading).toMatchObject({
    ok: true,
    plan: { pupils: 11_999, marks: 11_999, badRows: [{ line: 12_000, value: '?' }] },
  });
});

test('a spreadsheet and an empty file are refused', async () => {
  const zip = file(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0]), 'rest');
  expect(await readCsv(zip)).toMatchObject({ ok: false, refusal: expect.stringContaining('spreadsheet') });
  expect(await readCsv(file(''))).toEqual({ ok: false, refusal: 'This file is empty.' });
});

test('a file that can no longer be read rejects', async () => {
  const broken = file('x');
  Object.defineProperty(broken, 'slice', {
    value: () => {
      throw new DOMException('gone', 'NotReadableError');
    },
  });
  await expect(readCsv(broken)).rejects.toThrow('gone');
});
