import { describe, expect, test } from 'vitest';
import { listMarks } from '../../../rules/strips/strips.ts';
import { proposeColumns } from '../../../store/import/columns.ts';
import { previewCsv, readCsv } from '../../../store/import/csv.ts';
import type { ImportPlan } from '../../../store/import/plan.ts';
import { fromBase64 } from '../../../store/strip-text.ts';

async function plan(text: string): Promise<ImportPlan> {
  const reading = await readCsv(text);
  if (!reading.ok) throw new Error(reading.refusal);
  return reading.plan;
}

async function refusal(text: string): Promise<string> {
  const reading = await readCsv(text);
  return reading.ok ? 'not refused' : reading.refusal;
}

/** The plan's marks of one pupil, as `2025-09-03 AM /`. */
function marksOf({ strips }: ImportPlan, pupil: string): string[] {
  const mine = strips.filter((strip) => strip.pupil === pupil);
  return listMarks(
    mine.map(({ year, bytes }) => ({ year, bytes: fromBase64(bytes) ?? new Uint8Array(0) })),
  ).map(({ date, session, code }) => `${date} ${session} ${code}`);
}

const HEAD = 'Pupil ID,Date,Session,Mark';
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');

describe('the columns of a file', () => {
  test.each([
    [
      ['Pupil ID', 'Date', 'Session', 'Mark'],
      [0, 1, 2, 3],
    ],
    [
      ['Surname', 'ADNO', 'mark date', 'am/pm', 'CODE'],
      [1, 2, 3, 4],
    ],
    [
      ['UPN', 'Reg', 'Date', 'AM/PM', 'Attendance Code'],
      [0, 2, 3, 4],
    ],
    [
      ['UPN', 'Adno', 'Date', 'Session', 'Mark'],
      [1, 2, 3, 4],
    ],
    [
      ['Name', 'When', 'Session', 'Mark'],
      [null, null, 2, 3],
    ],
  ])('%j are recognised', (headings, [pupil, date, session, code]) => {
    expect(proposeColumns(headings)).toEqual({ pupil, date, session, code });
  });

  test('can be put right by the user', async () => {
    const text = 'Name,Who,When,Half,What\nAsh Oak,p-1,2025-09-03,AM,L';
    expect((await previewCsv(text)).mapping).toEqual({ pupil: null, date: null, session: null, code: null });
    const reading = await readCsv(text, { pupil: 1, date: 2, session: 3, code: 4 });
    expect(reading.ok && marksOf(reading.plan, 'p-1')).toEqual(['2025-09-03 AM L']);
  });

  test('are shown with the first rows', async () => {
    expect(await previewCsv(csv('p-1,2025-09-03,AM,/', 'p-1,2025-09-03,PM,\\'))).toEqual({
      headings: ['Pupil ID', 'Date', 'Session', 'Mark'],
      rows: [
        ['p-1', '2025-09-03', 'AM', '/'],
        ['p-1', '2025-09-03', 'PM', '\\'],
      ],
      mapping: { pupil: 0, date: 1, session: 2, code: 3 },
      refusal: null,
    });
  });
});

describe('a file that holds no marks in long form is refused in one sentence', () => {
  test.each([
    [
      'UPN,Surname,TermlySessionsPossible,TermlySessionsUnauthorised\nA1,Oak,120,4',
      'This file holds totals, not marks: a row for each pupil, date and session is needed.',
    ],
    [
      'Pupil ID,Date,Total Present,Percentage\np-1,2025-09-03,2,100%',
      'This file holds totals, not marks: a row for each pupil, date and session is needed.',
    ],
    ['Pupil ID,Date,Mark\np-1,2025-09-03,/', 'This file has no column for the session (AM or PM).'],
    [
      'Surname,Forename\nOak,Ash',
      'This file has no column for the pupil, the date, the session (AM or PM) or the mark.',
    ],
    ['', 'This file is empty.'],
    ['\n\n', 'This file is empty.'],
    [
      'PK\u0003\u0004\u0014\u0000',
      'This is a spreadsheet file. Save it as CSV first, then choose the CSV file.',
    ],
  ])('%j', async (text, sentence) => {
    expect(await refusal(text)).toBe(sentence);
    expect((await previewCsv(text)).refusal).toBe(sentence);
  });
});

