import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { showingOf } from '../../../entrypoints/background/showing.ts';
import { HIDE_AFTER } from '../../../store/records.ts';

const TWO_MINUTES = 120_000;
const teachers = { countsShown: false, hiding: { afterMs: TWO_MINUTES, onLeave: true } };
const office = { countsShown: true, hiding: { afterMs: null, onLeave: false } };

describe('how counts start, and when they hide', () => {
  test.each([
    ['teacher', teachers],
    [null, teachers],
    ['office', office],
    ['lead', office],
  ] as const)('for %s', (role, expected) => {
    expect(showingOf(role, 'by-role', 'by-role')).toEqual(expected);
  });

  test('what the school’s IT has set goes before the role', () => {
    expect(showingOf('office', 'by-role', 'hidden')).toEqual({ ...office, countsShown: false });
    expect(showingOf('teacher', 'by-role', 'shown')).toEqual({ ...office, countsShown: true });
    expect(showingOf(null, 'by-role', 'shown').countsShown).toBe(true);
  });

  test('a time that was set holds for everybody, and so does none', () => {
    expect(showingOf('office', '5', 'by-role').hiding.afterMs).toBe(300_000);
    expect(showingOf('teacher', '1', 'by-role').hiding.afterMs).toBe(60_000);
    expect(showingOf('teacher', 'never', 'by-role').hiding).toEqual({ afterMs: null, onLeave: true });
    for (const after of HIDE_AFTER)
      expect(showingOf('teacher', after, 'by-role').hiding.afterMs).not.toBeNaN();
  });

  test('IT can set what the extension understands, and nothing else', () => {
    const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    expect(schema.properties.countsShown.enum).toEqual(['shown', 'hidden', 'by-role']);
  });
});
