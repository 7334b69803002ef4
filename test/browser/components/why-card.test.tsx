import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountWhyCard } from '../../../components/register/mount-why-card.tsx';
import { WhyCard } from '../../../components/register/why-card.tsx';
import type { WhyFacts, WrittenMark } from '../../../components/register/why-told.ts';
import { type CalendarInput, schoolCalendar } from '../../../rules/calendar/calendar.ts';
import { fromDay, type IsoDate, SESSIONS } from '../../../rules/calendar/dates.ts';
import { conflictsOfCount } from '../../../rules/conflicts/of-count.ts';
import { history } from '../../../rules/history/history.ts';
import { builtInPolicy } from '../../../rules/policy/profiles.ts';
import { dueSteps } from '../../../rules/steps/due.ts';

const term = (from: string, to: string) => ({ from: from as IsoDate, to: to as IsoDate });
const calendar: CalendarInput = {
  terms: [
    term('2026-09-02', '2026-10-23'),
    term('2026-11-02', '2026-12-18'),
    term('2027-01-04', '2027-02-12'),
  ],
  // An INSET day inside the window.
  closures: [{ ...term('2026-11-06', '2026-11-06'), sessions: 'both' }],
};
const ready = schoolCalendar(calendar);
const here = { date: '2026-11-20' as IsoDate, session: 'AM' as const };

/** Eight sessions missed: U, G, G, O, O, O, N, N; present otherwise, until the evening before Friday 20 November 2026. */
const AWAY: Readonly<Record<string, string>> = {
  ...{ '2026-09-09 AM': 'U', '2026-11-10 AM': 'G', '2026-11-10 PM': 'G' },
  ...{ '2026-10-13 AM': 'O', '2026-10-13 PM': 'O', '2026-10-14 AM': 'O' },
  ...{ '2026-11-18 AM': 'N', '2026-11-18 PM': 'N' },
};
const marks: readonly WrittenMark[] = ready.schoolDays
  .map(fromDay)
  .filter((date) => date < here.date)
  .flatMap((date) => SESSIONS.map((session) => ({ date, session, code: AWAY[`${date} ${session}`] ?? '/' })));

/** As the background answers: what the policy asks for, and the conflicts that bear on the count. */
function factsOf(policyId: string, code: string | null, kept = marks, saved = false): WhyFacts {
  const policy = builtInPolicy(policyId);
  if (!policy) throw new Error('no such policy');
  const standing = code === null ? kept : [...kept, { ...here, code }];
  const question = { policy, asOf: here.date, calendar: ready, marks: standing };
  const now = { date: here.date, minute: 9 * 60 + 30 };
  return {
    question: { pupil: 'p1', name: 'Amir Lindale', ...here, code, saved, at: 0 },
    policy: { ...policy, steps: [], noted: [], numbering: {} },
    calendar,
    answer: {
      marks: kept,
      steps: dueSteps({ ...question, now }).filter(({ state }) => state !== 'not-due'),
      conflicts: conflictsOfCount(policy, history(question)),
    },
  };
}

const closed = vi.fn();
/** The card with no page around it and nobody to place it. */
function show(facts: WhyFacts): HTMLElement {
  render(<WhyCard facts={facts} onClose={closed} />, document.body);
  return document.querySelector('[role=dialog]') as HTMLElement;
}
/** Its text as it is read out, hidden words included. */
const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ');
const under = (card: Element, heading: RegExp) => {
  const from = [...card.querySelectorAll('h3')].find((each) => heading.test(text(each)));
  let found = '';
  for (let at = from?.nextElementSibling; at && at.localName !== 'h3'; at = at.nextElementSibling)
    found += ` ${text(at)}`;
  return found;
};

let stop = new AbortController();
beforeEach(() => page.viewport(1280, 900));
afterEach(() => {
  stop.abort();
  stop = new AbortController();
  render(null, document.body);
  document.body.innerHTML = '';
  closed.mockClear();
});

