import { afterEach, expect, test, vi } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { SiteReadError } from '../../../sites/contract.ts';
import { generic } from '../../../sites/generic/generic.ts';
import { readPage } from '../../../sites/registry.ts';
import { manyPupils, renderPlain } from '../../pages/plain/render.mjs';
import { pupils } from '../../pages/pupils.mjs';
import { renderRegister } from '../../pages/rosariosis/live/render.mjs';
import { confirmations, parse, readConfirmed } from './fixtures.ts';

const url = new URL('https://mis.example.test/');
const page = (rows: number): Document =>
  parse(renderPlain({ pupils: manyPupils(pupils, rows), date: '2026-11-20', session: 'PM' }));

afterEach(() => {
  document.body.innerHTML = '';
});

test('an error of an adapter’s own is shown in its words, any other in ours', () => {
  const document = page(3);
  const getter = vi.spyOn(document, 'querySelectorAll');
  getter.mockImplementation(() => {
    throw new SiteReadError('This register is upside down.');
  });
  expect(readPage(url, document, [])).toEqual({
    kind: 'not-checking',
    why: 'This register is upside down.',
    setUp: 'teach',
  });
  getter.mockImplementation(() => {
    throw new TypeError('x is undefined');
  });
  expect(readPage(url, document, [])).toEqual({
    kind: 'not-checking',
    why: 'This page looks like a register, but Registerwise could not read it.',
    setUp: 'teach',
  });
});

test('“Today” is the school’s day, and no known day where that is not given', () => {
  const text = renderPlain({ pupils: manyPupils(pupils, 3), date: '' }).replace(
    /<input type="date"[^>]*>/,
    '<select name="day"><option>Today</option><option>Yesterday</option></select>',
  );
  const document = parse(text);
  const dateOf = (today?: IsoDate) => {
    const sight = readPage(url, document, confirmations(url, document), today);
    return sight.kind === 'registers' ? sight.readings[0].date : sight.kind;
  };
  expect(dateOf('2026-11-20' as IsoDate)).toBe('2026-11-20');
  expect(dateOf()).toBeNull();
});

test('two thousand pupils are read, each with their own mark', () => {
  const document = page(2000);
  const last = document.querySelector<HTMLSelectElement>('select[name="attendance[3000]"]');
  if (last) last.value = 'U';
  const sight = readConfirmed(url, document);
  if (sight.kind !== 'registers') throw new Error(sight.kind);
  const [reading] = sight.readings;
  expect(reading).toMatchObject({ adapter: generic.id, date: '2026-11-20', session: 'PM' });
  expect(reading.rows).toHaveLength(2000);
  expect(reading.rows.at(-1)).toMatchObject({ pupilKey: '3000', code: 'U' });
  expect(reading.rows[0]).toMatchObject({ pupilKey: '1001', code: null });
});

test('a register on a live page follows its clicks, its save and its swap', () => {
  const look = () => {
    const sight = readPage(url, document, []);
    if (sight.kind !== 'registers') throw new Error(sight.kind);
    return sight.readings[0].rows.find(({ pupilKey }) => pupilKey === '1006');
  };
  const register = {
    action: 'Modules.php?modname=Attendance/TakeAttendance.php&table=0&period=1',
    group: '10B',
    date: '2026-11-20',
    today: '2026-11-20',
    period: null,
    pupils,
    saved: null,
  };
  document.body.innerHTML = `<main id="body">${renderRegister(register)}</main>`;
  expect(look()).toMatchObject({ code: '/', state: 'draft' });
  document.querySelector<HTMLInputElement>('input[name="attendance[1006]"][value=CODE_2]')?.click();
  expect(look()).toMatchObject({ code: 'L', state: 'draft' });
  const saved = { codes: { 1006: 'CODE_2' }, comments: {} };
  document.body.innerHTML = `<main id="body">${renderRegister({ ...register, saved })}</main>`;
  expect(look()).toMatchObject({ code: 'L', state: 'saved' });
  document.querySelector<HTMLInputElement>('input[name="attendance[1006]"][value=CODE_4]')?.click();
  expect(look()).toMatchObject({ code: 'U', state: 'draft' });
  document.querySelector<HTMLInputElement>('input[name="attendance[1006]"][value=CODE_2]')?.click();
  expect(look()).toMatchObject({ code: 'L', state: 'saved' });
});
