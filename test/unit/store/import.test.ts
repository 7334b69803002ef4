import { describe, expect, test } from 'vitest';
import { listMarks } from '../../../rules/strips/strips.ts';
import { choose } from '../../../store/import/choices.ts';
import { importDesk, type Opened } from '../../../store/import/desk.ts';
import { withLayout } from '../../../store/import/fingerprint.ts';
import type { Layout } from '../../../store/import/layout.ts';
import type { BadRow, Totals } from '../../../store/import/plan.ts';
import { fromBase64 } from '../../../store/strip-text.ts';

/** Choices made after another over what was proposed, as the user makes them. */
type Put = Readonly<Record<string, string>>;

interface Result {
  readonly opened: Opened;
  /** Null when it is refused. */
  readonly totals: Totals | null;
  readonly why: string | null;
  readonly bad: readonly BadRow[];
  /** Each pupil's marks, as `2025-09-03 AM /`. */
  readonly marks: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, string>>;
}

function put(opened: Opened, choices: Put): Layout {
  return Object.entries(choices).reduce(
    (layout, [id, value]) => choose(layout, opened, id, value),
    opened.layout,
  );
}

/** What comes of a file, given as text or bytes, or of a paste. */
async function bring(
  content: string | Uint8Array<ArrayBuffer>,
  choices: Put = {},
  pasted = false,
): Promise<Result> {
  const desk = importDesk();
  const source = pasted ? String(content) : new File([content], 'marks.csv');
  const opened = await desk.open(source, {});
  const read = desk.read(put(opened, choices), () => {});
  if (!read.ok) return { opened, totals: null, why: read.why, bad: [], marks: {}, names: {} };
  const parts = Array.from({ length: read.parts }, (_, part) => desk.part(part));
  const all = parts.flatMap(({ strips }) => strips);
  const marks = [...new Set(all.map(({ pupil }) => pupil))].map((pupil) => [
    pupil,
    listMarks(
      all
        .filter((strip) => strip.pupil === pupil)
        .map(({ year, bytes }) => ({ year, bytes: fromBase64(bytes) ?? new Uint8Array() })),
    ).map(({ date, session, code }) => `${date} ${session} ${code}`),
  ]);
  const names = parts.flatMap((part) => part.names.map(({ pupil, name }) => [pupil, name]));
  return {
    ...{ opened, totals: read.totals, why: null, bad: desk.bad(0, 1_000_000) },
    ...{ marks: Object.fromEntries(marks), names: Object.fromEntries(names) },
  };
}

/** The sentence with which a file is refused as it is opened or read. */
async function refused(content: string | Uint8Array<ArrayBuffer>, choices: Put = {}): Promise<string | null> {
  return bring(content, choices).then(
    ({ why }) => why,
    (error: Error) => error.message,
  );
}

const HEAD = 'Pupil ID,Date,Session,Mark';
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');