describe('the weeks', () => {
  const cell = (card: Element, title: string) => card.querySelector(`td[title^="${title}"]`) as Element;

  test('stand as in a register: ten, of ten sessions each, with their letters', () => {
    const card = show(factsOf('walton-oak', 'U'));
    expect([...card.querySelectorAll('tbody th')].map(text)).toEqual(
      '7 Sep,14 Sep,21 Sep,28 Sep,5 Oct,12 Oct,19 Oct,2 Nov,9 Nov,16 Nov'.split(','),
    );
    expect(card.querySelectorAll('tbody td')).toHaveLength(100);
    expect(text(cell(card, 'Wed 9 Sep, AM'))).toBe('U unauthorised, counted');
    expect(text(cell(card, 'Wed 18 Nov, PM'))).toBe('N counted, not settled');
    expect(text(cell(card, 'Fri 6 Nov, AM'))).toBe(' no session');
    expect(text(cell(card, 'Thu 19 Nov, AM'))).toBe('/');
    expect(text(cell(card, 'Fri 20 Nov, AM'))).toBe('U unauthorised, counted, this session');
    expect(text(cell(card, 'Fri 20 Nov, PM'))).toBe(' not marked yet');
    expect(card.querySelectorAll('.now')).toHaveLength(2); // the cell, and the key
  });

  test('have as many discs as are counted: filled for settled, hollow for N', () => {
    const card = show(factsOf('walton-oak', 'U'));
    expect(card.querySelectorAll('td.counted')).toHaveLength(7);
    expect(card.querySelectorAll('td.unsettled')).toHaveLength(2);
  });

  test('a mark that is no code is shown as none, and a gap as a gap', () => {
    const kept = marks.map((mark) => (mark.date === '2026-11-19' ? { ...mark, code: 'late' } : mark));
    const card = show(
      factsOf(
        'walton-oak',
        null,
        kept.filter(({ date }) => date !== '2026-11-17'),
      ),
    );
    expect(text(cell(card, 'Thu 19 Nov, AM'))).toBe('? no mark known');
    expect(text(cell(card, 'Tue 17 Nov, PM'))).toBe('· no mark known');
    expect(text(card)).toContain('At least 8 of 10 unauthorised sessions');
    expect(text(card)).toContain('92 of 96 sessions seen on this device. Importing marks');
  });
});

describe('what the card says', () => {
  test('the split, what is unsettled, the dates and the week skipped', () => {
    const card = show(factsOf('walton-oak', null));
    expect(text(card)).toContain('8 of 10 unauthorised sessions in the last 10 school weeks');
    expect(under(card, /^6 settled, 2 not settled$/)).toMatch(
      /G holiday not granted2N no reason yet, not settled2O other or unknown3U after the register closed1/,
    );
    expect(text(card)).toContain('10 school weeks, Monday 7 September to Friday 20 November.');
    expect(text(card)).toContain('Skipped, as school did not meet: the week of 26 Oct.');
    expect(under(card, /What leaves/)).toContain('Mon 23 Nov: 1 session leaves');
  });

  test('what this mark makes it, before it is saved and after', () => {
    const nine = [
      ...marks.slice(0, -1),
      { date: '2026-11-19' as IsoDate, session: 'PM' as const, code: 'O' },
    ];
    expect(text(show(factsOf('walton-oak', 'U', nine)))).toContain(
      'This mark, U, makes it 10 of 10: 9 → 10 if it stands.',
    );
    expect(text(show(factsOf('walton-oak', 'U', nine, true)))).toContain('U, is saved and is one of them');
    expect(text(show(factsOf('walton-oak', '/', nine)))).not.toContain('This mark');
  });

  test('that dates are worked out, that none are set, that nothing is known, that it cannot be read', () => {
    const facts = factsOf('walton-oak', null);
    expect(text(show({ ...facts, inferred: true }))).toContain(
      'Term dates are worked out from marks, not given.',
    );
    expect(text(show({ ...facts, calendar: null }))).toContain('Term dates are not set');
    expect(text(show(factsOf('walton-oak', 'U', [])))).toContain('Not counted: no earlier marks');
    const failed = text(show({ ...facts, answer: { why: 'What is kept here cannot be read.' } }));
    expect(failed).toContain('Not counted: What is kept here cannot be read.');
    expect(failed).not.toContain('of 10');
  });

  test('nothing that blames or decides', () => {
    for (const id of ['walton-oak', 'seagrave', 'john-f-kennedy', 'great-hockham', 'leading-futures']) {
      const card = show(factsOf(id, 'O'));
      for (const quoted of card.querySelectorAll('blockquote,.sides,.law')) quoted.remove();
      expect(text(card)).not.toMatch(/\b(truant|at risk|fined?|invalid|you must)\b/i);
    }
  });
});

