import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { choose } from '../../../store/import/choices.ts';
import { importDesk, type ReadTotals } from '../../../store/import/desk.ts';
import { farDesk, serveDesk } from '../../../store/import/desk-messages.ts';

/** What comes of a file: its figures, or the sentence with which it is refused. */
async function bring(bytes: Uint8Array<ArrayBuffer>, choices: Readonly<Record<string, string>> = {}) {
  const desk = importDesk();
  try {
    const opened = await desk.open(new File([bytes], 'marks'), {});
    const layout = Object.entries(choices).reduce(
      (of, [id, value]) => choose(of, opened, id, value),
      opened.layout,
    );
    const read: ReadTotals = desk.read(layout, () => {});
    return read.ok ? { totals: read.totals, bad: desk.bad(0, 100), opened, why: null } : { why: read.why };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

const file = (name: string) => new Uint8Array(readFileSync(new URL(`../../files/${name}`, import.meta.url)));

describe('files that LibreOffice Calc saved', () => {
  // As made in test/files/make.mjs.
  const long = { pupils: 2, marks: 4, bad: 1, earliest: '2025-09-15', latest: '2025-09-16' };
  const week = { pupils: 2, marks: 16, unmarked: 3, bad: 1, earliest: '2025-09-15', latest: '2025-09-26' };

  test('as workbooks', async () => {
    expect(await bring(file('calc-long.xlsx'))).toMatchObject({
      totals: long,
      bad: [{ line: 7, reason: 'not a weekday' }],
    });
    expect(await bring(file('calc-week.xlsx'))).toMatchObject({
      totals: week,
      bad: [{ line: 4, column: 'Fri AM', value: '?' }],
    });
  });

  test('as CSV, with the dates of an American program, which are asked about', async () => {
    expect((await bring(file('calc-long.csv'))).why).toContain('15 September 2025 with the month first');
    expect(await bring(file('calc-long.csv'), { order: 'month-first' })).toMatchObject({ totals: long });
    expect(await bring(file('calc-week.csv'), { order: 'month-first' })).toMatchObject({ totals: week });
  });
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  properties = '',
): Zippable {
  const names = Object.keys(sheets);
  const rels = names.map(
    (_, at) => `<Relationship Id="r${at}" Type="${RELATIONS}/worksheet" Target="worksheets/s${at}.xml"/>`,
  );
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`);
  const cell = (text: string, c: number, r: number) =>
    /^\d+$/.test(text)
      ? `<c r="${'ABCDE'[c]}${r + 1}"><v>${text}</v></c>`
      : `<c r="${'ABCDE'[c]}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const parts = names.map((name, at) => {
    const rows = (sheets[name] ?? []).map(
      (row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, c, r)).join('')}</row>`,
    );
    return [
      `xl/worksheets/s${at}.xml`,
      strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`),
    ];
  });
  return {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(parts),
  };
}

