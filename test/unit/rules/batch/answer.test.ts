import { describe, expect, test } from 'vitest';
import { answerLine } from '../../../../rules/batch/answer.ts';

const answer = (request: unknown) => JSON.parse(answerLine(JSON.stringify(request)));
const mark = {
  id: 'm',
  kind: 'mark',
  policy: 'walton-oak',
  date: '2026-11-20',
  session: 'AM',
  code: 'L',
  enteredAt: '2026-11-20T09:24:00Z',
};
const history = {
  id: 7,
  kind: 'history',
  asOf: '2026-11-20',
  calendar: {
    terms: [
      { from: '2026-09-02', to: '2026-10-23' },
      { from: '2026-11-02', to: '2026-12-18' },
    ],
  },
  marks: [{ date: '2026-11-02', session: 'AM', code: 'O' }],
};

describe('history', () => {
  test('answers every field the contract names', () => {
    const result = answer(history);
    expect(Object.keys(result).sort()).toEqual(
      'id kind window unauthorised status coverage firstMet leaving attendance notes'.split(' ').sort(),
    );
    expect(result).toMatchObject({
      id: 7,
      kind: 'history',
      window: { from: '2026-09-07', to: '2026-11-20' },
      unauthorised: { total: 1, settled: 1, byCode: { G: 0, N: 0, O: 1, U: 0 } },
      status: 'below',
      coverage: { known: 1, expected: 100 },
      leaving: [],
    });
    expect(result.notes[0].code).toBe('partial-history');
  });
  test('an absent policy is the national rules; extra fields and nulls are nothing', () => {
    expect(answer({ ...history, policy: null, pupil: null, extra: { a: 1 } })).toEqual(answer(history));
    expect(answer({ ...history, policy: 'england-2024' })).toEqual(answer(history));
  });
  test('a whole policy document may stand in for an id', () => {
    const policy = {
      ...policyDocument,
      threshold: { sessions: 1, schoolWeeks: 10, near: 1, clause: null },
    };
    expect(answer({ ...history, policy }).status).toBe('met');
  });
});

describe('mark', () => {
  test('says what the rule says', () => {
    expect(answer(mark)).toMatchObject({ id: 'm', kind: 'mark', findings: [{ rule: 'entry-after-close' }] });
    expect(answer({ ...mark, arrivedAt: '09:10' })).toEqual({ id: 'm', kind: 'mark', findings: [] });
  });
});

describe('tally', () => {
  test('codes to totals', () => {
    expect(
      answer({
        id: 1,
        kind: 'tally',
        asOf: '2026-07-01',
        counts: { '/': 120, L: 3, Y7: 1, I: 5, U: 2, B: 1 },
      }),
    ).toEqual({
      id: 1,
      kind: 'tally',
      attended: 124,
      authorised: 5,
      unauthorised: 2,
      notPossible: 1,
      possible: 131,
      rate: 124 / 131,
      notes: [],
    });
  });
  test('a withdrawn code keeps its class, with a note', () => {
    const result = answer({ id: 1, kind: 'tally', asOf: '2026-07-01', counts: { H: 4, J: 2 } });
    expect(result).toMatchObject({ attended: 2, authorised: 4, possible: 6 });
    expect(result.notes.map(({ code }: { code: string }) => code)).toEqual([
      'withdrawn-code',
      'withdrawn-code',
    ]);
  });
  test('a code with no sessions is not worth a note', () => {
    expect(
      answer({ id: 1, kind: 'tally', asOf: '2026-07-01', counts: { H: 0, '?': 0, '/': 1 } }).notes,
    ).toEqual([]);
  });
  test('nothing possible gives no rate', () => {
    expect(answer({ id: 1, kind: 'tally', asOf: '2026-07-01', counts: { D: 140, '#': 2 } })).toMatchObject({
      possible: 0,
      rate: null,
    });
  });
  test('DfE 2025/26, Tower Hamlets, primary: published sums and percentages', () => {
    const counts = {
      ...{ '/': 2888149, '\\': 2977455, L: 124330, I: 224480, M: 17163, R: 3083, S: 1, T: 1, H: 0, E: 1031 },
      ...{ C: 22495, C1: 79, J1: 4140, C2: 3850, B: 7205, J: 0, P: 1669, V: 40233, W: 0, K: 918 },
      ...{ G: 42302, U: 2339, O: 54743, N: 4588 },
    };
    const result = answer({ id: 1, kind: 'tally', asOf: '2026-07-20', counts });
    expect(result).toMatchObject({
      attended: 6039959,
      unauthorised: 103972,
      authorised: 276323,
      possible: 6420254,
    });
    expect(result.rate * 100).toBeCloseTo(94.0766362203115, 10);
  });
});

const times = { taken: null, closes: null, closeMinute: 'late', ends: null, clause: null, otherReadings: [] };
const policyDocument = {
  id: 'a-sixth-school',
  version: 1,
  school: 'A Sixth School',
  register: 'own',
  effectiveFrom: null,
  reviewBy: null,
  times: { AM: times, PM: times },
  threshold: { sessions: 10, schoolWeeks: 10, near: 8, clause: null },
  unsettled: { schoolDays: 5, clause: null },
  bands: [],
  alsoLists: [],
  remoteAsAttended: null,
  steps: [],
  stated: { retentionYears: null },
  noted: [],
  numbering: {},
  clauses: {},
};
