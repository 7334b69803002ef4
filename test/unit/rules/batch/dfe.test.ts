import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { answerLine } from '../../../../rules/batch/answer.ts';
import type { Tally } from '../../../../rules/batch/tally.ts';

const TOTALS = ['attended', 'authorised', 'unauthorised', 'possible'] as const;
const PERCENT = ['attendance %', 'absence %', 'authorised %', 'unauthorised %'] as const;

/** One place and phase: what DfE counted by code, what it says the totals are, and what we make of the same codes. */
const rows = Papa.parse<Record<string, string>>(
  readFileSync('test/unit/rules/batch/dfe-2025-26.csv', 'utf8'),
  { header: true, skipEmptyLines: true },
).data.map(({ area, phase, ...cells }) => {
  const figure = (name: string) => Number(cells[name]);
  const codes = Object.keys(cells).filter((name) => ![...TOTALS, ...PERCENT].includes(name as never));
  const counts = Object.fromEntries(codes.map((code) => [code, figure(code)]));
  const request = { id: `${area}, ${phase}`, kind: 'tally', asOf: '2026-07-20', counts };
  const ours = JSON.parse(answerLine(JSON.stringify(request))) as Tally & { id: string };
  return { dfe: figure, ours, short: figure('authorised') - ours.authorised };
});

describe('DfE’s own figures for 2025/26, 643 places and phases', () => {
  test('are all there', () => expect(rows.length).toBe(643));

  test('attended and unauthorised sessions agree in every row', () => {
    for (const { dfe, ours } of rows)
      expect([ours.id, ours.attended, ours.unauthorised]).toEqual([
        ours.id,
        dfe('attended'),
        dfe('unauthorised'),
      ]);
  });

  test('authorised sessions agree in 592 rows, and within 106 sessions in the rest', () => {
    expect(rows.filter(({ short }) => short === 0).length).toBeGreaterThanOrEqual(592);
    expect(Math.max(...rows.map(({ short }) => Math.abs(short)))).toBeLessThanOrEqual(106);
  });

  test('possible sessions agree in every row, once what DfE does not list by code is added', () => {
    for (const { dfe, ours, short } of rows) expect(ours.possible + short).toBe(dfe('possible'));
  });

  test('published percentages are plain division, to a millionth', () => {
    for (const { dfe, ours } of rows.filter(({ short }) => short === 0)) {
      const rate = ours.rate as number;
      expect(Math.abs(rate * 100 - dfe('attendance %'))).toBeLessThan(1e-6);
      expect(Math.abs((1 - rate) * 100 - dfe('absence %'))).toBeLessThan(1e-6);
    }
    for (const { dfe, ours } of rows) {
      const share = (sessions: number) => (sessions / dfe('possible')) * 100;
      expect(Math.abs(share(ours.attended) - dfe('attendance %'))).toBeLessThan(1e-6);
      expect(Math.abs(share(ours.unauthorised) - dfe('unauthorised %'))).toBeLessThan(1e-6);
    }
  });

  test('withdrawn codes still in live data keep their class, with a note', () => {
    const live = rows.filter(({ dfe }) => dfe('H') + dfe('J') > 0);
    expect(live.length).toBeGreaterThan(0);
    for (const { ours } of live) expect(ours.notes.map(({ code }) => code)).toContain('withdrawn-code');
  });
});
