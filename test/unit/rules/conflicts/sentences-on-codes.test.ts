import { expect, test } from 'vitest';
import type { Stated } from '../../../../rules/conflicts/stated.ts';
import { type Case, conflictOf, IT, it, OTHER, other } from './sentences.ts';
import { SET_OF_2024 } from './sixth.ts';

const SET = 'SI 2024/208, regulation 10, sets the codes in force from 19 August 2024.';
const PERSISTENT =
  'Persistent absence is missing 10% or more of possible sessions (DfE absence statistics). At exactly 90.0% that is met, and “below 90%” is not.';
const SEVERE =
  'Severe absence is missing 50% or more of possible sessions (DfE absence statistics), exactly half included.';

const codes = (stated: object): Partial<Stated> => ({
  codes: { listed: SET_OF_2024, classed: [], garbled: [], ...it, ...stated },
});

const CODES: readonly Case[] = [
  [
    'codes that were withdrawn, and a mark that never was one',
    'code-outside-set',
    {},
    codes({ listed: [...SET_OF_2024, 'H', 'J', '$'] }),
    {
      statement: 'The policy lists H, J and $.',
      law: `${SET} It does not hold H, J and $. H became C or G; J became J1.`,
    },
  ],
  [
    'a mark that never was a code',
    'code-outside-set',
    {},
    codes({ listed: [...SET_OF_2024, '$'] }),
    { statement: 'The policy lists $.', law: `${SET} It does not hold $.` },
  ],
  [
    'a code named beside the table',
    'code-outside-set',
    {
      alsoLists: [
        { code: 'C', ...it },
        { code: 'J', ...other },
      ],
    },
    {},
    { statement: `The policy lists J. ${OTHER}` },
  ],
  [
    'a code left out',
    'codes-missing',
    {},
    codes({ listed: SET_OF_2024.filter((code) => code !== 'Q') }),
    {
      statement: 'The policy’s table does not list Q.',
      reading:
        'All codes in force on the day of the session are known, whether or not the policy lists them.',
    },
  ],
  [
    'no codes',
    'codes-unlisted',
    {},
    { codes: null },
    { statement: 'The policy has no list of codes.', reading: 'The national codes of the day are used.' },
  ],
  [
    'D as attended and B as authorised',
    'code-class',
    {},
    codes({
      classed: [
        { codes: ['/', 'D'], as: 'attended', ...it },
        { codes: ['I', 'B'], as: 'authorised', ...it },
      ],
    }),
    {
      statement: 'The policy’s table gives D as attended and B as authorised absence.',
      law: 'The national figures have B as attended and D as not a possible attendance (Working together to improve school attendance; DfE absence statistics).',
    },
  ],
  [
    'a 0 for O',
    'codes-garbled',
    {},
    codes({ garbled: [{ code: 'O', printed: '0' }] }),
    { statement: 'The policy’s text shows “0” for O.', severity: 'medium', law: SET },
  ],
  [
    'a Cyrillic letter for O',
    'codes-garbled',
    {},
    codes({ garbled: [{ code: 'O', printed: '\u041E' }] }),
    {
      statement: 'The policy’s text shows other characters that look the same for O.',
      severity: 'medium',
      law: SET,
    },
  ],
  [
    'an I for a stroke, and a Cyrillic letter for O',
    'codes-garbled',
    {},
    codes({
      garbled: [
        { code: '/', printed: 'I' },
        { code: '\\', printed: '%' },
        { code: 'O', printed: '\u041E' },
      ],
    }),
    {
      statement:
        'The policy’s text shows “I” for /, “%” for \\ and other characters that look the same for O.',
      severity: 'high',
      law: `${SET} A character shown here is itself another code.`,
    },
  ],
];

const FIGURES: readonly Case[] = [
  [
    'below 90%',
    'persistent-wording',
    {},
    { persistent: [{ wording: 'attended-below-90', ...it }] },
    { statement: IT, law: PERSISTENT },
  ],
  [
    'below 90%, and 10% missed',
    'persistent-wording',
    {},
    {
      persistent: [
        { wording: 'attended-below-90', ...it },
        { wording: 'missed-10', ...other },
      ],
    },
    { statement: IT, law: `${PERSISTENT} ${OTHER}` },
  ],
  [
    'below 50%',
    'severe-wording',
    {},
    { severe: [{ wording: 'attended-below-50', ...it }] },
    { statement: IT, law: SEVERE },
  ],
  [
    'attendance of 50% or more, and 50% missed',
    'severe-wording',
    {},
    {
      severe: [
        { wording: 'attended-50-or-more', ...it },
        { wording: 'missed-50', ...other },
      ],
    },
    {
      statement: IT,
      law: `${SEVERE} The words stand where attendance is given, which turns them round. ${OTHER}`,
    },
  ],
];

test.each<Case>([...CODES, ...FIGURES])('%s: %s', (_, id, change, stated, says, asOf) => {
  expect(conflictOf(id, change, stated, asOf)).toMatchObject(says);
});
