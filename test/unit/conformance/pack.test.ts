import { describe, expect, test } from 'vitest';
import { answerLine } from '../../../rules/batch/answer.ts';
import { differences } from '../../conformance/compare.ts';
import { pack } from '../../conformance/pack.ts';

describe.each(pack)('$name', ({ lines }) => {
  test('every answer is as its source has it', () => {
    const wrong = lines.flatMap((line) => {
      const found = differences(line, JSON.parse(answerLine(JSON.stringify(line.request))));
      return found.length === 0 ? [] : [[line.request.id, ...found, line.source].join('\n  ')];
    });
    expect(wrong).toEqual([]);
  });
  test('every line says where it comes from, and no two have one id', () => {
    expect(lines.filter(({ source }) => source.trim() === '')).toEqual([]);
    expect(new Set(lines.map(({ request }) => request.id)).size).toBe(lines.length);
  });
});

describe('the comparison can tell', () => {
  const line = {
    request: { id: 'x' },
    expected: { window: { from: '2026-09-07' }, rate: 0.5, list: [1] },
    expectedRules: ['b', 'a'],
    source: 'here',
    independent: false,
  };
  const answer = {
    window: { from: '2026-09-07', to: 'later' },
    rate: 0.5 + 1e-12,
    list: [1],
    findings: [{ rule: 'a' }, { rule: 'b' }],
  };
  test('agreement, with more than was asked for', () => expect(differences(line, answer)).toEqual([]));
  test.each([
    [{ ...answer, window: {} }, 'window.from: expected "2026-09-07", found nothing'],
    [{ ...answer, rate: 0.5001 }, 'rate: expected 0.5, found 0.5001'],
    [{ ...answer, rate: null }, 'rate: expected 0.5, found null'],
    [{ ...answer, list: [1, 2] }, 'list: expected [1], found [1,2]'],
    [{ ...answer, findings: [{ rule: 'a' }] }, 'rules: expected a b, found a'],
    [{ ...answer, findings: [] }, 'rules: expected a b, found none'],
  ])('disagreement', (found, says) => expect(differences(line, found)).toEqual([says]));
  test('no answer at all', () => expect(differences(line, undefined).length).toBeGreaterThan(0));
  test('a note that is missing', () => {
    const noted = { ...line, expectedNotes: ['partial-history'] };
    expect(differences(noted, answer)).toEqual(['notes: expected partial-history among them']);
    expect(differences(noted, { ...answer, notes: [{ code: 'partial-history' }] })).toEqual([]);
  });
});
