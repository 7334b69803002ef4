import { describe, expect, test } from 'vitest';
import { mayHoldRegister } from '../../../sites/sign.ts';
import { fixtures, parse } from './fixtures.ts';

describe('a page that holds a register, or looks as if it did, shows a sign of one', () => {
  test.each(fixtures.filter(({ expected }) => expected.kind !== 'no-register'))('$name', ({ html }) => {
    expect(mayHoldRegister(parse(html))).toBe(true);
  });
});

test.each([
  ['a menu that leads to registers', '<nav><a href="#">Attendance</a> <span>Present</span></nav><p>News</p>'],
  [
    'a list of pupils',
    '<table><tr><th>Name</th><th>Form</th></tr><tr><td><a href="#">Ada Brook</a></td><td>10B</td></tr></table>',
  ],
  ['a message', '<h1>Sports day</h1><p>Bring a hat. 24/11/2026</p><input value="Reply">'],
])('%s shows none', (_, body) => {
  expect(mayHoldRegister(parse(body))).toBe(false);
});

test.each([
  ['a mark in a cell', '<div><div>Ada Brook</div><div>/</div></div>'],
  ['a word for one', '<button type="button">Present</button>'],
  ['a mark typed into a field', '<input value="\\">'],
  ['a field that is called so', '<select name="attendance[7]"></select>'],
  ['a heading', '<h2>Registration 10B</h2>'],
])('%s is a sign', (_, body) => {
  expect(mayHoldRegister(parse(body))).toBe(true);
});

test('a mark within an open shadow root is a sign', () => {
  const page = parse('<x-mark></x-mark>');
  const root = page.querySelector('x-mark')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<select><option>/</option></select>';
  expect(mayHoldRegister(page)).toBe(true);
});
