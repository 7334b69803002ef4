import { showMinute, toMinute } from '../../calendar/clock.ts';
import { SESSIONS, type Session } from '../../calendar/dates.ts';
import type { Policy, SessionTimes } from '../../policy/policy.ts';
import { inItsWords, type PolicyCheck } from './found.ts';

const LONGEST_MINUTES = 30;
const SAME_EVERY_SESSION =
  'Working together to improve school attendance: the policy states how long the register is open, the same for every session and no more than 30 minutes.';
const SAME_FOR_ALL =
  'SI 2024/208, regulation 10(1): the register is taken at the same time for all registered pupils.';

const inWords = (session: Session) => (session === 'AM' ? 'morning' : 'afternoon');

const minutesOpen = ({ taken, closes }: Pick<SessionTimes, 'taken' | 'closes'>): number | null =>
  taken === null || closes === null ? null : toMinute(closes) - toMinute(taken);

const perSession = (
  name: string,
  find: (policy: Policy, session: Session) => ReturnType<PolicyCheck['find']>,
) => ({ name, find: (policy) => SESSIONS.flatMap((session) => find(policy, session)) }) satisfies PolicyCheck;

const closeMissing = perSession('close-missing', (policy, session) => {
  const times = policy.times[session];
  if (times.closes !== null || (!policy.document && times.taken === null)) return [];
  const open = minutesOpen(policy.times[session === 'AM' ? 'PM' : 'AM']);
  const same =
    open === null || times.taken === null
      ? ''
      : ` A close at ${showMinute(toMinute(times.taken) + open)} would make both sessions as long; it is offered, never assumed.`;
  const nothing = `The policy gives no time at which the ${inWords(session)} register closes.`;
  return [
    {
      field: `times.${session}.closes`,
      severity: 'high',
      statement: `${nothing} ${inItsWords(policy, [times], '')}`.trim(),
      law: SAME_EVERY_SESSION,
      reading: `The time is for the school to give. Until then, lateness in the ${inWords(session)} is not checked.${same}`,
    },
  ];
});

const openTooLong = perSession('open-too-long', (policy, session) => {
  const times = policy.times[session];
  const all = [times, ...(times.exceptions ?? []).map((exception) => ({ ...times, ...exception }))];
  const longest = Math.max(...all.map((one) => minutesOpen(one) ?? 0));
  if (longest <= LONGEST_MINUTES) return [];
  return [
    {
      field: `times.${session}`,
      severity: 'high',
      statement:
        `The ${inWords(session)} register is open for ${longest} minutes. ${inItsWords(policy, all, '')}`.trim(),
      law: SAME_EVERY_SESSION,
      reading: 'The policy’s times are used, and the school is told that the register is open too long.',
    },
  ];
});

const lengthsDiffer: PolicyCheck = {
  name: 'lengths-differ',
  find(policy) {
    const { AM, PM } = policy.times;
    const [morning, afternoon] = [minutesOpen(AM), minutesOpen(PM)];
    if (morning === null || afternoon === null || morning === afternoon) return [];
    return [
      {
        field: 'times',
        severity: 'medium',
        statement:
          `The register is open for ${morning} minutes in the morning and ${afternoon} in the afternoon. ${inItsWords(policy, [AM, PM], '')}`.trim(),
        law: SAME_EVERY_SESSION,
        reading:
          'The two closing times the policy states are used as they stand, and the difference is shown.',
      },
    ];
  },
};

const timesDiffer = perSession('times-differ', (policy, session) => {
  const times = policy.times[session];
  const at = (time: SessionTimes['taken']) => (time === null ? 'no time' : showMinute(toMinute(time)));
  return times.otherReadings.map((other) => ({
    field: `times.${session}.${other.closes === undefined ? 'taken' : 'closes'}`,
    severity: 'high' as const,
    statement: inItsWords(policy, [
      { clause: other.closes === undefined ? (times.takenClause ?? times.clause) : times.clause },
    ]),
    law: `The policy’s other sentence. ${inItsWords(policy, [other])} By law, L is for a pupil who attends before the taking of the register has ended (SI 2024/208, regulation 10).`,
    reading:
      other.closes === undefined
        ? `Late from ${at(times.taken)}${times.closes === null ? '' : `, and the register open until ${at(times.closes)}`}. Where the other time would change a mark, both are shown.`
        : `The register closes at ${at(times.closes)}. Between that and ${at(other.closes)}, U or another absence code is suggested, with both sentences.`,
  }));
});

const closeMinute: PolicyCheck = {
  name: 'close-minute',
  find(policy) {
    const absent = SESSIONS.map((session) => policy.times[session]).filter(
      (times) => times.closes !== null && times.closeMinute === 'absent',
    );
    if (absent.length === 0) return [];
    return [
      {
        field: 'times.closeMinute',
        severity: 'medium',
        statement: inItsWords(policy, absent),
        law: 'SI 2024/208, regulation 10: what counts is whether the taking of the register had ended. The words make the closing minute itself absent; most policies still read it as late.',
        reading:
          'An arrival in the closing minute itself is given a note that says how this policy reads it, not a warning.',
      },
    ];
  },
};

const timesByYear = perSession('times-by-year', (policy, session) => {
  const apart = (policy.times[session].exceptions ?? []).filter(({ yearGroups }) => yearGroups);
  if (apart.length === 0) return [];
  return [
    {
      field: `times.${session}.exceptions`,
      severity: 'medium',
      statement: `Some year groups have other times in the ${inWords(session)}. ${inItsWords(
        policy,
        apart.map(({ clause = null }) => ({ clause })),
        '',
      )}`.trim(),
      law: SAME_FOR_ALL,
      reading:
        'Each year group’s own times are used where the year group is known, and the difference is shown.',
    },
  ];
});

const pupilCutOff: PolicyCheck = {
  name: 'pupil-cut-off',
  find(policy) {
    const { pupilCutOff: said } = policy.stated;
    if (!said) return [];
    return [
      {
        field: 'stated.pupilCutOff',
        severity: 'high',
        statement: inItsWords(policy, [said]),
        law: `${SAME_FOR_ALL} It is open for the same time each session.`,
        reading:
          'No earlier close is applied to one pupil: codes are advised by the close that holds for all.',
      },
    ];
  },
};

/** Faults in the times a register is taken and closes. */
export const TIMES: readonly PolicyCheck[] = [
  closeMissing,
  openTooLong,
  lengthsDiffer,
  timesDiffer,
  closeMinute,
  timesByYear,
  pupilCutOff,
];
