import { CODES } from '../../../../rules/codes/table.ts';
import type { Conflict } from '../../../../rules/conflicts/conflict.ts';
import { checkPolicy } from '../../../../rules/conflicts/policy-check.ts';
import type { Stated } from '../../../../rules/conflicts/stated.ts';
import type { Policy } from '../../../../rules/policy/policy.ts';
import { readPolicy } from '../../../../rules/policy/schema.ts';

/** The codes of the 2024 set. */
export const SET_OF_2024 = CODES.filter(({ until }) => until === null).map(({ code }) => code);

const session = { closeMinute: 'late', ends: null, clause: 'it', otherReadings: [] };

/** A made-up school whose policy says all it must, as the law has it: no check has anything to say of it. */
export const faultless = {
  id: 'sixth',
  version: 1,
  school: 'Sixth Primary School',
  document: {
    title: 'Attendance Policy',
    trust: null,
    localAuthority: 'Anyshire County Council',
    phase: 'primary',
    registerSystem: null,
    approved: 'September 2025',
    review: 'September 2027',
  },
  register: 'own',
  effectiveFrom: '2025-09-01',
  reviewBy: '2027-09-01',
  times: {
    AM: { ...session, taken: '08:50', closes: '09:20' },
    PM: { ...session, taken: '13:00', closes: '13:30' },
  },
  threshold: { sessions: 10, schoolWeeks: 10, near: 8, clause: 'it' },
  unsettled: { schoolDays: 5, clause: 'it' },
  bands: [],
  stated: {
    retention: { years: 6, clause: 'it' },
    amendment: { parts: ['original', 'amended', 'reason', 'date', 'name', 'role'], clause: 'it' },
    threshold: { sessions: 10, comparison: 'at-least', schoolWeeks: 10, days: 5, clause: 'it' },
    penalties: [
      { notice: 1, withinDays: 21, pounds: 80, clause: 'it' },
      { notice: 1, withinDays: 28, pounds: 160, clause: 'it' },
      { notice: 2, withinDays: 28, pounds: 160, clause: 'it' },
    ],
    notices: [{ notice: 'penalty', wording: 'may', clause: 'it' }],
    improvementWeeks: { from: 3, to: 6, clause: 'it' },
    codes: {
      listed: SET_OF_2024,
      classed: [{ codes: ['/', '\\', 'L', 'B'], as: 'attended', clause: 'it' }],
      garbled: [],
      clause: 'it',
    },
    unsettled: [{ amount: 5, unit: 'school-days', clause: 'it' }],
    persistent: [{ wording: 'missed-10', clause: 'it' }],
    severe: [{ wording: 'missed-50', clause: 'it' }],
    bands: [{ label: 'Good', percent: 96, days: 7.5, clause: 'it' }],
    target: { percent: 96, comparison: 'at-least', clause: 'it' },
    remote: { recordedAs: 'absent', clause: 'it' },
    laws: [
      {
        title: 'The School Attendance (Pupil Registration) (England) Regulations 2024',
        clause: 'it',
      },
    ],
    returns: [
      { absence: 'illness', days: 15, comparison: 'at-least', clause: 'it' },
      { absence: 'unauthorised', days: 10, comparison: 'at-least', clause: 'it' },
    ],
    afterClose: [{ wording: 'u-without-reason', clause: 'it' }],
  },
  clauses: {
    it: { section: 'Section 1', sentence: 'It is so.', source: 'sixth.txt' },
    other: { section: 'Section 2', sentence: 'It is otherwise.', source: 'sixth.txt' },
  },
};

/** The same school with some parts of its document, and of what it states, changed. */
export function sixth(change: object = {}, stated: Partial<Stated> = {}): Policy {
  const reading = readPolicy({ ...faultless, ...change, stated: { ...faultless.stated, ...stated } });
  if (!reading.ok) throw new Error(`${reading.path}: ${reading.message}`);
  return reading.policy;
}

/** What is found, as `id field severity`. */
export function found(policy: Policy): readonly string[] {
  return checkPolicy(policy).map(brief);
}

/** `id field severity`. */
export const brief = ({ id, field, severity }: Conflict): string => `${id} ${field} ${severity}`;
