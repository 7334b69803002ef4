import { expect, test } from 'vitest';
import { sessionIn } from '../../../sites/session.ts';

test.each([
  ['AM', 'AM'],
  ['PM mark', 'PM'],
  ['Morning registration', 'AM'],
  ['Friday 20 November 2026, afternoon', 'PM'],
  ['AM (8:50 am)', 'AM'],
  ['Session: P.M.', 'PM'],
])('“%s” is %s', (text, session) => {
  expect(sessionIn(text)).toBe(session);
});

test.each([
  '',
  'Period 1',
  'AM and PM',
  'Closes 9:20 AM',
  '9:20AM',
  'Good morning, 10B',
  'I am here',
  'AMBER',
  'Spam',
])('“%s” names no one session', (text) => {
  expect(sessionIn(text)).toBeNull();
});
