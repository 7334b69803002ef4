import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../../rules/history/marks.ts';
import { date, mark } from '../history/counting.ts';
import { autumn, days, find, logged, state } from './asking.ts';

/** Days in a row of one code, up to each of two days: the day before a step is asked for, and the day itself. */
const from = (first: string, code: string) => (last: string) =>
  [autumn(first), days(first, last, code)].flat();

describe('Walton Oak', () => {
  const morning = autumn('2026-11-10', [mark('2026-11-10 AM N')]);
  const contact = (at: string | undefined, marks = morning) =>
    find('contact-by-11', 'walton-oak', '2026-11-10', marks, { events: [], ...(at ? { at } : {}) });

  test('contact before 11:00, once the register has closed at 9:20', () => {
    expect(contact('09:19')?.state).toBe('not-due');
    expect(contact('09:20')).toMatchObject({ state: 'due', who: 'school' });
    expect(contact('10:59')?.because).toContain('To be done by 11:00.');
    expect(contact('11:01')?.because).toContain('11:00 has passed.');
  });
  test('cannot be told with no clock, or with no mark after the close', () => {
    expect(contact(undefined)?.state).toBe('cannot-tell');
    expect(contact('09:30', autumn('2026-11-10'))?.state).toBe('cannot-tell');
    expect(contact('09:30', autumn('2026-11-11'))?.state).toBe('not-due');
  });
  test('done when logged, for that day', () => {
    const asked = (event: string) =>
      state('contact-by-11', 'walton-oak', '2026-11-10', morning, { at: '10:00', events: logged(event) });
    expect(asked('contact-by-11 2026-11-10')).toBe('not-due');
    expect(asked('parent-contact 2026-11-10')).toBe('not-due');
    expect(asked('contact-by-11 2026-11-09')).toBe('due');
  });
  test('a letter after three days without contact, not after two', () => {
    const away = from('2026-11-09', 'O');
    const letter = (asOf: string, ...events: string[]) =>
      state('letter-3-days', 'walton-oak', asOf, away(asOf), { events: logged(...events) });
    expect(letter('2026-11-10')).toBe('not-due');
    expect(letter('2026-11-11')).toBe('due');
    expect(letter('2026-11-11', 'parent-contact 2026-11-10')).toBe('not-due');
    expect(letter('2026-11-12', 'letter-3-days 2026-11-11')).toBe('not-due');
    expect(state('letter-3-days', 'walton-oak', '2026-11-11', away('2026-11-11'))).toBe('cannot-tell');
  });
  test('the three days may lie across half-term', () => {
    const away = from('2026-10-22', 'N');
    expect(state('letter-3-days', 'walton-oak', '2026-10-23', away('2026-10-23'))).toBe('not-due');
    expect(state('letter-3-days', 'walton-oak', '2026-11-02', away('2026-11-02'))).toBe('due');
  });
  test('medical evidence may be asked for from 10% missed, on exact counts', () => {
    const marks = autumn('2026-09-16', [mark('2026-09-08 AM I'), mark('2026-09-09 AM I')]);
    expect(state('medical-evidence', 'walton-oak', '2026-09-14', marks)).toBe('due');
    expect(state('medical-evidence', 'walton-oak', '2026-09-15', marks)).toBe('due');
    const one = autumn('2026-09-09', [mark('2026-09-03 AM I')]);
    expect(state('medical-evidence', 'walton-oak', '2026-09-08', one)).toBe('due');
    expect(
      state('medical-evidence', 'walton-oak', '2026-09-09', [...one, ...days('2026-09-09', '2026-09-09')]),
    ).toBe('not-due');
  });
  test('the local authority is told at 15 days of illness', () => {
    const ill = from('2026-09-07', 'I');
    expect(state('health-15-days', 'walton-oak', '2026-09-24', ill('2026-09-24'))).toBe('not-due');
    expect(state('health-15-days', 'walton-oak', '2026-09-25', ill('2026-09-25'))).toBe('due');
  });
});