describe('a file of marks', () => {
  const rows = [
    ['Pupil ID', 'Date', 'Session', 'Mark'],
    ['p-1', '2025-09-03', 'AM', '/'],
    ['p-1', '03/09/2025', 'Afternoon', ' \\ '],
    ['p-2', '3/9/2025', 'morning', 'L'],
    ['p-2', '2025-09-03 00:00:00', 'p.m.', 'C1'],
    ['p-2', '2024-06-03', 'PM', 'H'],
  ];
  const separators = [
    ['commas', ','],
    ['tabs', '\t'],
    ['semicolons', ';'],
  ] as const;
  const marks = [
    ['with a byte order mark', '\ufeff'],
    ['without one', ''],
  ] as const;
  test.each(separators.flatMap((separator) => marks.map((mark) => [...separator, ...mark] as const)))(
    'is read with %s (%j), %s',
    async (_, separator, __, mark) => {
      const result = await plan(mark + rows.map((row) => row.join(separator)).join('\r\n'));
      expect(result).toMatchObject({
        ...{ pupils: 2, marks: 5, badRows: [], duplicates: 0, unmarked: 0 },
        ...{ earliest: '2024-06-03', latest: '2025-09-03' },
      });
      expect(marksOf(result, 'p-1')).toEqual(['2025-09-03 AM /', '2025-09-03 PM \\']);
      expect(marksOf(result, 'p-2')).toEqual(['2024-06-03 PM H', '2025-09-03 AM L', '2025-09-03 PM C1']);
    },
  );

  test('with one session twice keeps the later line and counts the earlier', async () => {
    const result = await plan(csv('p-1,2025-09-03,AM,N', 'p-1,2025-09-03,AM,I', 'p-1,03/09/2025,am,U'));
    expect(result).toMatchObject({ marks: 1, duplicates: 2 });
    expect(marksOf(result, 'p-1')).toEqual(['2025-09-03 AM U']);
  });

  test('counts the rows whose mark nobody entered, and lets them overwrite nothing', async () => {
    const result = await plan(csv('p-1,2025-09-03,AM,L', 'p-1,2025-09-03,AM,-', 'p-1,2025-09-03,PM,'));
    expect(result).toMatchObject({ marks: 1, duplicates: 0, unmarked: 2, badRows: [] });
    expect(marksOf(result, 'p-1')).toEqual(['2025-09-03 AM L']);
  });

  test('names every bad row with its line, what stands there and why', async () => {
    const result = await plan(
      csv(
        'p-1,2025-09-03,AM,/',
        'p-1,31/06/2025,AM,/',
        '',
        'p-1,09/23/2025,AM,/',
        'p-1,03/09/25,AM,/',
        'p-1,2025-09-06,AM,/',
        'p-1,2025-09-03,Evening,/',
        'p-1,2025-09-03,AM,Present',
        ',2025-09-03,AM,/',
        'p-1,2025-09-03',
        'Oak, Ash,2025-09-03,AM,/',
        '"p-\n2",2025-09-03,AM,?',
        'p-1,2025-09-03,PM,%',
      ),
    );
    expect(result.marks).toBe(1);
    expect(result.badRows).toEqual([
      { line: 3, value: '31/06/2025', reason: 'the date could not be read' },
      { line: 5, value: '09/23/2025', reason: 'the date could not be read' },
      { line: 6, value: '03/09/25', reason: 'the date could not be read' },
      { line: 7, value: '2025-09-06', reason: 'not a weekday' },
      { line: 8, value: 'Evening', reason: 'the session could not be read' },
      { line: 9, value: 'Present', reason: 'not an attendance code' },
      { line: 10, value: '', reason: 'no pupil id' },
      { line: 11, value: 'p-1 2025-09-03', reason: 'too few columns' },
      { line: 12, value: 'Oak  Ash 2025-09-03 AM /', reason: 'more columns than headings' },
      { line: 13, value: '?', reason: 'not an attendance code' },
      { line: 15, value: '%', reason: 'not an attendance code' },
    ]);
  });

  test('with a quotation mark that is never closed says so, and takes no mark from there on', async () => {
    const result = await plan(csv('p-1,2025-09-03,AM,/', '"p-2,2025-09-03,AM,/', 'p-3,2025-09-03,AM,/'));
    expect(result.marks).toBe(1);
    expect(result.badRows).toMatchObject([{ line: 3, reason: 'a quotation mark is not closed' }]);
  });

  test('not saved as UTF-8 says so where it matters', async () => {
    const result = await plan(csv('p-\ufffd,2025-09-03,AM,/'));
    expect(result.badRows).toEqual([
      { line: 2, value: 'p-\ufffd', reason: 'the pupil id has letters that were not saved as UTF-8' },
    ]);
  });

  test('with ten thousand bad rows lists every one, in the order of the file', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      i % 2 === 0 ? `p-${i},2025-09-03,AM,/` : `p-${i},2025-09-0${3 + (i % 3)},AM,bad ${i}`,
    );
    const result = await plan(csv(...lines));
    expect(result).toMatchObject({ pupils: 10_000, marks: 10_000 });
    expect(result.badRows).toHaveLength(10_000);
    expect(
      result.badRows.every(({ line, value }, i) => line === 2 * i + 3 && value === `bad ${2 * i + 1}`),
    ).toBe(true);
  });
});
