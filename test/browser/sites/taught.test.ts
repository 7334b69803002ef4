import { afterEach, describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../rules/calendar/dates.ts';
import { SiteReadError } from '../../../sites/contract.ts';
import type { Picks, SiteProfile } from '../../../sites/profile.ts';
import { markAt } from '../../../sites/taught/choices.ts';
import { heldBy, inferLines } from '../../../sites/taught/infer.ts';
import { inferKey } from '../../../sites/taught/infer-key.ts';
import { pupilsBy, taught } from '../../../sites/taught/taught.ts';
import { at, class6H, type Shape, shapes, show } from '../setup/shapes.ts';
import { fixtures, parse, readConfirmed } from './fixtures.ts';

afterEach(() => document.body.replaceChildren());

/** What a person teaches who points at one name and one mark. */
function teach(shape: Shape): SiteProfile {
  show(shape.html);
  const lines = inferLines({ name: at(shape.name), mark: markAt(at(shape.mark)) });
  const key = lines && inferKey(heldBy(document, lines), lines.mark);
  if (!(lines && key)) throw new Error(`not understood: ${JSON.stringify({ lines, key })}`);
  return profileOf({ ...lines, key, date: null, session: null });
}

const profileOf = (picks: Picks): SiteProfile => ({
  ...{
    version: 1,
    id: 'a',
    name: 'Register',
    route: '/',
    marks: 'text',
    codes: {},
    session: 'page',
    date: 'today',
    picks,
  },
  ...{ pupils: pupilsBy(picks.key), confirmed: '2026-11-20' as IsoDate },
});

describe.each(shapes)('$says', (shape) => {
  test('is read whole from one name and one mark', () => {
    const profile = teach(shape);
    const [reading, ...others] = taught.read(document, profile);
    expect(others).toEqual([]);
    expect(
      reading?.rows.map(({ pupilKey, name, code }) => ({ id: pupilKey, name, mark: code ?? '' })),
    ).toEqual(class6H);
    expect(reading?.health).toMatchObject({ paused: null, rowsSeen: class6H.length });
    expect(reading?.date).toBe('2026-11-20');
  });
});

describe.each(
  fixtures.flatMap(({ name, url, html }) => {
    const sight = readConfirmed(url, parse(html));
    return sight.kind === 'registers' && sight.readings.length === 1 ? [{ name, url, html }] : [];
  }),
)('$name', ({ url, html }) => {
  test('taught by pointing at one pupil is read as it is by the readers, or paused', () => {
    const document = parse(html);
    const sight = readConfirmed(url, document);
    if (sight.kind !== 'registers') throw new Error('no register');
    const { rows } = sight.readings[0];
    const [, pointed = rows[0]] = rows;
    const taughtRows = pointed && rowsTaught(document, pointed.anchor, pointed.markElement);
    if (!taughtRows) return;
    expect(taughtRows).toEqual(rows.map(({ pupilKey, code }) => [pupilKey, code]));
  });
});

/** Keys and codes as taught by one name and one mark; null where that is not understood, or paused. */
function rowsTaught(document: Document, name: Element, mark: Element) {
  const lines = inferLines({ name, mark: markAt(mark) });
  const key = lines && inferKey(heldBy(document, lines), lines.mark);
  if (!(lines && key)) return null;
  const profile = profileOf({ ...lines, key, date: null, session: null });
  const [before] = taught.read(document, profile);
  if (!before?.basis) return null;
  const likely = before.basis.labels.flatMap(({ label, proposed }) => (proposed ? [[label, proposed]] : []));
  const [reading] = taught.read(document, { ...profile, codes: Object.fromEntries(likely) });
  return reading && reading.health.paused === null
    ? reading.rows.map(({ pupilKey, code }) => [pupilKey, code])
    : null;
}

describe('a page that was taught', () => {
  const table = (rows: string, heading = 'Mark') =>
    show(
      `<h1>Friday 20 November 2026</h1><h2>AM</h2><table class="register"><tr><th>Pupil</th><th>${heading}</th></tr>${rows}</table>`,
    );
  const row = (id: string, mark: string) =>
    `<tr data-pupil="${id}"><td>Pupil ${id}</td><td>${mark}</td></tr>`;
  const picks: Picks = {
    ...{ line: 'tr[data-pupil]', name: ':scope > td:nth-child(1)', mark: ':scope > td:nth-child(2)' },
    ...{ key: { selector: null, attribute: 'data-pupil' }, date: null, session: null },
  };
  const read = (change: Partial<Picks> = {}, codes: SiteProfile['codes'] = {}) =>
    taught.read(document, { ...profileOf({ ...picks, ...change }), codes });
  const paused = (change: Partial<Picks> = {}) => read(change)[0]?.health.paused;

  test('reads the same twice, and writes nothing', () => {
    table(row('31', '/') + row('44', 'L') + row('27', 'N'));
    const before = document.documentElement.outerHTML;
    expect(read()).toEqual(read());
    expect(document.documentElement.outerHTML).toBe(before);
    expect(paused()).toBeNull();
  });

  test('is not read where nothing of what was taught is there', () => {
    show('<h1>Mark book</h1><table><tr><td>Essay</td><td>A</td></tr></table>');
    expect(read()).toEqual([]);
  });

  test('is read in the school’s own words, present by the half of the day', () => {
    table(row('31', 'Here') + row('44', 'Very late') + row('27', 'Who knows'));
    const [reading] = read({}, { Here: '\\', 'Very late': 'U' });
    expect(reading?.rows.map(({ code }) => code)).toEqual(['/', 'U', 'Who knows']);
    expect(reading?.health.unknownCodes).toEqual(['Who knows']);
  });

  test('is of its kind before anybody is marked', () => {
    table(row('31', '') + row('44', '') + row('27', ''));
    const [reading] = taught.read(document, { ...profileOf(picks), marks: 'icon' });
    expect(reading?.basis?.marks).toBe('icon');
    expect(reading?.rows.map(({ code }) => code)).toEqual([null, null, null]);
  });

  test('is paused when a row is not as taught', () => {
    table(`${row('31', '/')}${row('44', 'L')}<tr data-pupil="27"><td></td><td>N</td></tr>`);
    expect(paused()).toBe('1 of the 3 rows on this register is not as this page was taught.');
  });

  test('is paused when a pupil stands there twice, or has no number', () => {
    table(row('31', '/') + row('44', 'L') + row('27', 'N') + row('31', 'N'));
    expect(paused()).toBe('The same pupil number is on more than one row of this register.');
    table(row('31', '/') + row('44', 'L') + row('27', 'N') + row('', 'N'));
    expect(paused()).toBe('1 of the 4 rows on this register has no pupil number.');
  });

  test('is paused when the column that was taught is another day’s', () => {
    table(row('31', '/') + row('44', 'L') + row('27', 'N'), 'Thu');
    expect(paused()).toBe(
      'The marks on this page stand under a day of the week, and no date on the page fits it.',
    );
    table(row('31', '/') + row('44', 'L') + row('27', 'N'), 'Fri');
    expect(paused()).toBeNull();
  });

  test('is not read under today’s date when the date has gone from where it was', () => {
    table(row('31', '/') + row('44', 'L') + row('27', 'N'));
    expect(read({ date: 'h1' })[0]?.date).toBe('2026-11-20');
    expect(() => read({ date: '#day' })).toThrow('The date is not where it was when this page was taught.');
    expect(() => read({ date: 'h2' })).toThrow('The date is not where it was when this page was taught.');
    expect(() => read({ session: 'h1' })).toThrow('Morning or afternoon is not where it was');
  });

  test('tells which of several buttons is chosen only where all rows say so alike', () => {
    const buttons = (id: string, chosen: string) =>
      row(
        id,
        ['/', 'L', 'N']
          .map((code) => `<button class="${code === chosen ? 'btn on' : 'btn'}">${code}</button>`)
          .join(''),
      );
    table(buttons('31', '/') + buttons('44', 'L') + buttons('27', 'N'));
    expect(read({ mark: 'button' })[0]?.rows.map(({ code }) => code)).toEqual(['/', 'L', 'N']);
    for (const button of document.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.textContent !== 'L'));
    expect(paused({ mark: 'button' })).toMatch(/chosen\.$/);
  });
});

test('a selector that is none is said in plain words', () => {
  show('<p>Nothing</p>');
  const picks = { line: 'tr[', name: null, mark: 'td', key: { selector: null, attribute: 'id' } };
  const read = () => taught.read(document, profileOf({ ...picks, date: null, session: null }));
  expect(read).toThrow(SiteReadError);
  expect(read).toThrow('“tr[”, which is no selector. Teach the page again.');
});