describe('Seagrave', () => {
  test('contact in the first hour, from the close of the register', () => {
    const marks = autumn('2026-11-10', [mark('2026-11-10 AM N')]);
    const asked = (at: string) => find('first-hour', 'seagrave', '2026-11-10', marks, { at });
    expect(asked('08:59')?.state).toBe('not-due');
    expect(asked('09:00')).toMatchObject({ state: 'due', who: 'office' });
    expect(asked('09:00')?.because).toContain('9:45');
  });
  test('a home visit after three days of continuous unexplained absence', () => {
    const away = from('2026-10-22', 'N');
    expect(state('home-visit', 'seagrave', '2026-10-23', away('2026-10-23'))).toBe('not-due');
    expect(state('home-visit', 'seagrave', '2026-11-02', away('2026-11-02'))).toBe('due');
    const broken = [...away('2026-11-02'), ...days('2026-10-23', '2026-10-23')];
    expect(state('home-visit', 'seagrave', '2026-11-02', broken)).toBe('not-due');
  });
  test('with attendance below 90%, and not at 90%, each absence is reported on the day', () => {
    const marks = [...autumn('2026-09-09'), ...days('2026-09-09', '2026-09-09', 'I')];
    const missed = autumn('2026-09-14', [mark('2026-09-04 AM I')], days('2026-09-14', '2026-09-14', 'I'));
    const asked = (asOf: string, given: readonly Mark[]) =>
      state('below-90', 'seagrave', asOf, given, { at: '15:00' });
    expect(asked('2026-09-09', marks)).toBe('due');
    expect(asked('2026-09-14', missed)).toBe('due');
    const tenth = [...autumn('2026-09-15'), ...days('2026-09-15', '2026-09-15', 'I')];
    expect(asked('2026-09-15', tenth)).toBe('not-due');
    expect(asked('2026-09-10', [...marks, ...days('2026-09-10', '2026-09-10')])).toBe('not-due');
  });
  test('O on day one, and more than 10, are notes beside the national steps', () => {
    const marks = autumn('2026-11-17', days('2026-11-09', '2026-11-09', 'N'));
    expect(find('o-on-day-one', 'seagrave', '2026-11-09', marks)).toBeUndefined();
    expect(state('n-deadline', 'seagrave', '2026-11-16', marks)).toBe('not-due');
    const due = find('n-deadline', 'seagrave', '2026-11-17', marks);
    expect(due?.state).toBe('due');
    expect(due?.notes.join()).toContain('by the end of the first day of absence');
    expect(find('threshold-considered', 'seagrave', '2026-11-16', marks)?.notes.join()).toContain(
      'more than 10',
    );
  });
});

