import { describe, expect, test } from 'vitest';
import { SiteReadError } from '../../../sites/contract.ts';
import { adapters, findAdapters, readRegister } from '../../../sites/registry.ts';
import { fixtures, parse, plain } from './fixtures.ts';

describe.each(fixtures)('$name', ({ url, html, expected }) => {
  test('reads as written down', () => {
    expect(plain(readRegister(url, parse(html)))).toEqual(expected);
  });

  test('reads the same a second time, and leaves the page as it was', () => {
    const document = parse(html);
    const before = document.documentElement.outerHTML;
    const first = readRegister(url, document);
    const second = readRegister(url, document);
    expect(plain(second)).toEqual(plain(first));
    if (first.kind === 'register' && second.kind === 'register') {
      expect(second.reading.root).toBe(first.reading.root);
      expect(second.reading.rows.map((row) => [row.markElement, row.anchor])).toEqual(
        first.reading.rows.map((row) => [row.markElement, row.anchor]),
      );
    }
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('every mark and name stands inside the register, each in a place of its own', () => {
    const sight = readRegister(url, parse(html));
    if (sight.kind !== 'register') return;
    const { root, rows } = sight.reading;
    expect(rows.every(({ markElement, anchor }) => root.contains(markElement) && root.contains(anchor))).toBe(
      true,
    );
    expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(rows.length);
    expect(new Set(rows.map(({ markElement }) => markElement)).size).toBe(rows.length);
  });

  test.each(adapters)('$id knows the page or says so, and fails with its own error only', (adapter) => {
    const document = parse(html);
    const sure = adapter.matches(url, document);
    expect(sure).toBeGreaterThanOrEqual(0);
    expect(sure).toBeLessThanOrEqual(1);
    const proved = findAdapters(url, document).find(({ verified }) => verified !== null);
    try {
      const reading = adapter.read(document);
      if (adapter.verified !== null && adapter !== proved) expect(reading).toBeNull();
      if (reading) {
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
  const proved = new Set(fixtures.flatMap(({ url, html }) => findAdapters(url, parse(html))[0]?.id ?? []));
  expect([...proved].sort()).toEqual(adapters.map(({ id }) => id).sort());
});
