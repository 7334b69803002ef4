import { inItsWords, list, type PolicyCheck } from './found.ts';

/** School days a year that tables of days lost are worked out on (380 sessions). */
const YEAR_DAYS = 190;

const bandBelow = (percent: number) => (band: { test: { kind: string; percent: number } }) =>
  band.test.kind === 'attended-below' && band.test.percent === percent;

const persistent: PolicyCheck = {
  name: 'persistent-wording',
  find(policy) {
    const said = [
      ...policy.stated.persistent.filter(({ wording }) => wording === 'attended-below-90'),
      ...policy.bands.filter(bandBelow(90)),
    ];
    if (said.length === 0) return [];
    const other = policy.stated.persistent.filter(({ wording }) => wording === 'missed-10');
    return [
      {
        field: 'bands.persistent',
        severity: 'medium',
        statement: inItsWords(policy, said),
        law: `Persistent absence is missing 10% or more of possible sessions (DfE absence statistics). At exactly 90.0% that is met, and “below 90%” is not. ${inItsWords(policy, other, '')}`.trim(),
        reading: '10% or more missed, on exact numbers of sessions and never on a rounded percentage.',
      },
    ];
  },
};

const severe: PolicyCheck = {
  name: 'severe-wording',
  find(policy) {
    const said = [
      ...policy.stated.severe.filter(({ wording }) => wording !== 'missed-50'),
      ...policy.bands.filter(bandBelow(50)),
    ];
    if (said.length === 0) return [];
    const other = policy.stated.severe.filter(({ wording }) => wording === 'missed-50');
    const turned = policy.stated.severe.some(({ wording }) => wording === 'attended-50-or-more');
    return [
      {
        field: 'bands.severe',
        severity: turned ? 'medium' : 'low',
        statement: inItsWords(policy, said),
        law: `Severe absence is missing 50% or more of possible sessions (DfE absence statistics), exactly half included.${turned ? ' The words stand where attendance is given, which turns them round.' : ''} ${inItsWords(policy, other, '')}`.trim(),
        reading: '50% or more missed, on exact numbers of sessions.',
      },
    ];
  },
};

const daysLost: PolicyCheck = {
  name: 'days-lost',
  find(policy) {
    const wrong = policy.stated.bands.filter(
      ({ percent, days }) => percent !== null && days !== null && days !== toHalfDay(percent),
    );
    if (wrong.length === 0) return [];
    const right = wrong.map(({ percent }) => `${percent}% is ${toHalfDay(percent ?? 100)} days`);
    return [
      {
        field: 'stated.bands',
        severity: 'medium',
        statement: inItsWords(policy, wrong),
        law: `Of ${YEAR_DAYS} school days, ${list(right)} to the nearest half day.`,
        reading: 'Attendance is worked out from sessions. The table is never quoted.',
      },
    ];
  },
};

function toHalfDay(percent: number): number {
  return Math.round(((100 - percent) / 100) * YEAR_DAYS * 2) / 2;
}

const bandsLost: PolicyCheck = {
  name: 'bands-lost',
  find(policy) {
    const lost = policy.stated.bands.filter(({ percent }) => percent === null);
    if (lost.length === 0) return [];
    return [
      {
        field: 'stated.bands',
        severity: 'medium',
        statement:
          `The percentages of ${list(lost.map(({ label }) => label))} are not in the policy’s text. ${inItsWords(policy, lost, '')}`.trim(),
        law: 'Nothing can be read where they stood: they were in a picture.',
        reading: 'These bands are not invented. The school types them if it wants them shown.',
      },
    ];
  },
};

const target: PolicyCheck = {
  name: 'target-boundary',
  find(policy) {
    const said = policy.stated.target;
    if (said?.comparison !== 'more-than') return [];
    const rows = policy.stated.bands.filter(({ percent }) => percent === said.percent);
    if (rows.length === 0) return [];
    return [
      {
        field: 'stated.target',
        severity: 'low',
        statement: inItsWords(policy, [said]),
        law: `The policy’s other sentence. ${inItsWords(policy, rows)}`,
        reading: `${said.percent}% or more is read as reaching the target, and the wording is shown.`,
      },
    ];
  },
};

/** Faults in attendance figures and bands. */
export const ATTENDANCE_FIGURES: readonly PolicyCheck[] = [persistent, severe, daysLost, bandsLost, target];