describe('marks in long form', () => {
  const marks = { 'p-1': ['2025-09-17 AM /', '2025-09-17 PM \\'], 'p-2': ['2025-09-18 AM C1'] };
  const rows = (...cells: string[][]) => cells.map((row) => row.join(',')).join('\n');
  const three = (date: (day: string) => string, am = 'AM', pm = 'PM') => [
    ['p-1', date('17'), am, '/'],
    ['p-1', date('17'), pm, '\\'],
    ['p-2', date('18'), am, 'C1'],
  ];
  test.each([
    ['ISO', (day: string) => `2025-09-${day}`],
    ['ISO and a time', (day: string) => `2025-09-${day}T09:00:00`],
    ['slashes', (day: string) => `${day}/09/2025`],
    ['points', (day: string) => `${day}.9.2025`],
    ['a month’s name', (day: string) => `${day} September 2025`],
    ['a short month’s name', (day: string) => `${day}-Sep-2025`],
    ['a day’s name', (day: string) => `${day === '17' ? 'Wednesday' : 'Thu'} ${day} Sept 2025`],
    // In spreadsheets 17 September 2025 is day 45917.
    ['a spreadsheet’s number', (day: string) => `459${day}`],
  ])('with dates written as %s', async (name, date) => {
    const file = rows(HEAD.split(','), ...three(date));
    expect((await bring(file)).marks, name).toEqual(marks);
  });

  test.each([
    ['am', 'pm'],
    ['Morning', 'Afternoon'],
    ['AM Registration', 'PM Registration'],
    ['a.m.', 'p.m.'],
    ['1', '2'],
  ])('with sessions named %s and %s', async (am, pm) => {
    expect((await bring(rows(HEAD.split(','), ...three((day) => `2025-09-${day}`, am, pm)))).marks).toEqual(
      marks,
    );
  });

  test('with lessons for sessions is refused, though some are numbered 1 and 2', async () => {
    const lessons = ['1', '2', '3'].map((lesson) => `p-1,2025-09-17,${lesson},/`);
    expect(await refused(csv(...lessons))).toContain('these are lessons');
    expect(await refused(csv('p-1,2025-09-17,AM,/', 'p-1,2025-09-17,1,/'))).toContain('these are lessons');
  });

  test.each([',', ';', '\t', '|'])('separated by %j, with titles above the headings', async (separator) => {
    const file = ['Attendance report', '', HEAD.replaceAll(',', separator)];
    for (const row of three((day) => `2025-09-${day}`)) file.push(row.join(separator));
    expect((await bring(file.join('\r\n'))).marks).toEqual(marks);
  });

  test.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-8 with a mark', (text: string) => new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', (text: string) => utf16(`\ufeff${text}`, true)],
    ['UTF-16 BE with a mark', (text: string) => utf16(`\ufeff${text}`, false)],
    ['UTF-16 LE', (text: string) => utf16(text, true)],
    ['Windows-1252', (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))],
  ])('in %s', async (_, encode) => {
    const { marks: read } = await bring(encode(csv('p-é1,2025-09-17,AM,/')));
    expect(read).toEqual({ 'p-é1': ['2025-09-17 AM /'] });
  });

  test('of Wonde, Bromcom, Arbor and SIMS have their columns found', async () => {
    const heads = [
      'date,session,student_id,attendance_code,minutes_late',
      'studentId,calendarStartDate,mark,periodDisplayName',
      'recordDate,Student,attendanceMark,attendanceRollCall',
      'PersonID,AttendanceDate,SessionName,AttendanceMark',
    ];
    const value = (heading: string) =>
      /date/i.test(heading)
        ? '2025-09-17'
        : /session|period|rollcall/i.test(heading)
          ? 'AM'
          : /mark|code/i.test(heading)
            ? 'L'
            : '7';
    for (const head of heads) {
      const { marks: read } = await bring(`${head}\n${head.split(',').map(value).join(',')}`);
      expect(read, head).toEqual({ '7': ['2025-09-17 AM L'] });
    }
  });

  test('without headings: the pupil’s column has to be said, and the first row is a mark', async () => {
    const file = 'p-1,2025-09-17,AM,/\np-1,2025-09-17,PM,\\';
    expect(await refused(file)).toBe('Say which column holds the pupil’s id.');
    expect((await bring(file, { pupil: '0' })).marks).toEqual({ 'p-1': marks['p-1'] });
  });

  test('with one session twice keeps the later row, and counts both kinds', async () => {
    const { totals, marks: read } = await bring(
      csv('p-1,2025-09-17,AM,N', 'p-1,2025-09-17,AM,N', 'p-1,17/09/2025,am,U'),
    );
    expect(totals).toMatchObject({ marks: 1, duplicates: 2, corrections: 1 });
    expect(read).toEqual({ 'p-1': ['2025-09-17 AM U'] });
  });

  test('counts the rows whose mark nobody entered, and lets them overwrite nothing', async () => {
    const { totals, marks: read } = await bring(
      csv('p-1,2025-09-17,AM,L', 'p-1,2025-09-17,AM,-', 'p-1,2025-09-17,PM,'),
    );
    expect(totals).toMatchObject({ marks: 1, duplicates: 0, unmarked: 2, bad: 0 });
    expect(read).toEqual({ 'p-1': ['2025-09-17 AM L'] });
  });

  test('names every bad row with its line, what stands there and why', async () => {
    const { totals, bad } = await bring(
      csv(
        'p-1,2025-09-17,AM,/',
        'p-1,31/06/2025,AM,/',
        '',
        'p-1,2025-09-20,AM,/',
        'p-1,2025-09-17,__proto__,/',
        'p-1,2025-09-17,AM,Present',
        ',2025-09-17,AM,/',
        'p-1,2025-09-17',
        'Oak, Ash,2025-09-17,AM,/',
        '"p-\n2",2025-09-17,AM,/',
        '1.23457E+11,2025-09-17,AM,/',
        'p-\ufffd,2025-09-17,AM,/',
        'p-1,2025-07-16T23:00:00Z,AM,/',
      ),
    );
    expect(totals).toMatchObject({ marks: 1, bad: 11, badRows: 11 });
    expect(bad.map(({ line, value, reason }) => [line, value, reason])).toEqual([
      [3, '31/06/2025', 'the date could not be read'],
      [5, '2025-09-20', 'not a weekday'],
      [6, '__proto__', 'the session could not be read'],
      [7, 'Present', 'not an attendance code'],
      [8, '', 'no pupil id'],
      [9, 'p-1 2025-09-17', 'too few columns'],
      [10, 'Oak  Ash 2025-09-17 AM /', 'more columns than headings'],
      [11, 'p-\n2', 'the pupil id has letters that could not be read'],
      [13, '1.23457E+11', 'the pupil id is a number that a spreadsheet has shortened'],
      [14, 'p-\ufffd', 'the pupil id has letters that could not be read'],
      [15, '2025-07-16T23:00:00Z', 'the date could not be read'],
    ]);
  });

  test('with a quotation mark that is never closed says so, and takes no mark from there on', async () => {
    const { totals, bad } = await bring(
      csv('p-1,2025-09-17,AM,/', '"p-2,2025-09-17,AM,/', 'p-3,2025-09-17,AM,/'),
    );
    expect(totals?.marks).toBe(1);
    expect(bad).toMatchObject([{ line: 3, reason: 'a quotation mark is not closed' }]);
  });

  test('brings the names, in the order they are read', async () => {
    const file = 'Surname,Forename,Pupil ID,Date,Session,Mark\nOak,Ash,p-1,2025-09-17,AM,/';
    expect((await bring(file)).names).toEqual({ 'p-1': 'Ash Oak' });
  });

  test('in parts of at most 500 pupils', async () => {
    const desk = importDesk();
    const rows = Array.from({ length: 1001 }, (_, pupil) => `${pupil},2025-09-17,AM,/`);
    const opened = await desk.open(csv(...rows), {});
    expect(desk.read(opened.layout, () => {})).toMatchObject({ ok: true, parts: 3 });
    expect([0, 1, 2].map((part) => desk.part(part).strips.length)).toEqual([500, 500, 1]);
  });
});

