import { describe, expect, test } from 'vitest';
import { schoolCalendar } from '../../../../rules/calendar/calendar.ts';
import type { Policy } from '../../../../rules/policy/policy.ts';
import { builtInPolicy } from '../../../../rules/policy/profiles.ts';
import { stepsForPeople } from '../../../../rules/steps/due.ts';
import type { Step } from '../../../../rules/steps/step.ts';
import { date, mark } from '../history/counting.ts';
import { autumn, days, find, listed, logged, state } from './asking.ts';

const walton = builtInPolicy('walton-oak') as Policy;

/** Walton Oak with other steps, each asked for every day on which attendance is below 100%. */
const school = (...steps: readonly Partial<Step>[]): Policy => ({
  ...walton,
  steps: steps.map((step, i) => ({
    id: `step-${i}`,
    who: 'school',
    action: 'Act.',
    when: { metric: 'attendance-percent', is: 'below', value: 100 },
    again: 'each-day',
    clause: null,
    ...step,
  })),
});

const morning = autumn('2026-11-10', [mark('2026-11-10 AM N')]);
const away = (first: string, last: string) => [...autumn(first), ...days(first, last, 'O')];

describe('a step that was done holds', () => {
  const visit = (event: string) =>
    state('home-visit', 'seagrave', '2026-11-11', away('2026-11-09', '2026-11-11'), {
      events: logged(event),
    });
  test('for one absence: not for the next', () => {
    expect(visit('home-visit 2026-11-09')).toBe('not-due');
    expect(visit('home-visit 2026-11-06')).toBe('due');
  });
  const third = autumn(
    '2026-12-08',
    days('2026-09-10', '2026-09-11', 'I'),
    days('2026-12-07', '2026-12-07', 'I'),
  );
  const day3 = (event: string) =>
    state('day-3', 'great-hockham', '2026-12-07', third, { events: logged(event) });
  test('for one academic year', () => {
    expect(day3('day-3 2026-09-14')).toBe('not-due');
    expect(day3('day-3 2026-07-20')).toBe('due');
  });
  const considered = (event: string) =>
    state(
      'threshold-considered',
      'england-2024',
      '2026-11-06',
      [...days('2026-06-01', '2026-07-21'), ...away('2026-11-02', '2026-11-06')],
      { events: logged(event) },
    );
  test('while it lies in the window, of which the first week here is that of 20 July', () => {
    expect(considered('threshold-considered 2026-07-20')).toBe('not-due');
    expect(considered('threshold-considered 2026-07-17')).toBe('due');
  });
  test('until its period begins again', () => {
    const marks = [...autumn('2026-09-07'), ...days('2026-09-07', '2026-12-07', 'I')];
    const weeks = (asOf: string, ...events: string[]) =>
      state('two-weeks', 'john-f-kennedy', asOf, marks, {
        events: logged('letter-90 2026-11-02', ...events),
      });
    expect(weeks('2026-12-07', 'two-weeks 2026-11-16')).toBe('not-due');
    expect(weeks('2026-12-06', 'two-weeks 2026-11-16', 'letter-90 2026-11-23')).toBe('not-due');
    expect(weeks('2026-12-07', 'two-weeks 2026-11-16', 'letter-90 2026-11-23')).toBe('due');
  });
  const ill = autumn('2026-11-10', [mark('2026-11-10 AM I')]);
  const today = (id: string, ...events: string[]) =>
    state(id, 'leading-futures', '2026-11-10', ill, { at: '10:30', events: logged(...events) });
  test('for a session of its own day alone', () => {
    expect(today('notify-home-school', 'notify-home-school 2026-11-09')).toBe('due');
    expect(
      today('notify-home-school', 'notify-home-school 2026-11-09', 'notify-home-school 2026-11-10'),
    ).toBe('not-due');
    expect(today('update-30', 'notify-home-school 2026-11-09 09:30')).toBe('not-due');
  });
  test('for a day with no session at all', () => {
    const asked = (...events: string[]) =>
      state(
        'step-0',
        school({ again: 'each-session' }),
        '2026-11-21',
        autumn('2026-11-21', [mark('2026-11-10 AM I')]),
        {
          events: logged(...events),
        },
      );
    expect(asked()).toBe('due');
    expect(asked('step-0 2026-11-21')).toBe('not-due');
  });
  test('for nothing where what it holds for is not known', () => {
    const calendar = schoolCalendar({ terms: [], closures: [] });
    const asked = (id: string, rest: object) =>
      state(id, 'england-2024', '2026-11-06', [], { events: logged(`${id} 2026-11-05`), ...rest });
    expect(asked('threshold-considered', { calendar })).toBe('cannot-tell');
    expect(asked('attendance-return', {})).toBe('cannot-tell');
  });
});

