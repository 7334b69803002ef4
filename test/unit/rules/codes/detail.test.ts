import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../../../../rules/calendar/dates.ts';
import { readCode } from '../../../../rules/codes/codes.ts';
import document from '../../../../rules/codes/detail.json' with { type: 'json' };
import { CODE_DETAILS, CODE_SOURCES, LOCAL_MARKS } from '../../../../rules/codes/detail.ts';
import { CODES } from '../../../../rules/codes/table.ts';

test('the detail and the table hold the same codes, one to one and in the same order', () => {
  expect(document.codes.map(({ code }) => code)).toEqual(CODES.map(({ code }) => code));
  expect(CODE_DETAILS.map(({ entry }) => entry)).toEqual(CODES);
});

test('every source that is named is there, and every one that is there is named', () => {
  const named = [...CODE_DETAILS, ...LOCAL_MARKS].flatMap(({ sources }) => sources);
  expect([...new Set(named)].sort()).toEqual(Object.keys(CODE_SOURCES).sort());
});

test('a code with a past has one, and only a code that came in 2024 has none', () => {
  for (const { code, entry, until2024 } of CODE_DETAILS)
    expect([code, until2024 === null]).toEqual([code, entry.from === '2024-08-19']);
});

test('a withdrawn code is withdrawn by the finding that says so, and leads where the table leads', () => {
  for (const { code, entry, conditions, until2024 } of CODE_DETAILS.filter(({ entry }) => entry.until)) {
    expect([code, conditions[0]?.finding]).toEqual([code, 'withdrawn-code']);
    expect([code, until2024?.nowCoded]).toEqual([code, entry.replacedBy]);
    expect([code, until2024?.class]).toEqual([code, entry.class]);
  }
});

test('a code counts as it did before 2024, but for names of what is outside every total', () => {
  const outside = ['not-possible', 'not-collected'];
  for (const { code, entry, until2024 } of CODE_DETAILS)
    if (until2024 && !outside.includes(entry.class))
      expect([code, until2024.class]).toEqual([code, entry.class]);
    else if (until2024) expect(outside).toContain(until2024.class);
});

test('blank, dash, $, @ and ! are never codes', () => {
  expect(LOCAL_MARKS.map(({ mark }) => mark)).toEqual(['', '-', '$', '@', '!']);
  for (const { mark } of LOCAL_MARKS) {
    expect(readCode(mark, '2026-11-20' as IsoDate).kind).not.toBe('code');
    expect(readCode(mark, '2012-11-20' as IsoDate).kind).not.toBe('code');
  }
});

const whereAtHand = existsSync('../shared/facts') ? describe : () => {};
whereAtHand('the reading of the law, where it is at hand', () => {
  const facts = (name: string) => JSON.parse(readFileSync(`../shared/facts/${name}.json`, 'utf8'));
  const own = (statistical: string) =>
    ({
      approved_educational_activity: 'approved-activity',
      authorised_absence: 'authorised',
      unauthorised_absence: 'unauthorised',
      not_possible: 'not-possible',
      not_collected: 'not-collected',
    })[statistical] ?? statistical;

  test('the 2024 set: category, class, confidence, sources, what was not established', () => {
    for (const law of facts('codes-2024').codes) {
      const detail = CODE_DETAILS.find(({ code }) => code === law.code);
      expect([law.code, detail?.category, detail?.entry.class, detail?.confidence, detail?.sources]).toEqual([
        law.code,
        law.category,
        own(law.statistical),
        law.confidence === 'primary' ? 'law' : 'guidance',
        law.sources,
      ]);
      expect([law.code, detail?.notEstablished.length]).toEqual([law.code, law.unsourced.length]);
    }
  });
  test('the 2006 to 2024 set: class, and whether it converts unseen', () => {
    for (const law of facts('codes-legacy').codes) {
      const detail = CODE_DETAILS.find(({ code }) => code === law.code);
      if (law.statistical === 'none') expect(LOCAL_MARKS.map(({ mark }) => mark)).toContain(law.code);
      else
        expect([law.code, detail?.until2024?.class, detail?.until2024?.convertsSafely]).toEqual([
          law.code,
          own(law.statistical),
          law.autoMapSafe,
        ]);
    }
  });
});