describe('dates that can be read two ways', () => {
  const doubtful = csv('p-1,03/09/2025,AM,/', 'p-1,04/09/2025,AM,/');

  test('are asked about, with both readings', async () => {
    expect(await refused(doubtful)).toBe(
      'The file does not show how its dates are written: “03/09/2025” is 3 September 2025 with the day first, and 9 March 2025 with the month first. Say which under “Dates are written”.',
    );
    // 9 March 2025 is a Sunday; 9 April is not.
    expect((await bring(doubtful, { order: 'day-first' })).marks).toEqual({
      'p-1': ['2025-09-03 AM /', '2025-09-04 AM /'],
    });
    expect((await bring(doubtful, { order: 'month-first' })).marks).toEqual({ 'p-1': ['2025-04-09 AM /'] });
  });

  test('are not, once two of the file have a day above 12: one may be a slip', async () => {
    const one = csv('p-1,03/09/2025,AM,/', 'p-1,15/09/2025,AM,/');
    expect(await refused(one)).toContain('3 September 2025 with the day first');
    expect((await bring(`${one}\np-1,16/09/2025,AM,/`)).totals?.marks).toBe(3);
  });

  test('are asked about where any is only right with the month first, or has a short year', async () => {
    expect(await refused(csv('p-1,09/15/2025,AM,/'))).toContain('no date with the day first');
    expect(await refused(csv('p-1,15/09/25,AM,/'))).toContain('15 September 2025 with the day first');
  });

  test('are asked about where a spreadsheet may have swapped those it could', async () => {
    expect(await refused(csv('p-1,2025-03-09,AM,/', 'p-1,15/09/2025,AM,/'))).toContain('American');
  });
});