describe('what is listed', () => {
  const ids = (...asked: Parameters<typeof listed>) => listed(...asked).map(({ step }) => step.id);
  test('the national steps, each once', () => {
    expect(ids('england-2024', '2026-11-10', morning)).toEqual([
      'first-day-contact',
      'n-deadline',
      'attendance-return',
      'sickness-return',
      'threshold-considered',
    ]);
  });
  test('the school’s own way in place of a national step, while it is due or done', () => {
    const asked = (at: string, ...events: string[]) =>
      ids('walton-oak', '2026-11-10', morning, { at, events: logged(...events) });
    expect(asked('09:00')).toContain('first-day-contact');
    expect(asked('09:30')).not.toContain('first-day-contact');
    expect(asked('09:30', 'contact-by-11 2026-11-10')).not.toContain('first-day-contact');
  });
  test('a school’s own step that bears the national name', () => {
    const own = school({ id: 'first-day-contact', meets: 'first-day-contact' });
    const asked = ids(own, '2026-11-10', morning);
    expect(asked.filter((id) => id === 'first-day-contact')).toHaveLength(1);
  });
  test('what is left to people apart', () => {
    expect(stepsForPeople(walton).map(({ id }) => id)).toEqual(['patterns', 'welfare-checks', 'late-or-ill']);
  });
  test('clauses that are shown and not applied, beside the step they are on', () => {
    const notes = (id: string) =>
      find(id, 'leading-futures', '2026-11-10', morning)?.notes.map((words) => words.split('“')[0]?.trim());
    expect(notes('n-deadline')).toHaveLength(1);
    expect(notes('red-face-to-face')).toHaveLength(3);
    expect(notes('illness-15')).toEqual([]);
    const silent = school({ id: 'one' }, { noteOn: 'one' });
    expect(find('one', silent, '2026-11-10', morning)?.notes).toEqual([]);
  });
  test('the law where no clause of the school stands behind a step, and the other way about', () => {
    const grounds = (policy: string, id: string) =>
      Object.keys(find(id, policy, '2026-11-10', morning)?.clause ?? {});
    expect(grounds('england-2024', 'n-deadline')).toEqual(['law']);
    expect(grounds('walton-oak', 'letter-3-days')).toEqual(['policy']);
    expect(grounds('walton-oak', 'contact-by-11')).toEqual(['policy', 'law']);
  });
});

describe('whose it is', () => {
  const roll = (pupil: { startDate?: ReturnType<typeof date>; leavingDate?: ReturnType<typeof date> }) => {
    const asked = find('first-day-contact', 'england-2024', '2026-11-10', morning, { pupil });
    return asked?.state === 'not-due' ? asked.because : asked?.state;
  };
  test('the first and the last day on roll are on roll', () => {
    expect(roll({ startDate: date('2026-11-10') })).toBe('due');
    expect(roll({ startDate: date('2026-11-11') })).toBe('The pupil is not on roll on this day.');
    expect(roll({ leavingDate: date('2026-11-10') })).toBe('due');
    expect(roll({ leavingDate: date('2026-11-09') })).toBe('The pupil is not on roll on this day.');
  });
  test('a pupil below compulsory school age, or of another tier', () => {
    const nursery = { pupil: { yearGroup: 'Nursery' } };
    expect(find('attendance-return', 'england-2024', '2026-11-10', morning, nursery)?.because).toBe(
      'The pupil is not of compulsory school age on this day.',
    );
    const green = { contactTier: 'green' } as const;
    expect(find('red-face-to-face', 'leading-futures', '2026-11-10', morning, green)?.because).toBe(
      'The pupil’s contact tier is green.',
    );
  });
  test('a tier that is not known', () => {
    expect(find('red-face-to-face', 'leading-futures', '2026-11-10', morning)?.because).toBe(
      'The pupil’s contact tier is not known. 1 school day in a row absent, from Tuesday 10 November (asked for at 1 school day or more).',
    );
  });
});

