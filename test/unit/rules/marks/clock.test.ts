import { describe, expect, test } from 'vitest';
import { ask, rulesOf } from './asked.ts';

const SCHOOLS = ['walton-oak', 'seagrave', 'john-f-kennedy', 'great-hockham', 'leading-futures'] as const;

describe('one late mark, five schools', () => {
  test.each([
    ['09:18', ['', 'entry-after-close policy-note', '', 'entry-after-close', '']],
    [
      '09:25',
      ['entry-after-close', 'entry-after-close policy-note', 'entry-after-close', 'entry-after-close', ''],
    ],
    ['09:31', SCHOOLS.map(() => 'entry-after-close')],
  ])('L entered at %s', (at, expected) => {
    expect(SCHOOLS.map((school) => rulesOf(ask(school, 'L', { at })))).toEqual(expected);
  });

  test.each([
    ['09:18', ['', 'late-after-close policy-note', '', 'late-after-close', '']],
    [
      '09:25',
      ['late-after-close', 'late-after-close policy-note', 'late-after-close', 'late-after-close', ''],
    ],
  ])('L for an arrival at %s, entered at any time', (arrived, expected) => {
    for (const at of ['09:19', '16:00', '2026-11-23T10:00:00Z'])
      expect(SCHOOLS.map((school) => rulesOf(ask(school, 'L', { at, arrived })))).toEqual(expected);
  });

  test('both of Seagrave’s clauses are shown', () => {
    const quoted = ask('seagrave', 'L', { at: '09:18' }).map(({ clause }) => clause.policy);
    expect(quoted[0]).toContain('kept open until 9.00');
    expect(quoted[1]).toContain('more than 30 minutes after registers close');
  });
});

describe('the close minute', () => {
  test('Walton Oak: 9:20 is still L', () => {
    expect(ask('walton-oak', 'L', { at: '09:20' })).toMatchObject([
      { rule: 'boundary-minute', level: 'note', suggest: [] },
    ]);
    expect(ask('walton-oak', 'U', { at: '09:20' })).toMatchObject([
      { rule: 'boundary-minute', level: 'check', suggest: ['L'] },
    ]);
  });
  test('an N of a pupil who came in it goes by the school’s reading', () => {
    expect(ask('walton-oak', 'N', { arrived: '09:20' })[0]?.suggest).toEqual(['L']);
    expect(ask('john-f-kennedy', 'N', { arrived: '09:20' })[0]?.suggest[0]).toBe('U');
    expect(ask('walton-oak', 'N', { session: 'PM', arrived: '13:20' })[0]?.suggest).toEqual(['L', 'U']);
  });
  test('a present mark merely entered in it says nothing of lateness; one of a pupil who came in it does', () => {
    expect(ask('walton-oak', '/', { at: '09:20' })).toMatchObject([
      { rule: 'boundary-minute', level: 'note', suggest: [] },
    ]);
    expect(ask('walton-oak', '/', { arrived: '09:20' })).toMatchObject([
      { rule: 'boundary-minute', suggest: ['L'] },
    ]);
    expect(ask('john-f-kennedy', '/', { at: '09:20' })[0]?.suggest[0]).toBe('U');
  });
  test('John F Kennedy: 9:20 is already absent', () => {
    const [found] = ask('john-f-kennedy', 'L', { at: '09:20' });
    expect(found).toMatchObject({ rule: 'boundary-minute', level: 'check' });
    expect(found?.suggest[0]).toBe('U');
    expect(found?.message).toContain('already absent');
    expect(ask('john-f-kennedy', 'U', { at: '09:20' })).toMatchObject([
      { rule: 'boundary-minute', level: 'note' },
    ]);
  });
  test.each(SCHOOLS)('%s: a minute either side is no boundary', (school) => {
    const close = {
      'walton-oak': 20,
      seagrave: 0,
      'john-f-kennedy': 20,
      'great-hockham': 15,
      'leading-futures': 30,
    }[school];
    const near = (minutes: number) =>
      `${minutes < 0 ? '08' : '09'}:${String((minutes + 60) % 60).padStart(2, '0')}`;
    const says = (minutes: number) => rulesOf(ask(school, 'L', { arrived: near(minutes) }));
    expect(says(close - 1)).not.toContain('boundary');
    expect(says(close - 1)).not.toContain('after-close');
    expect(says(close)).toContain('boundary-minute');
    expect(says(close + 1)).toContain('late-after-close');
  });
});

describe('no afternoon close in the policy', () => {
  test.each(['walton-oak', 'seagrave', 'england-2024'])('%s claims no afternoon lateness', (school) => {
    for (const code of ['L', 'U', '\\'])
      expect(rulesOf(ask(school, code, { session: 'PM', at: '13:40' }))).toBe('close-unknown');
    expect(rulesOf(ask(school, 'L', { session: 'PM', arrived: '13:40' }))).toBe('close-unknown');
  });
  test('before the register is taken there is nothing to be unsure of', () => {
    expect(rulesOf(ask('walton-oak', '\\', { session: 'PM', arrived: '12:55' }))).toBe('');
    expect(rulesOf(ask('walton-oak', 'L', { session: 'PM', arrived: '12:55' }))).toBe('late-before-start');
  });
  test.each([
    ['john-f-kennedy', '13:44', ''],
    ['john-f-kennedy', '13:46', 'entry-after-close policy-note'],
    ['john-f-kennedy', '14:01', 'entry-after-close'],
    ['great-hockham', '13:34', ''],
    ['great-hockham', '13:36', 'entry-after-close'],
    ['leading-futures', '13:14', ''],
    ['leading-futures', '13:16', 'entry-after-close'],
  ])('%s does give one: L at %s', (school, at, expected) => {
    expect(rulesOf(ask(school, 'L', { session: 'PM', at }))).toBe(expected);
  });
});