describe('a row for each week', () => {
  const head = 'Student,Week beginning,Mon AM,Mon PM,Tue AM,Tue PM,Wed AM,Wed PM,Thu AM,Thu PM,Fri AM,Fri PM';

  test('with a Monday in each row; what cannot be read is left out cell by cell', async () => {
    const { marks, bad } = await bring(
      `${head}\n7,15/09/2025,/,\\,L,,U,QQ,#,#,/,\\\n7,16/09/2025,/,,,,,,,,,`,
    );
    expect(marks).toEqual({
      '7': [
        ...['2025-09-15 AM /', '2025-09-15 PM \\', '2025-09-16 AM L', '2025-09-17 AM U'],
        ...['2025-09-18 AM #', '2025-09-18 PM #', '2025-09-19 AM /', '2025-09-19 PM \\'],
      ],
    });
    expect(bad).toEqual([
      { line: 2, column: 'Wed PM', value: 'QQ', reason: 'not an attendance code' },
      { line: 3, column: 'Week beginning', value: '16/09/2025', reason: 'not a Monday' },
    ]);
  });

  test('as Bromcom’s, with the week said by the user', async () => {
    const file = 'studentId,monAM,monPM,tueAM,tuePM\n7,/,\\,L,\\';
    expect(await refused(file)).toContain('which week it is');
    expect((await bring(file, { monday: '2025-09-15' })).marks).toEqual({
      '7': ['2025-09-15 AM /', '2025-09-15 PM \\', '2025-09-16 AM L', '2025-09-16 PM \\'],
    });
  });

  test('pasted from a spreadsheet', async () => {
    const file = 'Student\tWeek beginning\tMon AM\tMon PM\tTue AM\tTue PM\n7\t15/09/2025\t/\t\\\tL\t';
    expect((await bring(file, {}, true)).marks['7']).toEqual([
      '2025-09-15 AM /',
      '2025-09-15 PM \\',
      '2025-09-16 AM L',
    ]);
  });
});

describe('a column for each date', () => {
  test('and session, in one heading or two', async () => {
    const marks = { A1: ['2025-09-17 AM /', '2025-09-17 PM \\', '2025-09-18 AM L'] };
    const one = 'UPN,17/09/2025 AM,17/09/2025 PM,Thu 18 Sep 2025 (am),Total\nA1,/,\\,L,2';
    const two = 'UPN,17/09/2025,,18/09/2025,,Total\n,AM,PM,AM,PM,\nA1,/,\\,L,,2';
    expect((await bring(one)).marks).toEqual(marks);
    expect((await bring(two)).marks).toEqual(marks);
  });

  test('with both marks in a cell, or a row for each session', async () => {
    const both = 'UPN,17/09/2025,18/09/2025\nA1,/\\,L C1\nA2,C1,/';
    expect(await refused(both)).toContain('Say what a cell under a date holds');
    const { marks, bad } = await bring(both, { holds: 'both' });
    expect(marks).toEqual({
      A1: ['2025-09-17 AM /', '2025-09-17 PM \\', '2025-09-18 AM L', '2025-09-18 PM C1'],
    });
    expect(bad.map(({ value, reason }) => [value, reason])).toEqual([
      ['C1', 'two marks were expected: morning and afternoon'],
      ['/', 'two marks were expected: morning and afternoon'],
    ]);
    const rows = 'UPN,Session,17/09/2025,18/09/2025\nA1,AM,/,L\nA1,PM,\\,';
    expect((await bring(rows)).marks).toEqual({
      A1: ['2025-09-17 AM /', '2025-09-17 PM \\', '2025-09-18 AM L'],
    });
  });
});