describe('John F Kennedy', () => {
  const school = 'john-f-kennedy';
  test('a telephone call from the close of the morning register', () => {
    const marks = autumn('2026-11-10', [mark('2026-11-10 AM N')]);
    const asked = (at: string) => find('call-by-close', school, '2026-11-10', marks, { at });
    expect(asked('09:19')?.state).toBe('not-due');
    expect(asked('09:20')).toMatchObject({ state: 'due', who: 'office' });
  });
  test('below 93% one letter, below 90% the other', () => {
    const letters = (missed: number) => {
      const off = ['03', '04', '07', '08', '09', '10', '11', '14', '15', '16', '17'].slice(0, missed);
      const marks = autumn(
        '2026-11-21',
        off.map((day) => mark(`2026-09-${day} AM I`)),
      );
      return [
        state('letter-93', school, '2026-11-20', marks),
        state('letter-90', school, '2026-11-20', marks),
      ];
    };
    // 2 September to 20 November is 38 days of September and October and 14 of November: 104 sessions.
    expect(letters(7)).toEqual(['not-due', 'not-due']);
    expect(letters(8)).toEqual(['due', 'not-due']);
    expect(letters(10)).toEqual(['due', 'not-due']);
    expect(letters(11)).toEqual(['not-due', 'due']);
  });
  const away = days('2026-09-07', '2026-09-18', 'I');
  const chain = (id: string, asOf: string, marks: ReturnType<typeof autumn>, ...events: string[]) =>
    state(id, school, asOf, marks, { events: logged(...events) });
  test('two weeks after the letter, then four, then four more, where attendance does not improve', () => {
    const worse = (until: string) => [...autumn(until, away), ...days('2026-11-02', until, 'I')];
    const letter = 'letter-90 2026-11-02';
    expect(chain('two-weeks', '2026-11-15', worse('2026-11-15'), letter)).toBe('not-due');
    expect(chain('two-weeks', '2026-11-16', worse('2026-11-16'), letter)).toBe('due');
    const meeting = 'two-weeks 2026-11-16';
    expect(chain('two-weeks', '2026-11-17', worse('2026-11-17'), letter, meeting)).toBe('not-due');
    expect(chain('four-weeks', '2026-12-13', worse('2026-12-13'), letter, meeting)).toBe('not-due');
    expect(chain('four-weeks', '2026-12-14', worse('2026-12-14'), letter, meeting)).toBe('due');
    const early = [...autumn('2026-09-07'), ...days('2026-09-07', '2026-12-18', 'I')];
    const warned = ['four-weeks 2026-11-09'];
    expect(chain('four-more-weeks', '2026-12-06', early, ...warned)).toBe('not-due');
    expect(chain('four-more-weeks', '2026-12-07', early, ...warned)).toBe('due');
  });
  test('the weeks wait for half-term', () => {
    const worse = [...autumn('2026-09-07'), ...days('2026-09-07', '2026-11-04', 'I')];
    expect(chain('two-weeks', '2026-11-03', worse, 'letter-93 2026-10-14')).toBe('not-due');
    expect(chain('two-weeks', '2026-11-04', worse, 'letter-93 2026-10-14')).toBe('due');
  });
  test('not where attendance has improved, nor before a letter is logged; with no log it cannot be told', () => {
    const better = autumn('2026-11-17', away);
    expect(chain('two-weeks', '2026-11-16', better, 'letter-90 2026-11-02')).toBe('not-due');
    expect(chain('two-weeks', '2026-11-16', better)).toBe('not-due');
    expect(state('two-weeks', school, '2026-11-16', better)).toBe('cannot-tell');
  });
  test('the local authority after 10 days away that follow an authorised absence', () => {
    const marks = [
      ...autumn('2026-10-05', days('2026-09-28', '2026-10-02', 'C')),
      ...days('2026-10-05', '2026-10-16', 'O'),
    ];
    expect(state('not-returned', school, '2026-10-15', marks)).toBe('not-due');
    expect(state('not-returned', school, '2026-10-16', marks)).toBe('due');
  });
  test('or after 20 consecutive school days without authorisation, half-term and INSET left out', () => {
    const marks = [...autumn('2026-10-12'), ...days('2026-10-12', '2026-11-20', 'O')];
    // 12 to 23 October are ten school days; 2 to 12 November nine more; Friday 13 is INSET.
    expect(state('not-returned', school, '2026-11-12', marks)).toBe('not-due');
    expect(state('not-returned', school, '2026-11-16', marks)).toBe('due');
  });
  test('the local authority at 15 days of illness', () => {
    const ill = from('2026-09-07', 'I');
    expect(state('health-15-days', school, '2026-09-24', ill('2026-09-24'))).toBe('not-due');
    expect(state('health-15-days', school, '2026-09-25', ill('2026-09-25'))).toBe('due');
  });
  test('“after a week” is a note beside the five school days', () => {
    const marks = autumn('2026-11-17', days('2026-11-09', '2026-11-09', 'N'));
    expect(find('n-deadline', school, '2026-11-17', marks)?.notes.join()).toContain('after a week');
  });
});

