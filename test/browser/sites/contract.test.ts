import { describe, expect, test } from 'vitest';
import { type RegisterReading, SiteReadError } from '../../../sites/contract.ts';
import { adapters, proved } from '../../../sites/registry.ts';
import { confirmations, fixtures, parse, plain, readConfirmed } from './fixtures.ts';

const elementsOf = (readings: readonly RegisterReading[]) =>
  readings.map(({ root, rows }) => [root, ...rows.map(({ markElement, anchor }) => [markElement, anchor])]);

describe.each(fixtures)('$name', ({ url, html, expected }) => {
  test('reads as written down', () => {
    expect(plain(readConfirmed(url, parse(html)))).toEqual(expected);
  });

  test('reads the same a second time, and leaves the page as it was', () => {
    const document = parse(html);
    const before = document.documentElement.outerHTML;
    const first = readConfirmed(url, document);
    const second = readConfirmed(url, document);
    expect(plain(second)).toEqual(plain(first));
    if (first.kind === 'registers' && second.kind === 'registers')
      expect(elementsOf(second.readings)).toEqual(elementsOf(first.readings));
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('every mark and name stands inside the register, each in a place of its own', () => {
    const sight = readConfirmed(url, parse(html));
    if (sight.kind !== 'registers') return;
    for (const { root, rows } of sight.readings) {
      const places = rows.flatMap(({ markElement, anchor }) => [markElement, anchor]);
      expect(places.every((place) => root.contains(place))).toBe(true);
      expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(rows.length);
      expect(new Set(rows.map(({ markElement }) => markElement)).size).toBe(rows.length);
    }
  });

  test.each(adapters)('$id knows the page or says so, and fails with its own error only', (adapter) => {
    const document = parse(html);
    const sure = adapter.matches(url, document);
    expect(sure).toBeGreaterThanOrEqual(0);
    expect(sure).toBeLessThanOrEqual(1);
    const mine = proved.find((each) => each.matches(url, document) > 0);
    try {
      const readings = adapter.read(document, confirmations(url, document)[0] ?? null);
      if (adapter.verified !== null && adapter !== mine) expect(readings).toEqual([]);
      for (const reading of readings) {
        expect(reading.adapter).toBe(adapter.id);
        expect(reading.health.rowsSeen).toBeGreaterThanOrEqual(reading.health.pupilsIdentified);
        expect(reading.health.pupilsIdentified).toBe(reading.rows.length);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(SiteReadError);
    }
  });
});

test('every adapter has pages it was proved on', () => {
  const known = new Set(
    fixtures.flatMap(({ url, html }) => {
      const sight = readConfirmed(url, parse(html));
      return sight.kind === 'registers' ? sight.readings.map(({ adapter }) => adapter) : [];
    }),
  );
  expect(adapters.map(({ id }) => id).filter((id) => !known.has(id) && id !== 'taught')).toEqual([]);
});