describe('many marks in one cell', () => {
  const file = (marks: string, start = '2025-09-18') => `UPN,Start date,Marks\nA1,${start},${marks}`;
  const over = (weekdays: string, more: Put = {}) => ({ weekdays, ...more });

  test('one character each, over the weekend, in five days or seven', async () => {
    const marks = { A1: ['2025-09-18 AM /', '2025-09-18 PM \\', '2025-09-19 AM L', '2025-09-22 AM U'] };
    expect(await refused(file('/\\L U'))).toContain('how the marks are written');
    expect((await bring(file('/\\L-U'), over('5'))).marks).toEqual(marks);
    expect((await bring(file('/\\L-----U'), over('7'))).marks).toEqual(marks);
  });

  test('separated', async () => {
    expect((await bring(file('"/,\\,C1,,Y2"'), over('5'))).marks).toEqual({
      A1: ['2025-09-18 AM /', '2025-09-18 PM \\', '2025-09-19 AM C1', '2025-09-22 AM Y2'],
    });
    expect((await bring(file('/ \\ C1'), over('5', { written: 'separated' }))).marks).toEqual({
      A1: ['2025-09-18 AM /', '2025-09-18 PM \\', '2025-09-19 AM C1'],
    });
  });

  test.each([
    ['/\\C1/\\', '5', 'C1, J1 and Y1 cannot be told from one-character marks'],
    ['/\\Y/\\\\', '5', 'J or Y alone is no code after 18 August 2024: a digit may be missing'],
    ['/\\/\\/\\', '7', 'a mark on a Saturday or Sunday'],
    ['/\\?\\', '5', 'not an attendance code'],
    ['/\\\u200b\\', '5', 'not an attendance code'],
  ])('is refused as a whole for %j', async (marks, weekdays, reason) => {
    const { bad, marks: read } = await bring(file(marks), { weekdays, written: 'one' });
    expect(bad.map((row) => row.reason)).toEqual([reason]);
    expect(read).toEqual({});
  });

  test('Y alone is read before the codes of 2024', async () => {
    expect((await bring(file('/Y', '2023-09-18'), over('5'))).marks).toEqual({
      A1: ['2023-09-18 AM /', '2023-09-18 PM Y'],
    });
  });
});

describe('XML', () => {
  const sims = (inside: string) => `<?xml version="1.0"?><SessionAttendances>${inside}</SessionAttendances>`;
  const record = (mark: string) =>
    `<SessionAttendance><PersonID>12</PersonID><AttendanceDate>2025-09-17T09:00:00</AttendanceDate><SessionName>AM</SessionName><AttendanceMark>${mark}</AttendanceMark></SessionAttendance>`;

  test('of SIMS, with bad records by number', async () => {
    const { marks, bad } = await bring(sims(record('L') + record('&#63;')));
    expect(marks).toEqual({ '12': ['2025-09-17 AM L'] });
    expect(bad).toEqual([
      { line: 2, column: 'AttendanceMark', value: '?', reason: 'not an attendance code' },
    ]);
  });

  test('of a CTF, where marks stand within the pupil', async () => {
    const pupil = (upn: string, marks: string) =>
      `<Pupil><UPN>${upn}</UPN><Attendance><AttendSessions><AttendanceStartDate>2025-09-15</AttendanceStartDate><AttendanceMarks>${marks}</AttendanceMarks></AttendSessions></Attendance></Pupil>`;
    const file = `<CTfile><CTFpupilData>${pupil('A1', '/\\L\\')}${pupil('A2', ' \\')}</CTFpupilData></CTfile>`;
    const { marks } = await bring(file, { weekdays: '5', written: 'one' });
    expect(marks).toEqual({
      A1: ['2025-09-15 AM /', '2025-09-15 PM \\', '2025-09-16 AM L', '2025-09-16 PM \\'],
      A2: ['2025-09-15 PM \\'],
    });
  });

  test.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>', 'declares a document type'],
    [sims(record('L')).slice(0, -30), 'cut short or damaged'],
    ['<a></a>', 'holds no records'],
  ])('%j is refused', async (text, sentence) => {
    expect(await refused(text)).toContain(sentence);
  });
});

