import type { AmendmentPart, StatedDeadline } from '../stated.ts';
import { inItsWords, LAW_OF_2024, list, type PolicyCheck } from './found.ts';

const KEPT = 'SI 2024/208: every entry is kept for six years. Before 19 August 2024 it was three.';
const AMENDED =
  'Working together to improve school attendance: an amended entry keeps the original, the amendment, the reason, the date, and the name and role of who made it.';
const N_DEADLINE =
  'SI 2024/208, regulation 10(7) to (9): N is corrected as soon as the reason is known, within five school days of the session; otherwise it becomes O.';

const retentionShort: PolicyCheck = {
  name: 'retention-short',
  find(policy, asOf) {
    const said = policy.stated.retention;
    if (!said || said.years >= (asOf >= LAW_OF_2024 ? 6 : 3)) return [];
    return [
      {
        field: 'stated.retention',
        severity: 'high',
        statement: inItsWords(policy, [said]),
        law: KEPT,
        reading: `Registerwise is not the register and keeps nothing in its place. Whatever it says of keeping says six years, and that the policy says ${said.years}.`,
      },
    ];
  },
};

const retentionUnstated: PolicyCheck = {
  name: 'retention-unstated',
  find(policy) {
    if (!policy.document || policy.stated.retention) return [];
    return [
      {
        field: 'stated.retention',
        severity: 'medium',
        statement: 'The policy does not say how long register entries are kept.',
        law: KEPT,
        reading: 'Six years.',
      },
    ];
  },
};

const amendmentUnstated: PolicyCheck = {
  name: 'amendment-unstated',
  find(policy) {
    if (!policy.document || policy.stated.amendment) return [];
    return [
      {
        field: 'stated.amendment',
        severity: 'medium',
        statement: 'The policy does not say what an amended entry keeps.',
        law: AMENDED,
        reading: 'A change without a reason, a name and a role is pointed out, as by the guidance.',
      },
    ];
  },
};

const PARTS: Readonly<Record<AmendmentPart, string>> = {
  original: 'the original entry',
  amended: 'the amended entry',
  reason: 'the reason',
  date: 'the date',
  name: 'the name',
  role: 'the role',
};

const amendmentShort: PolicyCheck = {
  name: 'amendment-short',
  find(policy) {
    const said = policy.stated.amendment;
    if (!said) return [];
    const left = (Object.keys(PARTS) as AmendmentPart[]).filter((part) => !said.parts.includes(part));
    if (left.length === 0) return [];
    return [
      {
        field: 'stated.amendment',
        severity: 'medium',
        statement: `${inItsWords(policy, [said])} It leaves out ${list(left.map((part) => PARTS[part]))}.`,
        law: AMENDED,
        reading: 'A change without a reason, a name and a role is pointed out, as by the guidance.',
      },
    ];
  },
};

const deadlineUnstated: PolicyCheck = {
  name: 'unsettled-unstated',
  find(policy) {
    if (!policy.document || policy.stated.unsettled.length > 0) return [];
    return [
      {
        field: 'unsettled.schoolDays',
        severity: 'medium',
        statement: 'The policy does not say how long an N may stand.',
        law: N_DEADLINE,
        reading: 'Five school days, then the code for the reason, or O.',
      },
    ];
  },
};

const isStatutory = ({ amount, unit }: StatedDeadline) => unit === 'school-days' && amount === 5;

/** Longer than the law allows, or open-ended. A shorter or a nearly equal time is less grave. */
const leavesTooLong = ({ amount, unit }: StatedDeadline): boolean => {
  if (unit === 'week' || unit === 'unstated') return true;
  return unit !== 'first-day' && (amount ?? 0) > 5;
};

const deadline: PolicyCheck = {
  name: 'unsettled-deadline',
  find(policy) {
    const { unsettled, stated } = policy;
    const others = stated.unsettled.filter((said) => !isStatutory(said));
    if (others.length === 0 && unsettled.schoolDays === 5) return [];
    const early = others.length > 0 && others.every(({ unit }) => unit === 'first-day');
    const own = `An N may stand for ${unsettled.schoolDays} school days.`;
    return [
      {
        field: 'unsettled.schoolDays',
        severity: unsettled.schoolDays > 5 || others.some(leavesTooLong) ? 'high' : 'medium',
        statement: inItsWords(policy, others.length > 0 ? others : [unsettled], own),
        law: `${N_DEADLINE}${others.some(({ unit }) => unit === 'working-days') ? ' (One page of the guidance says working days; the regulation says school days.)' : ''}`,
        reading: early
          ? 'O may be entered sooner, but it is not asked for before the fifth school day has passed. The policy’s wording is shown.'
          : `${unsettled.schoolDays < 5 ? unsettled.schoolDays : 'Five'} school days from the session are counted, and the last of them is shown as a date.`,
      },
    ];
  },
};

/** Faults in how entries are kept, changed and settled. */
export const RECORDS: readonly PolicyCheck[] = [
  retentionShort,
  retentionUnstated,
  amendmentUnstated,
  amendmentShort,
  deadlineUnstated,
  deadline,
];