describe('Great Hockham', () => {
  const school = 'great-hockham';
  test('first day calling once either register has closed, then the emergency contacts', () => {
    const am = autumn('2026-11-10', [mark('2026-11-10 AM N')]);
    const pm = autumn('2026-11-10', [mark('2026-11-10 AM /'), mark('2026-11-10 PM N')]);
    expect(state('first-day-call', school, '2026-11-10', am, { at: '09:14' })).toBe('not-due');
    expect(state('first-day-call', school, '2026-11-10', am, { at: '09:15' })).toBe('due');
    expect(state('first-day-call', school, '2026-11-10', pm, { at: '13:34' })).toBe('not-due');
    expect(state('first-day-call', school, '2026-11-10', pm, { at: '13:35' })).toBe('due');
    const emergency = (...events: string[]) =>
      state('emergency-contacts', school, '2026-11-10', am, { at: '10:00', events: logged(...events) });
    expect(emergency()).toBe('not-due');
    expect(emergency('first-day-call 2026-11-09')).toBe('not-due');
    expect(emergency('first-day-call 2026-11-10')).toBe('due');
  });
  test('the DSL after 3 days with no satisfactory reason', () => {
    const away = from('2026-10-22', 'N');
    expect(state('dsl-3-days', school, '2026-10-23', away('2026-10-23'))).toBe('not-due');
    expect(find('dsl-3-days', school, '2026-11-02', away('2026-11-02'))).toMatchObject({
      state: 'due',
      who: 'dsl',
    });
    const ill = [...away('2026-11-02'), ...days('2026-10-23', '2026-10-23', 'I')];
    expect(state('dsl-3-days', school, '2026-11-02', ill)).toBe('not-due');
  });
  test('contact home on day 3 of absence, consecutive or not', () => {
    const two = [days('2026-09-10', '2026-09-10', 'I'), days('2026-10-06', '2026-10-06', 'M')];
    const marks = autumn('2026-11-11', ...two, days('2026-11-10', '2026-11-10', 'I'));
    expect(state('day-3', school, '2026-11-09', marks)).toBe('not-due');
    expect(state('day-3', school, '2026-11-10', marks)).toBe('due');
    expect(state('day-3', school, '2026-11-11', marks, { events: logged('day-3 2026-11-10') })).toBe(
      'not-due',
    );
  });
  test('10% and 50%', () => {
    const tenth = autumn('2026-09-16', days('2026-09-08', '2026-09-08', 'I'));
    expect(state('persistent', school, '2026-09-15', tenth)).toBe('due');
    expect(state('persistent', school, '2026-09-16', [...tenth, ...days('2026-09-16', '2026-09-16')])).toBe(
      'not-due',
    );
    const half = autumn('2026-09-04', days('2026-09-02', '2026-09-02', 'I'));
    expect(state('severe', school, '2026-09-03', half)).toBe('due');
    expect(state('severe', school, '2026-09-04', [...half, ...days('2026-09-04', '2026-09-04')])).toBe(
      'not-due',
    );
  });
  test('at the threshold the case is considered, in place of the national words', () => {
    const away = (last: string) => [...days('2026-06-01', '2026-07-21'), ...from('2026-11-02', 'O')(last)];
    const age = { pupil: { yearGroup: '4' } };
    expect(state('case-by-case', school, '2026-11-05', away('2026-11-05'), age)).toBe('not-due');
    const due = find('case-by-case', school, '2026-11-06', away('2026-11-06'), age);
    expect(due?.state).toBe('due');
    expect(due?.clause.policy).toContain('each individual case');
    expect(due?.clause.law).toContain('national framework');
    expect(find('threshold-considered', school, '2026-11-06', away('2026-11-06'), age)).toBeUndefined();
  });
  test('medical evidence on the 6th day of illness', () => {
    const ill = from('2026-10-19', 'I');
    expect(state('evidence-day-6', school, '2026-10-23', ill('2026-10-23'))).toBe('not-due');
    expect(state('evidence-day-6', school, '2026-11-02', ill('2026-11-02'))).toBe('due');
  });
});

