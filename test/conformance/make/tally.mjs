// Writes tally lines from DfE’s published figures: node test/conformance/make/tally.mjs. Only rows whose authorised
// codes add up to the authorised total in the source itself; the other rows leave out a small category.
import { readFileSync } from 'node:fs';
import { write } from './lines.mjs';

const AUTHORISED = 'I M R S T H E C C1 J1 C2'.split(' ');
/** Every so many rows of a place, beside all of the country’s and the regions’. */
const EVERY = 20;

const text = readFileSync(new URL('../../unit/rules/batch/dfe-2025-26.csv', import.meta.url), 'utf8');
const cellsOf = (line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((cell) => cell[2] ?? cell[1]);
const [head, ...rows] = text.trimEnd().split('\n').map(cellsOf);
const codes = head.slice(2, head.indexOf('attended'));
const REGIONS = [
  'England',
  'North East',
  'North West',
  'Yorkshire and The Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
];

const lines = rows.flatMap((cells, i) => {
  const figure = (name) => Number(cells[head.indexOf(name)]);
  const [area, phase] = cells;
  const adds = AUTHORISED.reduce((sum, code) => sum + figure(code), 0) === figure('authorised');
  if (!adds || (!REGIONS.includes(area) && i % EVERY !== 0)) return [];
  return [
    {
      request: {
        id: `${area}, ${phase}`,
        kind: 'tally',
        asOf: '2026-07-20',
        counts: Object.fromEntries(codes.map((code) => [code, figure(code)])),
      },
      expected: {
        kind: 'tally',
        attended: figure('attended'),
        authorised: figure('authorised'),
        unauthorised: figure('unauthorised'),
        possible: figure('possible'),
        rate: figure('attendance %') / 100,
      },
      source: 'Department for Education, Pupil attendance in schools, 2025/26 (Open Government Licence v3.0)',
      independent: true,
    },
  ];
});
write('dfe-2025-26', lines);
