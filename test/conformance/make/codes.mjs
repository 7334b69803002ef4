// Writes what each code was on a day: node test/conformance/make/codes.mjs. Lists and dates typed from the law’s own.
import { plus, write } from './lines.mjs';

/** SI 2024/208, regulation 10, in force from 19 August 2024: 34 codes. */
const SET_2024 = '/ \\ L K V P W B D C1 M J1 S X C2 C T R I E Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 G N O U Z #'.split(' ');
/** New in that set. */
const NEW = 'K C1 J1 C2 Q Y1 Y2 Y3 Y4 Y5 Y6 Y7'.split(' ');
/** Of the set of 2006 to 2024, with the last day of each and what took its place. */
const GONE = [
  ['H', '2024-08-18', ['C', 'G']],
  ['J', '2024-08-18', ['J1']],
  ['Y', '2024-08-18', ['Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7']],
];
const LAW = 'SI 2024/208, in force from 19 August 2024';
const lines = [];
const mark = (id, date, code, expectedRules, source, first) =>
  lines.push({
    // Entered the next day, so that no rule of the clock speaks.
    request: {
      id,
      kind: 'mark',
      date,
      session: code === '\\' ? 'PM' : 'AM',
      code,
      enteredAt: `${plus(date, 1)}T12:00:00Z`,
    },
    expected: { kind: 'mark', ...(first ? { findings: [first] } : {}) },
    expectedRules,
    source,
    independent: false,
  });

for (const code of SET_2024) {
  mark(`${code} on 2026-11-19`, '2026-11-19', code, [], `${LAW}: ${code} is in the set.`);
  mark(`${code} on 2024-08-19`, '2024-08-19', code, [], `${LAW}: ${code} is in the set from its first day.`);
  const isNew = NEW.includes(code);
  mark(
    `${code} on 2024-08-18`,
    '2024-08-18',
    code,
    isNew ? ['not-yet-code'] : [],
    isNew ? `${LAW}: ${code} is new in it.` : `SI 2006/1751: ${code} was in the set of 2006 to 2024.`,
  );
}
for (const [code, last, suggest] of GONE) {
  mark(`${code} on ${last}`, last, code, [], `${code} was in the set of 2006 to 2024 to its last day.`);
  mark(`${code} on 2024-08-19`, '2024-08-19', code, ['withdrawn-code'], `${LAW}: ${code} is not in it.`, {
    rule: 'withdrawn-code',
    suggest,
  });
}
mark(
  'F on 2013-08-31',
  '2013-08-31',
  'F',
  [],
  'Central Bedfordshire, September 2013: F is redundant, use H. Until then it stood.',
);
mark(
  'F on 2013-09-01',
  '2013-09-01',
  'F',
  ['withdrawn-code'],
  'Central Bedfordshire, September 2013: F is redundant, use H.',
  { suggest: ['H'] },
);
mark('F on 2026-11-19', '2026-11-19', 'F', ['withdrawn-code'], `${LAW}: neither F nor H is in it.`, {
  suggest: ['C', 'G'],
});

const CONTRACT = 'Contract, unknown-code: look-alike characters are named and folded in the suggestion.';
for (const [name, code, suggest] of [
  ['small letter', 'u', ['U']],
  ['Cyrillic capital Es', '\u0421', ['C']],
  ['Cyrillic capital En, which is like H', '\u041d', null],
  ['Greek capital Nu', '\u039d', ['N']],
  ['full-width U', '\uff35', ['U']],
  ['division slash', '\u2215', ['/']],
  ['curly quotes around it', '\u201cU\u201d', ['U']],
  ['nought for O', '0', ['O']],
  ['one for I', '1', ['I']],
  ['Arabic seven for V, as in Seagrave’s Appendix A', '\u0667', ['V']],
])
  mark(
    `${name} on 2026-11-19`,
    '2026-11-19',
    code,
    suggest === null ? ['unknown-code', 'withdrawn-code'] : ['unknown-code'],
    CONTRACT,
    suggest === null ? undefined : { suggest },
  );
for (const code of ['$', '@', '!', '?', 'ZZ', '-', ''])
  mark(
    `“${code}” on 2026-11-19`,
    '2026-11-19',
    code,
    ['unknown-code'],
    'A local mark, or none: never a code.',
    { suggest: [] },
  );
for (const [code, parent] of [
  ['X01', 'X'],
  ['I02', 'I'],
])
  mark(
    `${code} on 2026-11-19`,
    '2026-11-19',
    code,
    ['unknown-code'],
    'SIMS sub-codes fall back to the parent code, and that is said.',
    { suggest: [parent] },
  );

const tally = (id, asOf, counts, expected, source, expectedNotes) =>
  lines.push({
    request: { id, kind: 'tally', asOf, counts },
    expected: { kind: 'tally', ...expected },
    ...(expectedNotes ? { expectedNotes } : {}),
    source,
    independent: false,
  });
/** Classes as guidance tabulates them for statistics. */
const CLASSES = {
  attended: '/ \\ L K V P W B'.split(' '),
  authorised: 'C1 M J1 S C2 C T R I E'.split(' '),
  unauthorised: 'G N O U'.split(' '),
  notPossible: 'D X Q Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #'.split(' '),
};
const none = { attended: 0, authorised: 0, unauthorised: 0, notPossible: 0 };
for (const [statisticalClass, codes] of Object.entries(CLASSES))
  for (const code of codes)
    tally(
      `class of ${code}`,
      '2026-07-01',
      { [code]: 7 },
      {
        ...none,
        [statisticalClass]: 7,
        possible: statisticalClass === 'notPossible' ? 0 : 7,
        rate: statisticalClass === 'notPossible' ? null : statisticalClass === 'attended' ? 1 : 0,
        notes: [],
      },
      'DfE, Working together to improve school attendance, August 2024, statistical classes as tabulated in public, and DfE’s data for 2025/26',
    );
const KEPT =
  'Contract: a withdrawn code keeps the class it had when it was withdrawn (H authorised, J attended), with a note.';
tally('class of H', '2026-07-01', { H: 388 }, { ...none, authorised: 388, possible: 388 }, KEPT, [
  'withdrawn-code',
]);
tally('class of J', '2026-07-01', { J: 87 }, { ...none, attended: 87, possible: 87 }, KEPT, [
  'withdrawn-code',
]);
tally('class of Y', '2026-07-01', { Y: 5 }, { ...none, notPossible: 5, possible: 0, rate: null }, KEPT, [
  'withdrawn-code',
]);
for (const [code, statisticalClass] of [
  ['H', 'authorised'],
  ['J', 'attended'],
  ['B', 'attended'],
])
  tally(
    `class of ${code} in July 2024`,
    '2024-07-10',
    { [code]: 3 },
    { ...none, [statisticalClass]: 3, possible: 3, notes: [] },
    'The set of 2006 to 2024, with its own classes.',
  );

write('codes-by-date', lines);
