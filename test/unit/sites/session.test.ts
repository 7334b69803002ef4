import { expect, test } from 'vitest';
import { sessionIn, sessionOfTimes } from '../../../sites/session.ts';

test.each([
  ['AM', 'AM'],
  ['PM mark', 'PM'],
  ['Morning registration', 'AM'],
  ['Friday 20 November 2026, afternoon', 'PM'],
  ['AM (8:50 am)', 'AM'],
  ['Session: P.M.', 'PM'],
  ['20 November 2026 AM', 'AM'],
  ['20/11/26 PM', 'PM'],
  ['Class 3 AM', 'AM'],
  ['Year 10 AM', 'AM'],
])('“%s” is %s', (text, session) => {
  expect(sessionIn(text)).toBe(session);
});

test.each([
  '',
  'Period 1',
  'AM and PM',
  'Closes 9:20 AM',
  '9:20AM',
  '9 AM',
  '0920 AM',
  'Closes at 10 AM',
  'Good morning, 10B',
  'I am here',
  'AMBER',
  'Spam',
])('“%s” names no one session', (text) => {
  expect(sessionIn(text)).toBeNull();
});

test.each([
  ['08:50–09:20', 'AM'],
  ['8.50 - 9.00', 'AM'],
  ['Registration 08:40 to 09:10', 'AM'],
  ['10B Reg 1:10pm – 1:30pm', 'PM'],
  ['13:00-13:20', 'PM'],
])('the times “%s” are the %s registration’s', (text, session) => {
  expect(sessionOfTimes(text)).toBe(session);
});

test.each([
  '',
  '09:00',
  '09:00–10:00',
  '10B/Ma1 09:00–09:30',
  'Registration 09:00–10:00',
  'Registration 08:50–09:10, 13:00–13:20',
  'Registration 11:50–12:10',
  '1:10–1:30',
  '09:20–08:50',
])('the times in “%s” tell nothing', (text) => {
  expect(sessionOfTimes(text)).toBeNull();
});
