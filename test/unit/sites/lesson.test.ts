import { expect, test } from 'vitest';
import { lessonIn } from '../../../sites/lesson.ts';

test.each([
  ['Period 3', 'Period 3'],
  ['Maths 10B/Ma1 Period 2', 'Period 2'],
  ['Period: 4', 'Period: 4'],
  ['Period 3/4', 'Period 3/4'],
  ['Per 1', 'Per 1'],
  ['LESSON 2', 'LESSON 2'],
  ['P3', 'P3'],
  ['10B/Ma1 (P 3)', 'P 3'],
  ['P3 – Science', 'P3'],
  ['Mon:3', 'Mon:3'],
  ['10B/Ma1 Thu:5a', 'Thu:5a'],
  ['Third period', 'Third period'],
  ['Lesson register', 'Lesson register'],
  ['Period 2 (10:40–11:40)', 'Period 2'],
  ['Period 2 AM', 'Period 2'],
])('“%s” names the lesson %s', (text, lesson) => {
  expect(lessonIn(text)).toBe(lesson);
});

test.each([
  '',
  'AM Registration',
  'AM Reg (P1)',
  'Period 1: Registration AM',
  'Tutorial',
  'Period',
  'Periods',
  'Period 01/09/2026 to 20/11/2026',
  'Lesson 10:40',
  '10B',
  'KS3',
  'Group P3/1',
  'p3',
  'Fri:20/11/2026',
  'Fri: 20 November',
  'Session 2',
  '3 per 100',
  'Period 12 lessons',
])('“%s” names none', (text) => {
  expect(lessonIn(text)).toBeNull();
});
