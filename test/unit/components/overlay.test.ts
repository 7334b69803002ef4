import { describe, expect, test } from 'vitest';
import { entryBook } from '../../../components/overlay/entries.ts';
import { gapAfter, gapNear, gaps } from '../../../components/overlay/geometry.ts';
import { sittingOf } from '../../../components/overlay/sitting.ts';
import { REMOUNT_WINDOW_MS, REMOUNTS, watchdog } from '../../../components/overlay/watchdog.ts';
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
  test('forgives removals that are far apart', () => {
    const dog = watchdog();
    for (let i = 0; i < 50; i++) expect(dog.removed((i * REMOUNT_WINDOW_MS) / 4)).toBe('put-back');
  });
});

describe('the session of a register', () => {
  test('is the page’s own where the page says it', () => {
    expect(sittingOf({ date: '2026-11-17', session: 'PM' }, at(540))).toEqual({
      date: '2026-11-17',
      session: 'PM',
      assumed: 'nothing',
    });
  });
  test('is assumed from the clock, and labelled, for today alone', () => {
    expect(sittingOf({ date: null, session: null }, at(749))).toEqual({
      date: FRIDAY,
      session: 'AM',
      assumed: 'both',
    });
    expect(sittingOf({ date: FRIDAY, session: null }, at(750))).toMatchObject({
      session: 'PM',
      assumed: 'session',
    });
    expect(sittingOf({ date: '2026-11-17', session: null }, at(540))).toBeNull();
    expect(sittingOf({ date: '17/11/26', session: 'AM' }, at(540))).toBeNull();
  });
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