describe('why', () => {
  const because = (...asked: Parameters<typeof find>) => find(...asked)?.because;
  const early = { also: ['sickness-return-early'] };
  const ill = (last: string) => [...autumn('2026-09-07'), ...days('2026-09-07', last, 'I')];
  test('every comparison that decides, and no other', () => {
    expect(because('sickness-return-early', 'england-2024', '2026-09-22', ill('2026-09-22'), early)).toBe(
      '24 sessions coded I this school year, two to a school day (asked for at 12 school days or more); 24 sessions coded I this school year, two to a school day (asked for below 15 school days).',
    );
    expect(because('sickness-return-early', 'england-2024', '2026-09-08', ill('2026-09-08'), early)).toBe(
      '4 sessions coded I this school year, two to a school day (asked for at 12 school days or more).',
    );
  });
  test('neither of two', () => {
    expect(because('not-returned', 'john-f-kennedy', '2026-11-10', autumn('2026-11-11'))).toBe(
      '0 school days in a row coded G, N or O straight after an authorised absence (asked for at 10 school days or more); 0 school days in a row coded G, N or O (asked for at 20 school days or more).',
    );
  });
  test('several that cannot be told', () => {
    expect(because('four-weeks', 'john-f-kennedy', '2026-11-10', autumn('2026-11-11'))).toBe(
      'It cannot be told: no log of what has been done is kept here; no log of what has been done is kept here.',
    );
  });
  test('no start, at more than, at most', () => {
    const events = logged();
    expect(because('four-more-weeks', 'john-f-kennedy', '2026-11-10', autumn('2026-11-11'), { events })).toBe(
      'No four-weeks is logged; no four-weeks is logged.',
    );
    expect(because('evidence-5-days', 'leading-futures', '2026-11-10', autumn('2026-11-11'))).toBe(
      '0 school days in a row coded I (asked for at more than 5 school days).',
    );
    // Here on the first three days: 6 sessions of the 78 to 2 November, and of the 96 to 16 November.
    const worse = [...autumn('2026-09-07'), ...days('2026-09-07', '2026-11-16', 'I')];
    expect(
      because('two-weeks', 'john-f-kennedy', '2026-11-16', worse, { events: logged('letter-90 2026-11-02') }),
    ).toBe(
      '2 weeks since letter-90 on Monday 2 November, holidays left out (asked for at 2 weeks or more); attendance was 7.6% at letter-90 on Monday 2 November and is 6.2% now (asked for at 0 percentage points or less).',
    );
  });
  test('what is missing is left out where it could change nothing', () => {
    const marks = [...days('2026-09-02', '2026-09-03'), ...days('2026-09-07', '2026-09-07', 'I')];
    expect(because('over-50', 'john-f-kennedy', '2026-09-07', [...marks, mark('2026-09-04 AM /')])).toBe(
      '2 of 7 sessions missed this school year, 28.5% (asked for at 50% or more).',
    );
  });
  test('the time it is to be done by, and that it has passed', () => {
    const contact = (at: string | undefined) =>
      because(
        'step-0',
        school({ by: '11:00' as Step['by'] & string }),
        '2026-11-10',
        autumn('2026-11-11', [mark('2026-11-10 AM I')]),
        at ? { at } : {},
      );
    expect(contact(undefined)).toContain(' To be done by 11:00.');
    expect(contact('11:00')).toContain(' To be done by 11:00.');
    expect(contact('11:01')).toContain(' 11:00 has passed.');
    expect(contact('2026-11-11 12:00')).toContain(' To be done by 11:00.');
  });
});
