import { afterEach, beforeEach, expect, test } from 'vitest';
import { observe } from '../../../sites/observe.ts';
import { readPage } from '../../../sites/registry.ts';
import { answer, type Saved } from '../../pages/opensis/live/server.mjs';
import { pupils } from '../../pages/pupils.mjs';

/** The address of the frame, which stays while the menu swaps what `#content` holds. */
const url = new URL('https://opensis.example.test/Modules.php?modname=miscellaneous/Portal.php');
const REGISTER = 'modname=attendance/TakeAttendance.php';

let saved: Map<string, Saved>;

const ask = (page: 'Ajax' | 'Modules', query: string, posted: URLSearchParams | null = null) =>
  answer({ page, query: new URLSearchParams(query), posted, today: '2026-11-20', pupils, saved });
const show = (html: string) => {
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
};
/** As the menu does it. */
const swap = (html: string) => {
  (document.querySelector('#content') as Element).innerHTML = html;
};
const radio = (pupil: string, n: number) =>
  document.querySelector(`input[name="attendance[${pupil}]"][value=CODE_${n}]`) as HTMLInputElement;
const fields = () => {
  const form = document.querySelector<HTMLFormElement>('#content form') as HTMLFormElement;
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
};
const look = (pupil = '1006') => {
  const sight = readPage(url, document, []);
  if (sight.kind !== 'registers') return sight;
  const [reading] = sight.readings;
  const row = reading.rows.find(({ pupilKey }) => pupilKey === pupil);
  return { date: reading.date, session: reading.session, code: row?.code, state: row?.state };
};

beforeEach(() => {
  saved = new Map();
  show(ask('Modules', 'modname=miscellaneous/Portal.php'));
});

afterEach(() => {
  document.body.innerHTML = '';
});

test('a register swapped into the frame, clicked, saved and opened for another session', () => {
  expect(look()).toEqual({ kind: 'no-register' });
  swap(ask('Ajax', REGISTER));
  expect(look()).toEqual({ date: '2026-11-20', session: 'AM', code: '/', state: 'draft' });
  radio('1006', 3).click();
  expect(look()).toMatchObject({ code: 'L', state: 'draft' });
  show(ask('Modules', REGISTER, fields()));
  expect(look()).toMatchObject({ session: 'AM', code: 'L', state: 'saved' });
  radio('1006', 5).click();
  expect(look()).toMatchObject({ code: 'U', state: 'draft' });
  radio('1006', 3).click();
  expect(look()).toMatchObject({ code: 'L', state: 'saved' });
  show(ask('Modules', `${REGISTER}&period=12`));
  expect(look()).toMatchObject({ session: 'PM', code: '/', state: 'draft' });
});

test('a period or a day that was chosen and has not come yet is never read with the marks of the old one', () => {
  swap(ask('Ajax', REGISTER));
  const period = document.querySelector(
    'form[action*=TakeAttendance] select[name=period]',
  ) as HTMLSelectElement;
  period.value = '12';
  const turning = {
    kind: 'not-checking',
    why: 'The page is changing to another session or day.',
    setUp: null,
  };
  expect(look()).toEqual(turning);
  period.value = '11';
  const day = document.querySelector('#daySelect_date_3') as HTMLInputElement;
  day.value = '19';
  expect(look()).toEqual(turning);
  day.value = '20';
  expect(look()).toMatchObject({ date: '2026-11-20', session: 'AM' });
});

test('the mark of a pupil is their own outer cell, and each click is heard', async () => {
  swap(ask('Ajax', REGISTER));
  const stop = new AbortController();
  let told = 0;
  observe(document, stop.signal, () => told++);
  radio('1002', 4).click();
  await expect.poll(() => told).toBeGreaterThan(0);
  stop.abort();
  const sight = readPage(url, document, []);
  if (sight.kind !== 'registers') throw new Error(sight.kind);
  const [{ root, rows }] = sight.readings;
  const row = rows.find(({ pupilKey }) => pupilKey === '1002');
  expect(row?.code).toBe('N');
  expect(row?.markElement.contains(radio('1002', 4))).toBe(true);
  expect(row?.markElement.parentElement?.closest('table')).toBe(root);
  expect(row?.anchor.parentElement).toBe(row?.markElement.parentElement);
});
