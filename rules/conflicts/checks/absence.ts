import { inItsWords, type PolicyCheck } from './found.ts';

const remote: PolicyCheck = {
  name: 'remote-attended',
  find(policy) {
    const { remoteAsAttended, stated } = policy;
    const said = stated.remote?.recordedAs === 'attended' ? [stated.remote] : [];
    const clauses = [...said, ...(remoteAsAttended === null ? [] : [{ clause: remoteAsAttended }])];
    if (clauses.length === 0) return [];
    return [
      {
        field: 'remoteAsAttended',
        severity: 'high',
        statement: inItsWords(policy, clauses),
        law: 'Working together to improve school attendance: remote education is recorded as absence with the code that fits, never as attendance or an approved activity.',
        reading:
          'An attended code with a note of remote or online work is pointed out, with the policy’s sentence beside the guidance.',
      },
    ];
  },
};

/** When a local authority must be told: continuous unauthorised absence, and illness. */
const RETURNS = {
  unauthorised: {
    days: 10,
    severity: 'medium',
    law: 'Attendance return: pupils absent without authority for a continuous 10 school days (G, N, O or U), at least once a month.',
    reading: 'Unauthorised absence is read against ten continuous school days, whatever the policy’s number.',
  },
  illness: {
    days: 15,
    severity: 'low',
    law: 'Sickness return: as soon as there are reasonable grounds to believe that 15 days will be missed, in one spell or in total.',
    reading: 'Illness is read against fifteen days, the fifteenth included.',
  },
} as const;

const returns: PolicyCheck = {
  name: 'return-late',
  find(policy) {
    return policy.stated.returns.flatMap((said) => {
      const due = RETURNS[said.absence];
      if (said.days < due.days || (said.days === due.days && said.comparison === 'at-least')) return [];
      const { severity, law, reading } = due;
      return [
        {
          field: `stated.returns.${said.absence}`,
          severity,
          statement: inItsWords(policy, [said]),
          law,
          reading,
        },
      ];
    });
  },
};

const afterClose: PolicyCheck = {
  name: 'after-close-always-u',
  find(policy) {
    const always = policy.stated.afterClose.filter(({ wording }) => wording === 'always-u');
    if (always.length === 0) return [];
    const other = policy.stated.afterClose.filter(({ wording }) => wording === 'u-without-reason');
    return [
      {
        field: 'stated.afterClose',
        severity: 'medium',
        statement: inItsWords(policy, always),
        law: `SI 2024/208, regulation 10, Table 3: U is used only where no other code applies. ${inItsWords(policy, other, '')}`.trim(),
        reading:
          'U is suggested after close, with the other absence codes beside it for a pupil who had a reason.',
      },
    ];
  },
};

const belowAge: PolicyCheck = {
  name: 'below-compulsory-age',
  find(policy) {
    const said = policy.stated.belowCompulsoryAge;
    if (!said) return [];
    return [
      {
        field: 'stated.belowCompulsoryAge',
        severity: 'low',
        statement: inItsWords(policy, [said]),
        law: 'Education Act 1996, sections 8 and 444: penalty notices concern pupils of compulsory school age alone.',
        reading:
          'Sessions are counted, but no threshold is claimed for a pupil known not to be of that age. Where the age is not known, that is said.',
      },
    ];
  },
};

const leave: PolicyCheck = {
  name: 'leave-refused',
  find(policy) {
    const { leaveRefused } = policy.stated;
    if (leaveRefused.length === 0) return [];
    return [
      {
        field: 'stated.leaveRefused',
        severity: 'low',
        statement: inItsWords(policy, leaveRefused),
        law: 'Working together to improve school attendance: each application for leave is considered on its own facts and background.',
        reading: 'Shown, and not applied: no mark is checked against it.',
      },
    ];
  },
};

const evidence: PolicyCheck = {
  name: 'evidence-always',
  find(policy) {
    const { evidenceAlways } = policy.stated;
    if (evidenceAlways.length === 0) return [];
    return [
      {
        field: 'stated.evidenceAlways',
        severity: 'low',
        statement: inItsWords(policy, evidenceAlways),
        law: 'Working together to improve school attendance: evidence is asked for where there is genuine doubt, not as a rule for all.',
        reading: 'Shown, and not applied: Registerwise never asks for evidence.',
      },
    ];
  },
};

const traveller: PolicyCheck = {
  name: 'traveller-limit',
  find(policy) {
    const { travellerLimits } = policy.stated;
    if (travellerLimits.length === 0) return [];
    return [
      {
        field: 'stated.travellerLimits',
        severity: 'low',
        statement: inItsWords(policy, travellerLimits),
        law: 'SI 2024/208, regulation 3: T is for a mobile child, with no fixed abode, whose parent’s trade requires travel. A number of sessions belongs to a parent’s defence in law, not to the code.',
        reading: 'No limit of age or sessions is applied to T.',
      },
    ];
  },
};

/** Faults in what is said of kinds of absence and of leave. */
export const ABSENCE: readonly PolicyCheck[] = [
  remote,
  returns,
  afterClose,
  belowAge,
  leave,
  evidence,
  traveller,
];
