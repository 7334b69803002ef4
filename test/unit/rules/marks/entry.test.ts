import { describe, expect, test } from 'vitest';
import type { ClockTime } from '../../../../rules/calendar/clock.ts';
import { LAW } from '../../../../rules/marks/law.ts';
import { nationalPolicy } from '../../../../rules/policy/profiles.ts';
import { AFTER_CLOSE, ask, QUOTES, rulesOf } from './asked.ts';

const complete = { reason: 'signed in', by: 'A Person', role: 'office' };

describe('the minute of entry, no arrival known', () => {
  test('a late mark after close', () => {
    expect(ask('walton-oak', 'L', { at: '09:24' })).toStrictEqual([
      {
        rule: 'entry-after-close',
        level: 'check',
        message:
          'Register closed at 9:20. It is 9:24. Use U, or another absence code if the reason fits. Keep L if the pupil was here in time.',
        suggest: AFTER_CLOSE,
        clause: { policy: QUOTES.waltonClose, law: LAW.afterClose },
      },
    ]);
  });
  test('a U before close', () => {
    expect(ask('walton-oak', 'U', { at: '09:19' })).toStrictEqual([
      {
        rule: 'late-before-close',
        level: 'check',
        message:
          'The register closes at 9:20, so nobody has yet arrived after that. Use L if the pupil is late.',
        suggest: ['L'],
        clause: { policy: QUOTES.waltonClose, law: LAW.late },
      },
    ]);
  });
  test('where the policy gives no close, no time is named', () => {
    const found = ask('walton-oak', 'U', { session: 'PM', at: '12:59' });
    expect(found.find(({ rule }) => rule === 'late-before-close')).toStrictEqual({
      rule: 'late-before-close',
      level: 'check',
      message:
        'The register has not closed, so nobody has yet arrived after that. Use L if the pupil is late.',
      suggest: ['L'],
      clause: { policy: QUOTES.waltonAfternoon, law: LAW.late },
    });
  });
  test('a morning mark entered in the afternoon is still after close', () => {
    expect(rulesOf(ask('walton-oak', '/', { at: '13:10' }))).toBe('entry-after-close');
    expect(ask('walton-oak', 'U', { at: '13:10' })).toEqual([]);
  });
  test('a morning is over when the afternoon register is taken, close or no close', () => {
    const { AM, PM } = nationalPolicy.times;
    const policy = { ...nationalPolicy, times: { AM, PM: { ...PM, taken: '13:00' as ClockTime } } };
    const [found] = ask(policy, 'L', { at: '13:01' });
    expect(found?.message).toBe(
      'The register had closed. It is 13:01. Use U, or another absence code if the reason fits. Keep L if the pupil was here in time.',
    );
    expect(rulesOf(ask(policy, 'L', { at: '13:00' }))).toBe('close-unknown');
  });
  test.each(['/', 'L', ' L '])('a change from “%s” is no first entry', (previousCode) => {
    expect(ask('walton-oak', '/', { at: '09:24', previousCode, amendment: complete })).toEqual([]);
  });
  test('a change from the afternoon’s mark is no first entry either', () => {
    const at = '13:20';
    expect(
      ask('leading-futures', 'L', { session: 'PM', at, previousCode: '\\', amendment: complete }),
    ).toEqual([]);
  });
});

describe('the close minute', () => {
  const boundary = { rule: 'boundary-minute' };
  test('where the policy reads it as late', () => {
    const message =
      '9:20 is the minute the register closes. Walton Oak Primary School reads it as still late: L.';
    const clause = { policy: QUOTES.waltonClose, law: LAW.late };
    for (const when of [{ arrived: '09:20' }, { at: '09:20' }]) {
      expect(ask('walton-oak', 'L', when)).toStrictEqual([
        { ...boundary, level: 'note', message, suggest: [], clause },
      ]);
      expect(ask('walton-oak', 'U', when)).toStrictEqual([
        { ...boundary, level: 'check', message, suggest: ['L'], clause },
      ]);
    }
    expect(ask('walton-oak', '/', { arrived: '09:20' })[0]?.level).toBe('check');
  });
  test('where the policy reads it as absent', () => {
    const message =
      '9:20 is the minute the register closes. John F Kennedy Primary School reads it as already absent: U, or another absence code if the reason fits.';
    const clause = { policy: QUOTES.kennedyClose, law: LAW.afterClose };
    for (const when of [{ arrived: '09:20' }, { at: '09:20' }]) {
      expect(ask('john-f-kennedy', 'U', when)).toStrictEqual([
        { ...boundary, level: 'note', message, suggest: [], clause },
      ]);
      expect(ask('john-f-kennedy', 'L', when)).toStrictEqual([
        { ...boundary, level: 'check', message, suggest: AFTER_CLOSE, clause },
      ]);
    }
  });
});

describe('no close', () => {
  test('in the afternoon of a school, its sentence is quoted', () => {
    expect(ask('walton-oak', 'L', { session: 'PM', arrived: '13:40' })).toStrictEqual([
      {
        rule: 'close-unknown',
        level: 'note',
        message: 'No time is given at which the afternoon register closes, so lateness is not checked.',
        suggest: [],
        clause: { policy: QUOTES.waltonAfternoon, law: LAW.open },
      },
    ]);
  });
  test('with no school, the law alone is', () => {
    expect(ask('england-2024', '/', { at: '09:00' })).toStrictEqual([
      {
        rule: 'close-unknown',
        level: 'note',
        message: 'No time is given at which the morning register closes, so lateness is not checked.',
        suggest: [],
        clause: { law: LAW.open },
      },
    ]);
  });
});
