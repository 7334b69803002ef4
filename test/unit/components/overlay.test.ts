import { describe, expect, test } from 'vitest';
import { entryBook } from '../../../components/overlay/entries.ts';
import { gapAfter, gapNear, gaps } from '../../../components/overlay/geometry.ts';
import { mergedState, NO_REGISTER } from '../../../components/overlay/page-state.ts';
import type { PageState } from '../../../components/overlay/port.ts';
import { occasionOf } from '../../../components/overlay/sitting.ts';
import { slotsFor } from '../../../components/overlay/slots.ts';
import { REMOUNT_WINDOW_MS, REMOUNTS, REWRITES, watchdog } from '../../../components/overlay/watchdog.ts';
import type { SchoolTime } from '../../../rules/calendar/clock.ts';
import { type IsoDate, parseIsoDate } from '../../../rules/calendar/dates.ts';

const FRIDAY = parseIsoDate('2026-11-20') as IsoDate;
const at = (minute: number): SchoolTime => ({ date: FRIDAY, minute });

describe('the watchdog', () => {
  test('puts pieces back until its budget is spent', () => {
    const dog = watchdog();
    for (let i = 0; i < REMOUNTS; i++) expect(dog.removed(i * 100)).toBe('put-back');
    expect(dog.removed(REMOUNTS * 100)).toBe('give-up');
  });
  test('is more patient with a page that writes its cells anew, but not for ever', () => {
    const dog = watchdog();
    for (let i = 0; i < REWRITES; i++) expect(dog.removed(i, true)).toBe('put-back');
    expect(dog.removed(REWRITES, true)).toBe('give-up');
  });
  test('forgives removals that are far apart', () => {
    const dog = watchdog();
    for (let i = 0; i < 50; i++) expect(dog.removed((i * REMOUNT_WINDOW_MS) / 4)).toBe('put-back');
  });
});

describe('the session of a register', () => {
  test('is the page’s own where the page says it', () => {
    expect(occasionOf({ lesson: null, date: '2026-11-17', session: 'PM' }, at(540))).toEqual({
      date: '2026-11-17',
      session: 'PM',
      assumed: 'nothing',
    });
  });
  test('is assumed from the clock, and labelled, for today alone', () => {
    expect(occasionOf({ lesson: null, date: null, session: null }, at(749))).toEqual({
      date: FRIDAY,
      session: 'AM',
      assumed: 'both',
    });
    expect(occasionOf({ lesson: null, date: FRIDAY, session: null }, at(750))).toMatchObject({
      session: 'PM',
      assumed: 'session',
    });
    expect(occasionOf({ lesson: null, date: '2026-11-17', session: null }, at(540))).toBeNull();
    expect(occasionOf({ lesson: null, date: '17/11/26', session: 'AM' }, at(540))).toBeNull();
  });
});

test('a lesson’s register needs a day, and no session', () => {
  const lesson = { session: null, lesson: 'Period 3' };
  expect(occasionOf({ ...lesson, date: '2026-11-17' }, at(540))).toEqual({
    ...lesson,
    date: '2026-11-17',
    assumed: 'nothing',
  });
  expect(occasionOf({ ...lesson, date: null }, at(540))).toMatchObject({ date: FRIDAY, assumed: 'date' });
});

describe('the moment of entry', () => {
  test('is when a mark was first seen to change, never the first sight of it', () => {
    const book = entryBook();
    const see = (code: string | null, minute: number) =>
      book.see('today AM', [{ pupilKey: 'p1', code }], at(minute)).get('p1');
    expect(see('/', 540)).toEqual({ code: '/', entered: null });
    expect(see('L', 560)).toEqual({ code: 'L', entered: at(560) });
    expect(see('L', 570)).toEqual({ code: 'L', entered: at(560) });
  });
  test('starts afresh with another register', () => {
    const book = entryBook();
    book.see('today AM', [{ pupilKey: 'p1', code: '/' }], at(540));
    const entries = book.see('today PM', [{ pupilKey: 'p1', code: 'L' }], at(780));
    expect(entries.get('p1')?.entered).toBeNull();
  });
});