describe('Leading Futures', () => {
  test('the second letter, once sent, is not asked for again that year, whether or not the first was logged', () => {
    const marks = autumn('2026-11-10', days('2026-09-14', '2026-09-25', 'O'));
    const second = (...events: string[]) =>
      state('sal-2', 'leading-futures', '2026-11-10', marks, {
        events: logged(...events),
        contactTier: 'amber',
      });
    expect(second()).toBe('due');
    expect(second('sal-2 2026-11-09')).toBe('not-due');
    expect(second('sal-2 2026-07-01')).toBe('due');
    expect(second('sal-2 2026-11-02', 'sal-1 2026-11-04')).toBe('due');
  });
  const school = 'leading-futures';
  const marks = autumn('2026-11-10', [mark('2026-11-10 AM I')]);
  test('the home school is called when the register closes, for each session', () => {
    const call = (at: string, given = marks, ...events: string[]) =>
      state('notify-home-school', school, '2026-11-10', given, { at, events: logged(...events) });
    expect(call('09:29')).toBe('not-due');
    expect(call('09:30')).toBe('due');
    expect(call('09:40', marks, 'notify-home-school 2026-11-10 09:35')).toBe('not-due');
    const both = [...marks, mark('2026-11-10 PM I')];
    expect(call('13:15', both, 'notify-home-school 2026-11-10 09:35')).toBe('due');
  });
  test('its update is due 30 minutes after the call', () => {
    const update = (at: string, ...events: string[]) =>
      state('update-30', school, '2026-11-10', marks, { at, events: logged(...events) });
    expect(update('10:04', 'notify-home-school 2026-11-10 09:35')).toBe('not-due');
    expect(update('10:05', 'notify-home-school 2026-11-10 09:35')).toBe('due');
    expect(update('10:05', 'notify-home-school 2026-11-10')).toBe('cannot-tell');
    expect(update('10:05')).toBe('not-due');
  });
  test.each([
    ['red', '2026-11-09', 1],
    ['amber', '2026-11-11', 3],
    ['green', '2026-11-16', 5],
  ] as const)('%s: face to face on %s, day %i of absence', (contactTier, day, _nth) => {
    const away = from('2026-11-09', 'I');
    const before =
      day === '2026-11-16' ? '2026-11-12' : `2026-11-${String(Number(day.slice(8)) - 1).padStart(2, '0')}`;
    const asked = (asOf: string, given: typeof contactTier | undefined) =>
      state(`${contactTier}-face-to-face`, school, asOf, away(asOf), { contactTier: given });
    expect(asked(before, contactTier)).toBe('not-due');
    expect(asked(day, contactTier)).toBe('due');
    expect(asked(day, undefined)).toBe('cannot-tell');
    expect(asked(day, contactTier === 'red' ? 'green' : 'red')).toBe('not-due');
  });
  test('red is every day, amber every third, counted from the last', () => {
    const away = from('2026-11-09', 'I');
    const asked = (tier: 'red' | 'amber', asOf: string, last: string) =>
      state(`${tier}-face-to-face`, school, asOf, away(asOf), {
        contactTier: tier,
        events: logged(`${tier}-face-to-face ${last}`),
      });
    expect(asked('red', '2026-11-10', '2026-11-10')).toBe('not-due');
    expect(asked('red', '2026-11-10', '2026-11-09')).toBe('due');
    expect(asked('amber', '2026-11-16', '2026-11-11')).toBe('not-due');
    expect(asked('amber', '2026-11-17', '2026-11-11')).toBe('due');
  });
  test('daily verbal contact for amber and green, the other versions beside it', () => {
    for (const contactTier of ['amber', 'green'] as const)
      expect(
        state(`${contactTier}-daily-call`, school, '2026-11-10', marks, { at: '10:00', contactTier }),
      ).toBe('due');
    const notes = find('green-face-to-face', school, '2026-11-10', marks)?.notes.join();
    expect(notes).toContain('every fifth day of absence');
  });
  test('the home school is told of 15 days of illness, and keeps its own returns', () => {
    const ill = from('2026-09-07', 'I');
    expect(state('illness-15', school, '2026-09-24', ill('2026-09-24'))).toBe('not-due');
    expect(state('illness-15', school, '2026-09-25', ill('2026-09-25'))).toBe('due');
    expect(find('sickness-return', school, '2026-09-25', ill('2026-09-25'))).toMatchObject({
      state: 'not-due',
      because: 'This is counted in the home school’s register.',
    });
  });
});

