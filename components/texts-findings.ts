import { showMinute, toMinute } from '../rules/calendar/clock.ts';
import type { Finding } from '../rules/marks/finding.ts';
import type { SessionTimes } from '../rules/policy/policy.ts';

/** What is said beside a mark. */

/** `Warning` for what is known to be wrong, `Check` for the rest. */
export function levelWord(level: Finding['level']): 'Warning' | 'Check' {
  return level === 'warn' ? 'Warning' : 'Check';
}

/** One line about a mark: what is wrong and what to use, and the codes that may fit instead; under fifteen words in all. */
export interface FindingLine {
  readonly says: string;
  /** `, or M, I, C if the reason fits`; empty where one code alone may fit. */
  readonly others: string;
}

/** So many other codes are named beside the mark, one less where the words before are more; the rest are under “Why”. */
const OTHERS = 3;

/**
 * What is said of a mark beside it: the gravest finding, or that the policy's own clauses clash. `times` null: of a lesson,
 * which no policy closes.
 */
export function findingLine(
  findings: readonly [Finding, ...Finding[]],
  code: string,
  times: SessionTimes | null,
): FindingLine {
  const [{ rule, suggest }, ...others] = findings;
  const clash = rule.endsWith('after-close') && others.some((other) => other.rule === 'policy-note');
  const closes = [times?.closes, ...(times?.otherReadings ?? []).map((other) => other.closes)].filter(
    (time) => time != null,
  );
  if (clash && closes.length > 1) {
    const both = closes.map((time) => showMinute(toMinute(time))).join(' or ');
    return { says: `Policy clash: closed ${both}? U by one, L by the other`, others: '' };
  }
  const more = suggest.slice(1, rule === 'entry-after-close' ? OTHERS : OTHERS + 1).join(', ');
  return {
    says: leadOf(rule, code, suggest, times?.closes ? ` ${showMinute(toMinute(times.closes))}` : ''),
    others: more && rule !== 'withdrawn-code' ? `, or ${more} if the reason fits` : '',
  };
}

/** What is wrong, and the code that is likeliest to be right; without one, what to do. `at`: the closing time, if known. */
function leadOf(rule: Finding['rule'], code: string, suggest: readonly string[], at: string): string {
  const [first] = suggest;
  const use = first === undefined ? '' : ` · use ${first}`;
  switch (rule) {
    case 'late-after-close':
      return `Register closed${at}${use}`;
    case 'entry-after-close':
      return `Register closed${at} · just in? ${first}`;
    case 'late-before-close':
      return `Register still open${use}`;
    case 'present-after-start':
      return `Came after the register${use}`;
    case 'late-before-start':
      return `Came before the register${use}`;
    case 'late-after-session':
      return `Session had ended${use}`;
    case 'boundary-minute':
      return `The closing minute${use || ` · ${code} fits this policy`}`;
    case 'close-unknown':
      return 'No close time known · lateness is not checked';
    case 'wrong-session':
      return `Other session’s mark${use}`;
    case 'unknown-code':
      return `“${code}” is not a code${use || ' · choose one that is'}`;
    case 'withdrawn-code':
      return `${code} is withdrawn · use ${suggest.slice(0, 2).join(' or ') || 'a code in force'}`;
    case 'not-yet-code':
      return `${code} was not a code yet · use one in force then`;
    case 'not-a-school-session':
      return `No school session then${use}`;
    case 'future-session':
      return 'Session has not begun · mark it once it has';
    case 'n-unsettled':
      return first ? `Pupil has come${use}` : 'N still to be settled · use the code for the reason';
    case 'n-overdue':
      return `N is past its deadline${use}, or the reason’s code`;
    case 'age-check':
      return `${code}: check the pupil’s age${use}`;
    case 'remote-not-attended':
      return `Remote work is absence: ${first}`;
    case 'amendment-incomplete':
      return 'Changed after the session · note why, and who';
    case 'policy-note':
      return 'The policy’s clauses differ · see Why';
  }
}