describe('free room on a line', () => {
  const line = gaps({ from: 0, to: 1000 }, [
    { from: 10, to: 100 },
    { from: 300, to: 600 },
  ]);
  test('keeps clear of what is there', () => {
    expect(line).toEqual([
      { from: 0, to: 4 },
      { from: 106, to: 294 },
      { from: 606, to: 1000 },
    ]);
  });
  test('a count stands right of the name, in its own cell if it can', () => {
    expect(gapAfter(line, 100, 80, { from: 0, to: 250 })).toEqual({ from: 106, to: 250 });
    expect(gapAfter(line, 100, 200, { from: 0, to: 250 })).toEqual({ from: 606, to: 1000 });
    expect(gapAfter(line, 100, 500, { from: 0, to: 250 })).toBeNull();
  });
  test('a finding stands in the nearest gap that is wide enough', () => {
    expect(gapNear(line, { from: 300, to: 350 }, 100)).toEqual({ from: 106, to: 294 });
    expect(gapNear(line, { from: 550, to: 600 }, 220)).toEqual({ from: 606, to: 1000 });
  });
});

describe('a mark that changed while its row was off the page', () => {
  const bookWith = (minute: number) => {
    const book = entryBook();
    book.see('today AM', [{ pupilKey: 'p1', code: null }], at(minute));
    book.see('today AM', [{ pupilKey: 'p2', code: null }], at(minute));
    return book;
  };
  const seen = (book: ReturnType<typeof entryBook>, minute: number) =>
    book.see('today AM', [{ pupilKey: 'p1', code: 'L' }], at(minute)).get('p1');

  test('was made nobody knows when', () => {
    expect(seen(bookWith(540), 565)).toEqual({ code: 'L', entered: null });
  });
  test('was made in this minute when the row was seen without it in this minute', () => {
    expect(seen(bookWith(540), 540)).toEqual({ code: 'L', entered: at(540) });
  });
  test('is as unknown when the whole register was off the page', () => {
    const book = entryBook();
    book.see('today AM', [{ pupilKey: 'p1', code: null }], at(540));
    book.left();
    expect(seen(book, 565)).toEqual({ code: 'L', entered: null });
  });
});

describe('what became of a page of several registers', () => {
  const checking: PageState = { state: 'checking', detail: 'Checking 30 pupils', findings: 2, setUp: null };
  const unread: PageState = { state: 'not-checking', detail: 'No date.', findings: 0, setUp: 'teach' };
  test('is that of the only one', () => {
    expect(mergedState([checking])).toEqual(checking);
    expect(mergedState([checking, NO_REGISTER])).toEqual(checking);
    expect(mergedState([])).toEqual(NO_REGISTER);
  });
  test('is the worst, with the findings of all', () => {
    expect(mergedState([checking, unread, { ...checking, findings: 3 }])).toEqual({
      state: 'not-checking',
      detail: 'Not checking 1 of 3 registers. No date.',
      findings: 5,
      setUp: 'teach',
    });
    expect(mergedState([checking, { ...checking, findings: 3 }])).toMatchObject({
      state: 'checking',
      findings: 5,
    });
  });
});

describe('registers keep their slots', () => {
  const [a, b, c] = [{}, {}, {}] as Element[] as [Element, Element, Element];
  test('by their elements, in whatever order they come', () => {
    const [first, second] = [{ root: a }, { root: b }];
    expect(slotsFor([first, second], [{ root: b }, { root: a }])).toEqual([second, first]);
    expect(slotsFor([first, second], [{ root: b }])).toEqual([second]);
  });
  test('also when built anew, and one slot is never two registers’', () => {
    const slot = { root: a };
    expect(slotsFor([slot], [{ root: c }])[0]).toBe(slot);
    expect(slotsFor([slot], [{ root: a }, { root: a }])).toEqual([slot, null]);
  });
});