describe('the national steps, beneath every policy', () => {
  test('the attendance return at 10 continuous school days, half-term left out', () => {
    const marks = [
      ...autumn('2026-10-15'),
      ...days('2026-10-15', '2026-11-05', 'G'),
      ...days('2026-10-20', '2026-10-20', 'U'),
    ];
    for (const policy of ['england-2024', 'walton-oak', 'seagrave', 'john-f-kennedy', 'great-hockham']) {
      expect(state('attendance-return', policy, '2026-11-03', marks)).toBe('not-due');
      expect(state('attendance-return', policy, '2026-11-04', marks)).toBe('due');
    }
    expect(
      state('attendance-return', 'england-2024', '2026-11-04', marks, { pupil: { yearGroup: 'Nursery' } }),
    ).toBe('not-due');
  });
  test('the sickness return at 15 days, and at 12 where the school asks for it', () => {
    const ill = from('2026-09-07', 'I');
    expect(state('sickness-return', 'england-2024', '2026-09-24', ill('2026-09-24'))).toBe('not-due');
    expect(state('sickness-return', 'england-2024', '2026-09-25', ill('2026-09-25'))).toBe('due');
    const early = (asOf: string, also: string[]) =>
      state('sickness-return-early', 'england-2024', asOf, ill(asOf), { also });
    expect(early('2026-09-22', [])).toBeUndefined();
    expect(early('2026-09-21', ['sickness-return-early'])).toBe('not-due');
    expect(early('2026-09-22', ['sickness-return-early'])).toBe('due');
  });
  test('first-day contact for an N, on the day', () => {
    const marks = autumn('2026-11-10', [mark('2026-11-10 AM N')]);
    expect(state('first-day-contact', 'england-2024', '2026-11-10', marks)).toBe('due');
    expect(state('first-day-contact', 'england-2024', '2026-11-09', marks)).toBe('not-due');
  });
  test('an N at five school days', () => {
    const marks = autumn('2026-11-18', days('2026-11-09', '2026-11-09', 'N'));
    expect(state('n-deadline', 'england-2024', '2026-11-16', marks)).toBe('not-due');
    expect(state('n-deadline', 'england-2024', '2026-11-17', marks)).toBe('due');
  });
  test('the threshold is not to be told where only N marks reach it', () => {
    const marks = [
      ...days('2026-06-01', '2026-07-21'),
      ...autumn('2026-11-07', days('2026-11-02', '2026-11-05', 'O'), days('2026-11-06', '2026-11-06', 'N')),
    ];
    const asked = find('threshold-considered', 'england-2024', '2026-11-06', marks);
    expect(asked?.state).toBe('cannot-tell');
    expect(asked?.because).toContain('2 of them coded N may still change');
  });
  test('nothing is asked for a pupil who is not on roll', () => {
    const marks = autumn('2026-11-18', days('2026-11-09', '2026-11-09', 'N'));
    const pupil = { leavingDate: date('2026-11-13') };
    expect(state('n-deadline', 'england-2024', '2026-11-17', marks, { pupil })).toBe('not-due');
  });
});
