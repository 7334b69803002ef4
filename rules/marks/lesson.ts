import type { IsoDate } from '../calendar/dates.ts';
import { readCode } from '../codes/codes.ts';
import type { Policy } from '../policy/policy.ts';
import { aboutCode } from './code.ts';
import type { Finding } from './finding.ts';

/**
 * What there is to say of a mark in a register of a lesson: of the checks in the contract the three that ask only for a
 * code and a day (`unknown-code`, `withdrawn-code`, `not-yet-code`), and a policy that lists the code all the same. The
 * others are about a statutory session. Regulation 10 lays down the codes of sessions, and a school may have more of its
 * own for lessons, so nothing here is known to be wrong: each is worth a check.
 */
export function checkLessonMark(code: string, date: IsoDate, policy: Policy): readonly Finding[] {
  return aboutCode(readCode(code, date), date, policy).map((finding) =>
    finding.level === 'warn' ? { ...finding, level: 'check' } : finding,
  );
}