describe('a file that holds no dated marks is refused with the reason', () => {
  const TOTALS =
    'This file holds totals, not marks. A count over ten weeks needs dated sessions: a mark for each pupil, date and session.';
  test.each([
    ['UPN,Surname,TermlySessionsPossible,TermlySessionsUnauthorised\nA1,Oak,120,4', TOTALS],
    ['Pupil ID,Date,Total Present,Percentage\np-1,2025-09-17,2,100%', TOTALS],
    ['UPN,Surname,/,\\,L,I,O,U\nA1,Oak,90,90,3,4,1,2', TOTALS],
    [
      '<CTfile><Pupil><UPN>A1</UPN><YearData><Year>2025</Year><SessionsPossible>380</SessionsPossible><SessionsUnauthorised>10</SessionsUnauthorised></YearData></Pupil></CTfile>',
      TOTALS,
    ],
    ['Pupil ID,Date,Mark\np-1,2025-09-17,/', 'Say which column holds the session (AM or PM).'],
    ['', 'This file is empty.'],
    ['\n\n', 'This file is empty.'],
    ['%PDF-1.7', 'This is a PDF. Marks cannot be read from one: export them as CSV, XLSX or XML.'],
    [
      'PK\u0003\u0004\u0014\u0000',
      'This workbook cannot be read. Open it, save it again as XLSX or CSV, and choose that file.',
    ],
    [
      'a\0b,c',
      'This file is not text, a workbook or XML. Choose the file that your school’s system exported.',
    ],
  ])('%j', async (text, sentence) => {
    expect(await refused(text)).toBe(sentence);
  });
});

describe('a layout that was used', () => {
  const file = (date: string) => `Who,When,Half,What\np-1,${date},AM,L`;
  const put_ = { pupil: '0', date: '1', session: '2', code: '3' };

  test('is that of the next file with the same headings, but for the order of its dates', async () => {
    const { opened } = await bring(file('17/09/2025'), put_);
    const layout = put(opened, { ...put_, order: 'day-first' });
    const known = await withLayout({}, opened.unit, opened.head, layout);
    expect(JSON.stringify(known)).not.toMatch(/Who|p-1/);
    const next = await importDesk().open(file('18/09/2025'), known);
    expect(next).toMatchObject({
      known: true,
      layout: { pupil: 0, date: 1, session: 2, code: 3, order: null },
    });
    expect(await importDesk().open('Who,When,What\n1,2,3', known)).toMatchObject({ known: false });
  });

  test('with dates in its headings is known by the next dates', async () => {
    const first = await importDesk().open('Key,17/09/2025 AM,17/09/2025 PM\n1,/,\\', {});
    const known = await withLayout({}, first.unit, first.head, put(first, { pupil: '0' }));
    const next = await importDesk().open('Key,18/09/2025 AM,18/09/2025 PM,19/09/2025 AM\n1,/,\\,L', known);
    expect(next).toMatchObject({ known: true, layout: { shape: 'dates', pupil: 0 } });
  });

  test('is not that of a file in which more dates have moved its columns', async () => {
    const first = await importDesk().open('17/09/2025 AM,17/09/2025 PM,Key\n/,\\,1', {});
    const known = await withLayout({}, first.unit, first.head, put(first, { pupil: '2' }));
    const more = '17/09/2025 AM,17/09/2025 PM,18/09/2025 AM,Key\n/,\\,L,1';
    expect(await importDesk().open(more, known)).toMatchObject({ known: false });
  });
});

test('bad rows as CSV: a cell that a spreadsheet would run is made plain text', async () => {
  const desk = importDesk();
  const signs = ['=1+1', '+1', '-1+1', '@A1'];
  const opened = await desk.open(
    csv(...['L', 'L', 'L', 'L', ...signs].map((sign) => `p-1,2025-09-17,AM,${sign}`)),
    {},
  );
  desk.read(opened.layout, () => {});
  const text = desk.badCsv();
  expect(text.startsWith('\ufeffline,column,value,reason\r\n6,Mark,')).toBe(true);
  for (const sign of signs) expect(text).toContain(`'${sign}`);
});

function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return bytes;
}