describe('each school’s own words', () => {
  test('Walton Oak: the threshold', () => {
    expect(under(show(factsOf('walton-oak', 'U')), /The rule/)).toContain(
      '10 or more unauthorised sessions during the preceding 10 school weeks.',
    );
  });

  test('Seagrave: more than 10 beside the 10 of the national framework', () => {
    const clashes = under(show(factsOf('seagrave', 'U')), /Where sentences differ/);
    expect(clashes).toContain('“Pupils who obtain more than 10 unauthorised absences');
    expect(clashes).toContain('National framework for penalty notices: 10 sessions');
    expect(clashes).toContain(
      'by the end of the first day of absence, we will mark the absence as unauthorised',
    );
  });

  test('John F Kennedy: below 93 percent, the letter and the band in its words', () => {
    // 103 sessions were possible: 51 days before this one and this session. Nine missed leave 94, which are 91.2%.
    const card = show(factsOf('john-f-kennedy', 'O'));
    expect(under(card, /Attendance this year/)).toMatch(/91\.2%: 94 of 103 .*Cause for concern, below 93%/);
    expect(under(card, /asks for now/)).toContain('falls below 93 percent, a letter is sent home');
    expect(under(card, /asks for now/)).toMatch(/with this mark as if it were saved/);
  });

  test('Great Hockham: below its 96% target', () => {
    const asks = under(show(factsOf('great-hockham', null)), /asks for now/);
    expect(asks).toContain('96%');
    expect(asks).not.toContain('as if it were saved');
  });

  test('Leading Futures: a provision’s register claims no threshold, and says why', () => {
    const card = show(factsOf('leading-futures', 'U'));
    expect(text(card)).toContain('9 unauthorised sessions in the last 10 school weeks no threshold applies');
    expect(text(card)).toContain('Absences are counted in the home school’s');
    expect(text(card)).not.toContain('of 10 unauthorised');
  });
});

describe('with no page to stand in', () => {
  test('it closes by its button and by Escape, for a person only', async () => {
    const card = show(factsOf('walton-oak', null));
    card.querySelector('button')?.click();
    expect(closed).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole('button', { name: 'Close' }));
    expect(closed).toHaveBeenCalledTimes(1);
    card.focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledTimes(2);
  });

  test('it stands at the side, has the focus, and scrolls with its name in sight', async () => {
    mountWhyCard(document, factsOf('john-f-kennedy', 'O'), null, stop.signal, 'open');
    const root = document.querySelector('[data-rw]')?.shadowRoot;
    const card = root?.querySelector('.card') as HTMLElement;
    expect(root?.activeElement).toBe(card);
    const { right, bottom } = card.getBoundingClientRect();
    expect(right).toBeLessThanOrEqual(innerWidth);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
    card.scrollTop = card.scrollHeight;
    const name = root?.querySelector('h2')?.getBoundingClientRect();
    expect(name?.top).toBeGreaterThanOrEqual(card.getBoundingClientRect().top);
  });

  test.each(['john-f-kennedy', 'leading-futures'])('axe finds nothing, %s', async (id) => {
    document.documentElement.lang = 'en';
    document.title = 'Register';
    mountWhyCard(document, factsOf(id, 'O'), null, stop.signal, 'open');
    await new Promise((done) => setTimeout(done, 300));
    const { violations } = await axe.run(document.querySelector('[data-rw]') as HTMLElement);
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