describe('decision table 7.1, arrival known (Leading Futures: taken 9:00, closes 9:30, ends 12:00)', () => {
  test.each([
    ['/', '08:55', ''],
    ['/', '09:00', ''],
    ['/', '09:01', 'present-after-start'],
    ['/', '09:31', 'late-after-close'],
    ['L', '08:59', 'late-before-start'],
    ['L', '09:00', ''],
    ['L', '09:29', ''],
    ['L', '09:31', 'late-after-close'],
    ['U', '09:29', 'late-before-close'],
    ['U', '09:31', ''],
    ['U', '12:00', ''],
    ['U', '12:01', 'late-after-session'],
    ['N', '09:31', 'n-unsettled'],
    ['M', '09:31', ''],
  ])('%s, arrived %s', (code, arrived, expected) => {
    expect(rulesOf(ask('leading-futures', code, { arrived }))).toBe(expected);
  });
  test('after close, U comes first among the suggestions; after the session, it is not among them', () => {
    expect(ask('leading-futures', 'L', { arrived: '09:31' })[0]?.suggest[0]).toBe('U');
    expect(ask('leading-futures', 'L', { arrived: '12:30' })[0]?.suggest).not.toContain('U');
  });
  test('an arrival in the afternoon cannot be U for the morning, whatever the policy leaves out', () => {
    expect(rulesOf(ask('walton-oak', 'U', { arrived: '13:10' }))).toBe('late-after-session');
  });
});

describe('no arrival known', () => {
  test('a first present mark after close is only a late entry: it may be kept', () => {
    const [found] = ask('walton-oak', '/', { at: '09:24' });
    expect(found).toMatchObject({ rule: 'entry-after-close', level: 'check' });
    expect(found?.message).toMatch(/^Register closed at 9:20\. It is 9:24\. Use U, or another absence code/);
    expect(found?.message).toContain('Keep /');
  });
  test('a change from one present mark to another is no first entry; from N it is', () => {
    const amendment = { reason: 'signed in', by: 'A Person', role: 'office' };
    expect(rulesOf(ask('walton-oak', 'L', { at: '09:24', previousCode: '/', amendment }))).toBe('');
    expect(rulesOf(ask('walton-oak', 'L', { at: '09:24', previousCode: 'N', amendment }))).toBe(
      'entry-after-close',
    );
  });
  test('U before close: nobody can yet have arrived after it', () => {
    expect(rulesOf(ask('walton-oak', 'U', { at: '09:10' }))).toBe('late-before-close');
    expect(rulesOf(ask('walton-oak', 'U', { at: '09:24' }))).toBe('');
  });
  test('an entry about an earlier day has no clock rule', () => {
    for (const code of ['/', 'L', 'U'])
      expect(rulesOf(ask('walton-oak', code, { at: '2026-11-23T14:00:00Z' }))).toBe('');
  });
  test('a mark that stood before anybody looked has no moment of entry', () => {
    for (const school of SCHOOLS)
      for (const code of ['/', 'L', 'U'])
        for (const at of ['08:00', '09:20', '09:25']) {
          expect(rulesOf(ask(school, code, { at, standing: true }))).toBe('');
        }
    expect(rulesOf(ask('walton-oak', 'L', { at: '09:25', standing: true, arrived: '09:21' }))).toBe(
      'late-after-close',
    );
    expect(rulesOf(ask('walton-oak', 'H', { at: '09:25', standing: true }))).toBe(
      'withdrawn-code policy-note',
    );
  });
  test('a session that has not begun', () => {
    expect(rulesOf(ask('walton-oak', '\\', { session: 'PM', at: '09:00' }))).toBe('future-session');
    expect(rulesOf(ask('walton-oak', '/', { at: '2026-11-19T15:00:00Z' }))).toBe('future-session');
    expect(rulesOf(ask('walton-oak', 'I', { at: '2026-11-19T15:00:00Z' }))).toBe('');
    expect(ask('walton-oak', '/', { at: '08:45' })).toMatchObject([
      { rule: 'future-session', level: 'note' },
    ]);
  });
});

describe('John F Kennedy is late from 8:50 by one clause and from 9:10 by another', () => {
  test.each([
    ['/', '09:05', 'present-after-start policy-note'],
    ['L', '09:05', 'policy-note'],
    ['L', '09:10', 'policy-note'],
    ['L', '09:11', ''],
    ['/', '08:50', ''],
  ])('%s, arrived %s', (code, arrived, expected) => {
    expect(rulesOf(ask('john-f-kennedy', code, { arrived }))).toBe(expected);
  });
});

describe('the clock changes', () => {
  test.each([
    ['2026-03-27', '2026-03-27T09:21:00Z', 'entry-after-close'],
    ['2026-03-30', '2026-03-30T08:21:00Z', 'entry-after-close'],
    ['2026-03-30', '2026-03-30T08:19:00Z', ''],
    ['2026-10-23', '2026-10-23T08:21:00Z', 'entry-after-close'],
    ['2026-10-26', '2026-10-26T09:21:00Z', 'entry-after-close'],
    ['2026-10-26', '2026-10-26T09:19:00Z', ''],
  ])('on %s an L at %s', (date, at, expected) => {
    expect(rulesOf(ask('walton-oak', 'L', { date, at }))).toBe(expected);
  });
});
