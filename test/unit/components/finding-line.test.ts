import { expect, test } from 'vitest';
import { findingLine, levelWord } from '../../../components/texts-findings.ts';
import { schoolCalendar } from '../../../rules/calendar/calendar.ts';
import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import { checkMark } from '../../../rules/marks/check.ts';
import type { Finding, RuleName } from '../../../rules/marks/finding.ts';
import { LAW } from '../../../rules/marks/law.ts';
import { builtInPolicies } from '../../../rules/policy/profiles.ts';
import { timesOn } from '../../../rules/policy/times.ts';

const date = '2026-11-20' as IsoDate;
const calendar = schoolCalendar({
  terms: [{ from: '2026-09-02' as IsoDate, to: '2026-12-18' as IsoDate }],
  closures: [],
});
const NEVER = /\b(fine|truant|at risk|invalid)\b/i;

/** One of every kind of thing that can be said, as the engine says it of some entry under some policy. */
const RULES: Readonly<Record<RuleName, true>> = {
  ...{ 'late-after-close': true, 'late-before-close': true, 'present-after-start': true },
  ...{ 'late-before-start': true, 'late-after-session': true, 'entry-after-close': true },
  ...{ 'boundary-minute': true, 'close-unknown': true, 'wrong-session': true, 'unknown-code': true },
  ...{ 'withdrawn-code': true, 'not-yet-code': true, 'not-a-school-session': true, 'future-session': true },
  ...{ 'n-unsettled': true, 'n-overdue': true, 'age-check': true, 'remote-not-attended': true },
  ...{ 'amendment-incomplete': true, 'policy-note': true },
};

/** What the engine says of every mark at every ten minutes and each minute about the closes, and of what needs no clock. */
function* said(): Iterable<{ findings: readonly Finding[]; code: string; session: Session; school: string }> {
  const codes = ['/', '\\', 'L', 'U', 'N', 'H', 'F', 'J', 'Y', 'Z9', 'l', 'I0', 'X', 'C2', 'S', '-'];
  for (const policy of [...builtInPolicies])
    for (const session of ['AM', 'PM'] as const) {
      const minutes = Array.from({ length: 60 * 9 }, (_, i) => 7 * 60 + i).filter(
        (m) => m % 10 < 2 || m % 5 === 0,
      );
      const of = { date, session, calendar } as const;
      for (const code of codes)
        for (const minute of minutes) {
          const entered = { date, minute };
          const say = (more: object) => ({
            findings: checkMark({ ...of, code, entered, ...more }, policy),
            ...{ code, session, school: policy.school },
          });
          yield say({});
          if (minute % 10 === 0 || minute % 5 === 0) yield say({ arrived: minute });
          if (minute % 60 !== 0) continue;
          yield say({ note: 'working from home', previousCode: 'M' });
          yield say({ pupil: { dateOfBirth: '2019-05-01' as IsoDate, yearGroup: '3' } });
          yield say({ pupil: { dateOfBirth: '2023-05-01' as IsoDate, yearGroup: 'N' } });
          yield say({ date: '2026-11-21' as IsoDate });
          yield say({ date: '2027-01-20' as IsoDate });
          yield say({ date: '2019-11-20' as IsoDate, calendar: undefined });
          for (const day of ['2026-11-13', '2026-11-16', '2026-11-17']) yield say({ date: day as IsoDate });
        }
    }
}

test('every rule, in every policy we have read: one line under fifteen words, with what to use', () => {
  const met = new Set<RuleName>();
  const lines = new Set<string>();
  for (const { findings, code, session, school } of said())
    for (const first of findings) {
      const others = findings.filter((other) => other !== first);
      const policy = builtInPolicies.find((one) => one.school === school);
      if (!policy) throw new Error(school);
      const { says, others: more } = findingLine([first, ...others], code, timesOn(policy, session, date));
      const line = `${levelWord(first.level)}: ${says}${more}`;
      lines.add(line);
      met.add(first.rule);
      const words = line.split(/\s+/).filter((word) => /[\p{L}\p{N}/\\#]/u.test(word));
      expect(words.length, line).toBeLessThan(15);
      expect(line).not.toMatch(NEVER);
      const [use] = first.suggest;
      if (use !== undefined) expect(line, line).toContain(use);
    }
  expect([...met].sort()).toEqual(Object.keys(RULES).sort());
  expect(lines.size).toBeGreaterThan(30);
});

const finding = (rule: RuleName, suggest: readonly string[]): Finding => ({
  ...{ rule, level: 'check', message: 'Why.', suggest, clause: { law: LAW.codes } },
});
const walton = builtInPolicies.find(({ id }) => id === 'walton-oak');

test('other codes are offered where they exist', () => {
  const late = finding('late-after-close', ['U', 'M', 'I', 'C', 'Y1', 'Y2']);
  const { says, others } = findingLine([late], 'L', walton ? timesOn(walton, 'AM', date) : null);
  expect(says + others).toBe('Register closed 9:20 · use U, or M, I, C if the reason fits');
  expect(findingLine([finding('wrong-session', ['/'])], '\\', null).others).toBe('');
});

test('of several findings on a row, the gravest is the line', () => {
  const both = [finding('withdrawn-code', ['C', 'G']), finding('remote-not-attended', ['I'])] as const;
  expect(findingLine(both, 'H', null).says).toBe('H is withdrawn · use C or G');
});
