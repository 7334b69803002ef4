import { describe, expect, test } from 'vitest';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import type { HistoryMark } from '../../../sites/contract.ts';
import type { SiteProfile } from '../../../sites/profile.ts';
import { readPage } from '../../../sites/registry.ts';
import type { HistoryCode, HistoryModel } from '../../pages/history.d.mts';
import * as opensis from '../../pages/opensis/live/history.mjs';
import * as rosariosis from '../../pages/rosariosis/live/history.mjs';
import { changes } from './history-changes.ts';
import { parse } from './sights.ts';

const systems = [
  { id: 'rosariosis', render: rosariosis.renderHistory, pupils: 'RosarioSIS’s own numbers' },
  { id: 'opensis', render: opensis.renderHistory, pupils: 'openSIS’s own numbers' },
] as const;
const url = new URL('https://mis.example.test/Modules.php');
const today = '2026-11-20' as IsoDate;

const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
const turn = ['2025-12-18', '2025-12-19', '2026-01-05', '2026-01-06'];
const on = (days: readonly string[], codes: readonly string[]) =>
  Object.fromEntries(days.flatMap((day, i) => (codes[i] ? [[day, codes[i]]] : [])));
const range = { from: '2026-11-01', to: '2026-11-20', today: '2026-11-20', days: week };
const AM = { course: 'AM - 10B', period: 'AM', marks: on(week, ['/', 'O', 'L', 'U', '/']) };
const LESSON = { course: 'English - P3', period: 'Period 3', marks: on(week, ['/', '/', 'N', 'I']) };
const PM = { course: 'PM - 10B', period: 'PM', marks: on(week, ['\\', 'I', 'O', '']) };
const periods = [
  { id: '1', text: 'AM' },
  { id: '2', text: 'PM' },
  { id: '3', text: 'Period 3' },
];

const pupil: HistoryModel = { student: '1001', period: 'PERIOD', ...range, rows: [AM, LESSON, PM] };
const pupils: HistoryModel = {
  ...{ student: null, period: '2', periods, ...range },
  rows: [
    { id: '1001', name: 'Abara, Chidi', marks: on(week, ['\\', 'O', '\\', 'I', '\\']) },
    { id: '1005', name: 'Brown, Amelia', marks: on(week, ['\\', 'I', 'N', '', '\\']) },
    { id: '1006', name: 'Brown, Amelia', marks: on(week, ['U', '\\', 'L', '\\', '']) },
  ],
};
const newYear: HistoryModel = {
  ...{
    student: '1001',
    period: 'PERIOD',
    from: '2025-12-15',
    to: '2026-01-09',
    today: '2026-01-09',
    days: turn,
  },
  rows: [
    { course: '10B - Morning', period: 'Morning', marks: on(turn, ['/', 'O', 'L', '/']) },
    { course: '10B - Afternoon', period: 'Afternoon', marks: on(turn, ['\\', 'N', '\\', 'U']) },
  ],
};
const models = { pupil, pupils, 'new year': newYear };

/** What each pupil truly had, by the model alone. */
function truth({ student, rows }: HistoryModel): ReadonlyMap<string, string> {
  const sessionOf = (text: string): Session | null =>
    (({ AM: 'AM', Morning: 'AM', PM: 'PM', Afternoon: 'PM' }) as const)[text] ?? null;
  return new Map(
    rows.flatMap(({ id, period, marks }) => {
      const session = student === null ? 'PM' : sessionOf(period ?? '');
      return session === null
        ? []
        : Object.entries(marks).map(([day, code]) => [`${student ?? id} ${day} ${session}`, code] as const);
    }),
  );
}

const said = ({ pupilKey, date, session }: HistoryMark) => `${pupilKey} ${date} ${session}`;

/** What is read of a page; nothing where it is paused. */
function marksOf(page: Document, day = today, profiles: readonly SiteProfile[] = []): readonly HistoryMark[] {
  const sight = readPage(url, page, profiles, day);
  if (sight.kind !== 'history') return [];
  if (sight.reading.health.paused !== null) expect(sight.reading.marks).toEqual([]);
  return sight.reading.marks;
}

const wrongs = (model: HistoryModel, marks: readonly HistoryMark[]) => {
  const true_ = truth(model);
  return marks.filter((mark) => true_.get(said(mark)) !== mark.code || mark.date >= model.today);
};

