import { expect, test } from 'vitest';
import { changeBook } from '../../../components/overlay/changes.ts';
import { needsReason } from '../../../components/overlay/keeping.ts';
import type { OverlayRow } from '../../../components/overlay/port.ts';
import type { Occasion } from '../../../components/overlay/sitting.ts';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { builtInPolicies, builtInPolicy } from '../../../rules/policy/profiles.ts';

const policy = builtInPolicy('leading-futures');
if (!policy) throw new Error('no such policy');
const today = '2026-11-20' as IsoDate;
const morning: Occasion = { date: today, session: 'AM', assumed: 'nothing' };
const earlier: Occasion = { ...morning, date: '2026-11-19' as IsoDate };
const at = (minute: number) => ({ policy, now: { date: today, minute } });
const row = (code: string | null, state: OverlayRow['state'] = 'saved', pupilKey = 'p-1'): OverlayRow => ({
  ...{ pupilKey, code, state, name: null, minutesLate: null, note: null },
  ...{ markElement: {} as Element, anchor: {} as Element },
});

test('a mark of an earlier day that was there, saved, and is another now, is a change', () => {
  const book = changeBook();
  expect(book.see([row('/')], earlier, at(540))).toEqual(new Map());
  expect(book.see([row('M', 'draft')], earlier, at(541)).get('p-1')).toEqual({ from: '/', record: null });
  expect(book.see([row('/', 'draft')], earlier, at(542))).toEqual(new Map());
});

test('a first mark, a draft and an emptied mark are none', () => {
  const book = changeBook();
  const rows = [row(null, 'draft'), row('/', 'draft', 'p-2'), row('/', 'saved', 'p-3')];
  book.see(rows, earlier, at(540));
  const now = [row('M'), row('M', 'saved', 'p-2'), row(null, 'draft', 'p-3')];
  expect(book.see(now, earlier, at(541))).toEqual(new Map());
});

test('of today, only once the session is over: this policy ends its morning at 12:00', () => {
  const book = changeBook();
  book.see([row('/')], morning, at(540));
  expect(book.see([row('M', 'draft')], morning, at(12 * 60)).size).toBe(0);
  expect(book.see([row('M', 'draft')], morning, at(12 * 60 + 1)).size).toBe(1);
});

test('an afternoon whose end no policy gives is not over today; an assumed day is never an earlier one', () => {
  const walton = builtInPolicy('walton-oak') ?? policy;
  const book = changeBook();
  const afternoon: Occasion = { ...morning, session: 'PM' };
  const late = { policy: walton, now: { date: today, minute: 23 * 60 } };
  book.see([row('\\')], afternoon, late);
  expect(book.see([row('M', 'draft')], afternoon, late).size).toBe(0);
  const assumed: Occasion = { ...earlier, assumed: 'date' };
  book.see([row('/')], assumed, at(540));
  expect(book.see([row('M', 'draft')], assumed, at(541)).size).toBe(0);
});

test('a record is of one change, and a mark changed once more needs another', () => {
  const book = changeBook();
  book.see([row('/')], earlier, at(540));
  const record = { from: '/', to: 'M', reason: 'card seen', by: 'A. Clerk', role: 'office', on: today };
  book.record('p-1', record);
  expect(book.see([row('M', 'draft')], earlier, at(541)).get('p-1')).toEqual({ from: '/', record });
  expect(book.see([row('I', 'draft')], earlier, at(542)).get('p-1')).toEqual({ from: '/', record: null });
});

test('a reason is asked for where a changed mark’s policy keeps one, and nowhere else', () => {
  const asking = builtInPolicies.filter((one) => needsReason(one, true)).map(({ id }) => id);
  expect(asking.sort()).toEqual(['great-hockham', 'john-f-kennedy', 'leading-futures', 'walton-oak']);
  expect(builtInPolicies.filter((one) => needsReason(one, false))).toEqual([]);
});
