import { inItsWords, LAW_OF_2024, type PolicyCheck } from './found.ts';

const FRAMEWORK =
  'National framework for penalty notices: 10 sessions of unauthorised absence in a rolling period of 10 school weeks.';

const comparison: PolicyCheck = {
  name: 'threshold-comparison',
  find(policy) {
    const said = policy.stated.threshold;
    if (said?.comparison !== 'more-than') return [];
    return [
      {
        field: 'threshold.sessions',
        severity: 'high',
        statement: inItsWords(policy, [said]),
        law: `${FRAMEWORK} Ten is enough; it need not be more than ten.`,
        reading: 'The threshold is met at 10. The policy’s own wording is shown beside it.',
      },
    ];
  },
};

const number: PolicyCheck = {
  name: 'threshold-number',
  find(policy) {
    const { stated, threshold } = policy;
    const sessions = stated.threshold?.sessions ?? threshold.sessions;
    if (sessions === 10 && threshold.sessions === 10) return [];
    return [
      {
        field: 'threshold.sessions',
        severity: 'high',
        statement: inItsWords(
          policy,
          [stated.threshold ?? threshold],
          `The policy counts to ${sessions} sessions.`,
        ),
        law: FRAMEWORK,
        reading:
          threshold.sessions === 10
            ? 'The threshold is met at 10 sessions. The policy’s own number is shown beside it.'
            : `The count goes to ${threshold.sessions} as this policy sets it. Set it to 10 to follow the national framework.`,
      },
    ];
  },
};

const window: PolicyCheck = {
  name: 'threshold-window',
  find(policy) {
    const { stated, threshold } = policy;
    const weeks = stated.threshold ? stated.threshold.schoolWeeks : threshold.schoolWeeks;
    if (weeks === 10 && threshold.schoolWeeks === 10) return [];
    const says = weeks === null ? 'No period is given.' : `The period is ${weeks} school weeks.`;
    return [
      {
        field: 'threshold.schoolWeeks',
        severity: 'high',
        statement: `${inItsWords(policy, [stated.threshold ?? threshold], '')} ${says}`.trim(),
        law: FRAMEWORK,
        reading:
          threshold.schoolWeeks === 10
            ? 'Sessions of the last 10 school weeks are counted.'
            : `Sessions of ${threshold.schoolWeeks} school weeks are counted, as this policy sets it. Set it to 10 to follow the national framework.`,
      },
    ];
  },
};

const days: PolicyCheck = {
  name: 'threshold-days',
  find(policy) {
    const said = policy.stated.threshold;
    if (!said || said.days === null) return [];
    const least = said.sessions + (said.comparison === 'more-than' ? 1 : 0);
    if (said.days * 2 === least) return [];
    return [
      {
        field: 'threshold.days',
        severity: 'medium',
        statement: inItsWords(policy, [said]),
        law: `The same sentence gives ${said.days} days, which are ${said.days * 2} sessions; its words ask for at least ${least}.`,
        reading: 'Read as 10 or more sessions, which is 5 days.',
      },
    ];
  },
};

const amounts: PolicyCheck = {
  name: 'penalty-amounts',
  find(policy, asOf) {
    const reduced = asOf >= LAW_OF_2024 ? 80 : 60;
    const full = asOf >= LAW_OF_2024 ? 160 : 120;
    const wrong = policy.stated.penalties.filter(
      ({ notice, withinDays, pounds }) => pounds !== (notice === 1 && withinDays === 21 ? reduced : full),
    );
    if (wrong.length === 0) return [];
    return [
      {
        field: 'stated.penalties',
        severity: 'high',
        statement: inItsWords(policy, wrong),
        law:
          asOf >= LAW_OF_2024
            ? 'SI 2007/1867 as amended by SI 2024/210: first notice £160 within 28 days, or £80 within 21 days; second within three years £160.'
            : 'SI 2007/1867 before 19 August 2024: £120 within 28 days, or £60 within 21 days.',
        reading:
          'Amounts are never taken from the policy. Where they are shown they are the national ones of the day.',
      },
    ];
  },
};

const noticeFollows: PolicyCheck = {
  name: 'notice-follows',
  find(policy) {
    const will = policy.stated.notices.filter(({ wording }) => wording === 'will');
    if (will.length === 0) return [];
    const kinds = new Set(will.map(({ notice }) => notice));
    const other = policy.stated.notices.filter(
      ({ notice, wording }) => wording === 'may' && kinds.has(notice),
    );
    return [
      {
        field: 'stated.notices',
        severity: 'medium',
        statement: inItsWords(policy, will),
        law: `National framework: the school considers each case on its own facts; nobody has to issue a notice. ${inItsWords(policy, other, '')}`.trim(),
        reading:
          'Registerwise says that the threshold for considering a notice is met. It never says that one will or must follow.',
      },
    ];
  },
};

const improvementWeeks: PolicyCheck = {
  name: 'improvement-weeks',
  find(policy) {
    const said = policy.stated.improvementWeeks;
    if (!said || (said.from >= 3 && said.to <= 6)) return [];
    return [
      {
        field: 'stated.improvementWeeks',
        severity: 'medium',
        statement: inItsWords(policy, [said], `A Notice to Improve of ${said.from} to ${said.to} weeks.`),
        law: 'Working together to improve school attendance: the improvement period of a Notice to Improve is 3 to 6 weeks.',
        reading: 'No period is set or promised by Registerwise.',
      },
    ];
  },
};

/** Faults in what is said of the threshold and of penalty notices. */
export const PENALTY: readonly PolicyCheck[] = [
  comparison,
  number,
  window,
  days,
  amounts,
  noticeFollows,
  improvementWeeks,
];