describe.each(systems)('$id', ({ id, render, pupils: kind }) => {
  describe.each(Object.entries(models))('%s', (_, model) => {
    const all = [...truth(model)].filter(([key]) => !key.includes(model.today));

    test('every mark of an earlier session is read, and no other', () => {
      const marks = marksOf(parse(render(model)), model.today as IsoDate);
      expect(new Map(marks.map((mark) => [said(mark), mark.code]))).toEqual(new Map(all));
    });

    test('a day further back, what is of that day or later is not', () => {
      const before = model.days[2] as IsoDate;
      const marks = marksOf(parse(render(model)), before);
      expect(marks.length).toBe(all.filter(([key]) => (key.split(' ')[1] ?? '') < before).length);
    });

    test.each(changes)('$name', ({ change, reads }) => {
      const page = parse(render(model));
      change(page);
      const marks = marksOf(page, model.today as IsoDate);
      expect(wrongs(model, marks)).toEqual([]);
      if (reads === 'nothing') expect(marks).toEqual([]);
      if (reads === 'all') expect(marks.length).toBe(all.length);
      if (reads === 'less') expect(marks.length).toBeLessThan(all.length);
    });

    test('two changes at once, in either order, make nothing wrong', () => {
      const some = changes.filter(({ alone }) => !alone);
      const faults = some.flatMap((first) =>
        some.flatMap((second) => {
          const page = parse(render(model));
          first.change(page);
          second.change(page);
          const found = wrongs(model, marksOf(page, model.today as IsoDate));
          return found.length > 0 ? [`${first.name}, then ${second.name}: ${JSON.stringify(found)}`] : [];
        }),
      );
      expect(faults).toEqual([]);
    });
  });

  describe('a school’s own names', () => {
    const codes: readonly HistoryCode[] = [
      { text: 'P', title: id === 'opensis' ? 'P' : 'Present', state: 'present' },
      { text: 'T', title: id === 'opensis' ? 'T' : 'Tardy', state: 'present' },
      { text: 'A', title: id === 'opensis' ? 'A' : 'Absent', state: 'absent' },
      { text: 'E', title: id === 'opensis' ? 'E' : 'Excused Absence', state: 'absent' },
    ];
    const [P = '', T = '', A = '', E = ''] = codes.map(({ title }) => title);
    const profile = (answers: Readonly<Record<string, string>>): SiteProfile => ({
      ...{ version: 1, id: 'own', name: 'Register', route: '/Modules.php', marks: 'choice', pupils: kind },
      ...{ codes: answers, session: 'page', date: 'page', picks: null, confirmed: '2026-09-01' as IsoDate },
    });
    const model: HistoryModel = {
      ...pupil,
      codes,
      rows: [
        { ...AM, marks: on(week, ['P', 'T', 'A', 'E']) },
        { ...PM, marks: on(week, ['P', 'P', 'A', 'P']) },
      ],
    };
    const read = (profiles: readonly SiteProfile[]) =>
      marksOf(parse(render(model)), today, profiles).map(({ session, code }) => `${session} ${code}`);

    test('are not read before anybody has said which codes they are', () => {
      expect(read([])).toEqual([]);
    });

    test('are read as somebody said, in either half of the day', () => {
      const marks = read([profile({ [P]: '/', [T]: 'L', [A]: 'O', [E]: 'M' })]);
      expect(marks).toEqual(['AM /', 'AM L', 'AM O', 'AM M', 'PM \\', 'PM \\', 'PM O', 'PM \\']);
    });

    test('a name that nobody said, or that two people said otherwise, is left out', () => {
      const one = profile({ [P]: '/', [A]: 'O' });
      expect(read([one]).filter((mark) => !/[/\\O]$/.test(mark))).toEqual([]);
      const other = profile({ [P]: '/', [A]: 'N', [E]: 'M' });
      expect(read([one, other])).toEqual(['AM /', 'AM M', 'PM \\', 'PM \\', 'PM \\']);
    });

    test('what was confirmed of another kind of register says nothing', () => {
      expect(read([{ ...profile({ [P]: '/', [A]: 'O' }), marks: 'drop-down' }])).toEqual([]);
    });
  });

  test('whole days are no sessions', () => {
    const days = { ...pupil, period: '', rows: [{ course: 'Daily Attendance', marks: AM.marks }] };
    expect(readPage(url, parse(render(days)), [], today)).toMatchObject({
      kind: 'history',
      reading: { marks: [], health: { paused: expect.stringMatching(/whole days/) } },
    });
  });

  test('without knowing what day it is, nothing is earlier', () => {
    expect(readPage(url, parse(render(pupil)), []).kind).not.toBe('history');
  });

  test('a class in a lesson has no marks of sessions', () => {
    expect(marksOf(parse(render({ ...pupils, period: '3' })))).toEqual([]);
  });

  test('what is left out is counted, and unknown codes are named', () => {
    const page = parse(
      render({
        ...pupil,
        codes: [...codesOf(id), { text: 'ZZ', title: 'ZZ', state: 'absent' }],
        rows: [{ ...AM, marks: on(week, ['/', 'ZZ', 'ZZ', '/', '/']) }, PM],
      }),
    );
    expect(readPage(url, page, [], today)).toMatchObject({
      reading: { health: { leftOut: 2, unknownCodes: ['ZZ'], paused: null } },
    });
  });
});

const codesOf = (id: string) => (id === 'opensis' ? opensis.HISTORY_CODES : rosariosis.HISTORY_CODES);

test('a day without a year is settled by its weekday where the page does not say what it was asked for', () => {
  const page = parse(rosariosis.renderHistory(pupil));
  for (const field of page.querySelectorAll('[name$=_start], [name$=_end]')) field.remove();
  const headings = [...page.querySelectorAll('thead .proper-date')];
  const shown = Object.keys(AM.marks).length + Object.keys(PM.marks).length;
  expect(readPage(url, page, [], today)).toMatchObject({
    reading: {
      marks: [],
      health: { leftOut: shown, paused: expect.stringMatching(/^None of the earlier marks/) },
    },
  });
  ['Mon', 'Tue', 'Wed', 'Fri', 'Fri'].forEach((day, i) => {
    const heading = headings[i] as Element;
    heading.textContent = `${day} ${heading.textContent}`;
  });
  // The 19th of November 2026 is a Thursday, whatever its heading says.
  expect(new Set(marksOf(page).map(({ date }) => date))).toEqual(new Set(week.slice(0, 3)));
});
