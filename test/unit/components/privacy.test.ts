import { describe, expect, test } from 'vitest';
import { privacy } from '../../../components/overlay/privacy.ts';

describe('counts that start hidden', () => {
  test('are shown one by one, and hidden all at once', () => {
    const counts = privacy();
    counts.start(false);
    expect(counts.any).toBe(false);
    counts.reveal('a');
    expect([counts.shows('a'), counts.shows('b'), counts.any]).toEqual([true, false, true]);
    counts.set(false);
    expect([counts.shows('a'), counts.any]).toEqual([false, false]);
  });

  test('stay hidden after a presentation, whatever was revealed before it', () => {
    const counts = privacy();
    counts.start(false);
    counts.reveal('a');
    expect(counts.cover(true)).toBe(true);
    expect(counts.any).toBe(false);
    expect(counts.cover(true), 'said twice').toBe(false);
    counts.cover(false);
    expect(counts.any).toBe(false);
    counts.set(true);
    counts.cover(true);
    counts.cover(false);
    expect(counts.any, 'all were revealed by a person').toBe(false);
  });
});

describe('counts that start shown', () => {
  test('are back after a presentation', () => {
    const counts = privacy();
    counts.start(true);
    counts.cover(true);
    expect([counts.shows('a'), counts.any]).toEqual([false, false]);
    counts.cover(false);
    expect(counts.shows('a')).toBe(true);
  });

  test('that a person hid, before it or during it, are not', () => {
    const counts = privacy();
    counts.start(true);
    counts.set(false);
    counts.cover(true);
    counts.cover(false);
    expect(counts.any).toBe(false);
    counts.set(true);
    counts.cover(true);
    counts.set(false);
    counts.cover(false);
    expect(counts.any).toBe(false);
  });

  test('are shown on a full screen where a person says so then', () => {
    const counts = privacy();
    counts.start(true);
    counts.cover(true);
    counts.set(true);
    expect(counts.any).toBe(true);
    counts.cover(false);
    expect(counts.any).toBe(true);
  });

  test('or are learnt to start so while the page is covered, show only afterwards', () => {
    const counts = privacy();
    counts.cover(true);
    counts.start(true);
    expect(counts.any).toBe(false);
    counts.cover(false);
    expect(counts.any).toBe(true);
  });
});