describe('a workbook', () => {
  const marks = [
    ['Pupil ID', 'Date', 'Session', 'Mark'],
    ['1001', '45917', 'AM', 'L'],
  ];
  const packed = (parts: Zippable) => new Uint8Array(zipSync(parts));

  test('has its sheet of marks found behind others, and numbers of days read', async () => {
    const found = await bring(packed(workbook({ Notes: [['Autumn']], Empty: [], Marks: marks })));
    expect(found).toMatchObject({
      opened: { sheets: ['Notes', 'Marks'], layout: { sheet: 1 } },
      totals: { marks: 1, earliest: '2025-09-17' },
    });
  });

  test('that counts days from 1904 has no number taken for a day', async () => {
    const old = packed(workbook({ Marks: marks }, '<workbookPr date1904="1"/>'));
    expect(await bring(old)).toMatchObject({
      totals: { marks: 0 },
      bad: [{ reason: 'the date could not be read' }],
    });
  });

  test.each([
    ['damaged', () => damaged(packed(workbook({ Marks: marks }))), 'This workbook cannot be read.'],
    [
      'that unpacks to far more than its size',
      () => packed({ ...workbook({ Marks: marks }), 'xl/styles.xml': new Uint8Array(1_000_000) }),
      'unpacks to far more than its size',
    ],
    [
      'with a document type',
      () =>
        packed({
          ...workbook({ Marks: marks }),
          'xl/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        }),
      'This workbook cannot be read.',
    ],
    ['that is another packed file', () => packed({ 'word/document.xml': strToU8('<a/>') }), 'not a workbook'],
    ['without a cell', () => packed(workbook({ Marks: [] })), 'This workbook is empty.'],
    ['of 2003', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'Excel 2003 or older'],
  ])('%s is refused', async (_, bytes, sentence) => {
    expect((await bring(bytes())).why).toContain(sentence);
  });

  /** With one letter of a sheet that is stored without compression changed: L to U. */
  function damaged(_: Uint8Array): Uint8Array<ArrayBuffer> {
    const stored = new Uint8Array(zipSync(workbook({ Marks: marks }), { level: 0 }));
    const at = stored.findIndex(
      (byte, i) => byte === 0x4c && stored[i - 1] === 0x3e && stored[i + 1] === 0x3c,
    );
    stored[at] = 0x55;
    return stored;
  }
});

describe('the bounds of a file', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  test.each([
    ['columns', `${'a,'.repeat(2_001)}\nb`, 'more than 2,000 columns'],
    [
      'characters of a cell',
      `Pupil ID,Date,Session,Mark\n"${'x'.repeat(9_000_000)}`,
      'more than 32,767 characters',
    ],
    [
      'pupils',
      `Pupil ID,Date,Session,Mark\n${Array.from({ length: 20_001 }, (_, n) => `${n},2025-09-17,AM,/`).join('\n')}`,
      'more than 20,000 pupils',
    ],
    [
      'school years',
      `Pupil ID,Date,Session,Mark\n${Array.from({ length: 40 }, (_, n) => `1,20${10 + n}-09-17,AM,/`).join('\n')}`,
      'more than 15 school years',
    ],
  ])('%s', async (_, content, sentence) => {
    expect((await bring(text(content))).why).toContain(sentence);
  });

  test('a file of several chunks is read whole, with true line numbers', async () => {
    const pad = 'x'.repeat(1_000);
    const rows = Array.from(
      { length: 4_000 },
      (_, i) => `${pad},p-${i},2025-09-17,PM,${i === 3_998 ? '?' : '\\'}`,
    );
    const found = await bring(text(['Surname,Pupil ID,Date,AM/PM,Mark', ...rows].join('\n')));
    expect(found).toMatchObject({
      totals: { pupils: 3_999, marks: 3_999 },
      bad: [{ line: 4_000, value: '?' }],
    });
  });
});

test('a desk answers over messages: progress, sentences, and what broke down', async () => {
  const { port1, port2 } = new MessageChannel();
  const seen: number[] = [];
  serveDesk(port1, importDesk());
  const { desk } = farDesk(port2);
  await expect(desk.open('', {})).rejects.toThrow('This file is empty.');
  const { layout } = await desk.open('Pupil ID,Date,Session,Mark\n1,2025-09-17,AM,/\n1,2025-09-17,PM,?', {});
  expect(await desk.read(layout, (done) => seen.push(done))).toMatchObject({
    ok: true,
    totals: { marks: 1, bad: 1 },
  });
  expect(seen.length).toBeGreaterThan(0);
  expect(await desk.bad(0, 10)).toMatchObject([{ line: 3, value: '?' }]);
  expect((await desk.part(0)).strips).toHaveLength(1);
  port1.close();

  const silent = farDesk(new MessageChannel().port1);
  const waiting = silent.desk.badCsv();
  silent.broken();
  await expect(waiting).rejects.toThrow('could not be read');
});
