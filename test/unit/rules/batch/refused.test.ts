import { describe, expect, test } from 'vitest';
import { answerLine } from '../../../../rules/batch/answer.ts';

const answer = (request: unknown) => JSON.parse(answerLine(JSON.stringify(request)));
const history = { id: 1, kind: 'history', asOf: '2026-11-20', calendar: { terms: [] }, marks: [] };
const tally = { id: 1, kind: 'tally', asOf: '2026-07-01', counts: {} };
const mark = {
  id: 1,
  kind: 'mark',
  date: '2026-11-20',
  session: 'AM',
  code: 'L',
  enteredAt: '2026-11-20T09:24:00Z',
};
const term = (from: string, to: string) => ({ ...history, calendar: { terms: [{ from, to }] } });
const closed = (closure: object) => ({
  ...history,
  calendar: { terms: [{ from: '2026-09-02', to: '2026-10-23' }], closures: [closure] },
});

test.each<[object, string, string, string]>([
  [{ ...mark, code: undefined }, 'missing-field', 'code', 'This is missing.'],
  [{ ...mark, session: 'am' }, 'bad-value', 'session', 'A session is AM or PM.'],
  [{ ...mark, date: '20/11/2026' }, 'bad-value', 'date', 'This is not a date written like 2026-11-20.'],
  [{ ...mark, code: 4 }, 'bad-value', 'code', 'A code is text, for example "L".'],
  [{ ...mark, arrivedAt: '9:24' }, 'bad-value', 'arrivedAt', 'This is not a time written like 09:20.'],
  [
    { ...mark, enteredAt: '2026-11-20 09:24' },
    'bad-value',
    'enteredAt',
    'This is not a moment written with a time and an offset, like 2026-11-20T09:24:00Z.',
  ],
  [
    { ...mark, policy: 'nowhere' },
    'unknown-policy',
    'policy',
    'There is no built-in policy called “nowhere”.',
  ],
  [{ ...mark, policy: 4 }, 'bad-value', 'policy', 'A policy is an id or a policy document.'],
  [
    { ...mark, policy: { id: 'Ours' } },
    'bad-value',
    'policy.id',
    'A policy id is lower-case letters, digits and hyphens.',
  ],
  [{ ...history, calendar: undefined }, 'missing-field', 'calendar', 'This is missing.'],
  [{ ...history, asOf: '2026-02-30' }, 'bad-value', 'asOf', 'This is not a date written like 2026-11-20.'],
  [
    { ...history, marks: ['L', 4, 5].map((code) => ({ date: '2026-11-02', session: 'AM', code })) },
    'bad-value',
    'marks[1].code',
    'A code is text, for example "L".',
  ],
  [{ ...history, marks: {} }, 'bad-value', 'marks', 'Marks are a list.'],
  [{ ...history, calendar: { terms: null } }, 'bad-value', 'calendar.terms', 'Terms are a list.'],
  [term('2026-10-23', '2026-10-22'), 'bad-value', 'calendar.terms[0]', 'This ends before it begins.'],
  [
    term('1989-12-31', '2026-10-22'),
    'bad-value',
    'calendar.terms[0].from',
    'A calendar date lies between 1990 and 2100.',
  ],
  [
    term('2026-09-02', '2101-01-01'),
    'bad-value',
    'calendar.terms[0].to',
    'A calendar date lies between 1990 and 2100.',
  ],
  [
    closed({ from: '2026-10-02', to: '2026-10-01' }),
    'bad-value',
    'calendar.closures[0]',
    'This ends before it begins.',
  ],
  [
    closed({ from: '2026-10-02', to: '2026-10-02', sessions: 'noon' }),
    'bad-value',
    'calendar.closures[0].sessions',
    'Sessions are both, AM or PM.',
  ],
  [{ ...tally, counts: { '/': '5' } }, 'bad-value', 'counts["/"]', 'A count is a number.'],
  [{ ...tally, counts: { L: 1.5 } }, 'bad-value', 'counts.L', 'A count is a whole number.'],
  [{ ...tally, counts: { L: -1 } }, 'bad-value', 'counts.L', 'A count is not below 0.'],
  [
    { id: 1, kind: 'constructor' },
    'unknown-kind',
    'kind',
    'The kind is one of history, mark, tally and policy-check.',
  ],
])('%o is refused: %s at %s', (request, code, path, message) => {
  expect(answer(request)).toEqual({ id: 1, error: { code, path, message } });
});

test('a request without an id is refused without one', () => {
  expect(answer({ kind: 'tally' })).toMatchObject({ id: null, error: { path: 'asOf' } });
});

test.each(['{"id":1', 'null', '[]', '"x"', '12'])('%s is no request', (line) => {
  expect(JSON.parse(answerLine(line))).toEqual({
    id: null,
    error: { code: 'bad-json', path: '', message: 'This line is not a JSON object.' },
  });
});

describe('what lies on an edge is taken', () => {
  test('a term and a closure of one day', () => {
    const day = { from: '2026-11-20', to: '2026-11-20' };
    expect(answer(term(day.from, day.to)).coverage).toEqual({ known: 0, expected: 2 });
    const halfDay = { terms: [day], closures: [{ ...day, sessions: 'PM' }] };
    expect(answer({ ...history, calendar: halfDay }).coverage).toEqual({ known: 0, expected: 1 });
  });
  test('the first and the last day a calendar may have', () => {
    for (const day of ['1990-01-01', '2100-12-31']) expect(answer(term(day, day)).error).toBeUndefined();
  });
  test('no sessions of a code', () => expect(answer({ ...tally, counts: { L: 0 } }).error).toBeUndefined());
});
