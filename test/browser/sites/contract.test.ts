import { describe, expect, test } from 'vitest';
import { type RegisterReading, SiteReadError } from '../../../sites/contract.ts';
import { containsAcross } from '../../../sites/generic/scope.ts';
import { made } from '../../../sites/made.ts';
import { adapters, readPage } from '../../../sites/registry.ts';
import { confirmations, fixtures, parse, plain, readConfirmed } from './fixtures.ts';

const elementsOf = (readings: readonly RegisterReading[]) =>
  readings.map(({ root, rows }) => [root, ...rows.map(({ markElement, anchor }) => [markElement, anchor])]);

/** Everything that happens to a page while `act` runs, and what its controls hold before and after. */
function changesTo(document: Document, act: () => unknown): unknown {
  const observer = new MutationObserver(() => {});
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const held = () =>
    [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].map(
      ({ value, checked, disabled }) => [value, checked, disabled],
    );
  const before = held();
  act();
  const records = observer.takeRecords().length;
  observer.disconnect();
  return { records, held: JSON.stringify(held()) === JSON.stringify(before) };
}

describe.each(fixtures)('$name', ({ name, url, html, today, expected }) => {
  test('reads as written down', () => {
    expect(plain(readConfirmed(url, parse(html), today))).toEqual(expected);
  });

  test('reads the same a second time, and leaves the page as it was', () => {
    const document = parse(html);
    let first = readPage(url, document, []);
    let second = first;
    const changes = changesTo(document, () => {
      first = readConfirmed(url, document, today);
      second = readConfirmed(url, document, today);
    });
    expect(changes).toEqual({ records: 0, held: true });
    expect(plain(second)).toEqual(plain(first));
    if (first.kind === 'registers' && second.kind === 'registers')
      expect(elementsOf(second.readings)).toEqual(elementsOf(first.readings));
  });

  test('every mark and name stands inside the register, each in a place of its own', () => {
    const sight = readConfirmed(url, parse(html), today);
    if (sight.kind !== 'registers') return;
    for (const { root, rows } of sight.readings) {
      const places = rows.flatMap(({ markElement, anchor }) => [markElement, anchor]);
      expect(places.every((place) => containsAcross(root, place))).toBe(true);
      expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(rows.length);
      expect(new Set(rows.map(({ markElement }) => markElement)).size).toBe(rows.length);
    }
  });

  test.each(adapters)('$id knows the page or says so, and fails with its own error only', (adapter) => {
    const document = parse(html);
    const mine = name.startsWith(`${adapter.id}/`);
    const sure = adapter.matches(url, document);
    expect(sure).toBeGreaterThanOrEqual(0);
    expect(sure).toBeLessThanOrEqual(1);
    if (made.includes(adapter)) expect(sure > 0).toBe(mine);
    try {
      const readings = adapter.read(document, confirmations(url, document)[0] ?? null);
      if (made.includes(adapter) && !mine) expect(readings).toEqual([]);
      for (const reading of readings) {
        expect(reading.adapter).toBe(adapter.id);
        expect(reading.health.rowsSeen).toBeGreaterThanOrEqual(reading.health.pupilsIdentified);
        expect(reading.health.pupilsIdentified).toBe(reading.rows.length);
        if (reading.date !== null) expect(reading.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (adapter.verified === null && reading.basis === null) expect(reading.health.paused).not.toBeNull();
      }
    } catch (error) {
      expect(error).toBeInstanceOf(SiteReadError);
    }
  });

  test('nothing is read of a page that fell apart, and nothing but the adapters’ own error comes of it', () => {
    const document = parse(html);
    for (const element of [...document.body.querySelectorAll('td, th, option, label')].filter(
      (_, i) => i % 3 === 1,
    ))
      element.remove();
    const sight = readPage(url, document, [], today);
    if (sight.kind === 'not-checking') expect(sight.why).not.toContain('could not read it');
    if (sight.kind === 'registers')
      for (const { rows, health } of sight.readings) expect(health.pupilsIdentified).toBe(rows.length);
  });
});

test.each(made)('$id asks the document little before it knows whether a page is its own', (adapter) => {
  const document = parse('<table></table>');
  const asked: string[] = [];
  const query = document.querySelector.bind(document);
  document.querySelector = (selector: string) => {
    asked.push(selector);
    return query(selector);
  };
  document.querySelectorAll = () => {
    throw new Error('all');
  };
  expect(adapter.matches(new URL('https://mis.example.test/'), document)).toBe(0);
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('every adapter made for one system has pages of it', () => {
  const systems = new Set(fixtures.map(({ name }) => name.split('/')[0]));
  expect(made.map(({ id }) => id).filter((id) => !systems.has(id))).toEqual([]);
});
