import { longDate } from '../../calendar/show.ts';
import { inItsWords, LAW_OF_2024, list, type PolicyCheck } from './found.ts';

/** Laws that are no longer in force, by words of their title in lower case without signs. */
const REPLACED: readonly { readonly title: RegExp; readonly by: string }[] = [
  {
    title: /pupil registration.* regulations 20(06|10|11|13|16)/,
    by: 'the School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208)',
  },
  {
    title: /penalty notices.* regulations 201[23]/,
    by: 'the Education (Penalty Notices) (England) (Amendment) Regulations 2024 (SI 2024/210)',
  },
];

const plain = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, ' ');

const lawReplaced: PolicyCheck = {
  name: 'law-replaced',
  find(policy, asOf) {
    if (asOf < LAW_OF_2024) return [];
    const cited = policy.stated.laws.flatMap((said) => {
      const replaced = REPLACED.find(({ title }) => title.test(plain(said.title)));
      return replaced ? [{ ...said, by: replaced.by }] : [];
    });
    if (cited.length === 0) return [];
    return [
      {
        field: 'stated.laws',
        severity: 'medium',
        statement: inItsWords(policy, cited),
        law: `From 19 August 2024 ${list([...new Set(cited.map(({ by }) => by))])} hold in their place.`,
        reading:
          'The law in force on the day of each mark is used. That the policy cites older law is shown.',
      },
    ];
  },
};

/** Terms that the 2024 guidance renamed, wherever a clause still uses them. */
const OLD_TERM = /\bparent(ing|al) contracts?\b/i;

const oldTerm: PolicyCheck = {
  name: 'old-term',
  find(policy, asOf) {
    const said = Object.entries(policy.clauses).filter(([, { sentence }]) => OLD_TERM.test(sentence));
    if (asOf < LAW_OF_2024 || said.length === 0) return [];
    return [
      {
        field: 'clauses',
        severity: 'low',
        statement: inItsWords(
          policy,
          said.map(([clause]) => ({ clause })),
        ),
        law: 'Working together to improve school attendance: parenting contracts for attendance are now attendance contracts.',
        reading: 'A matter of wording. Nothing is counted or checked otherwise.',
      },
    ];
  },
};

const predates: PolicyCheck = {
  name: 'predates-2024',
  find({ effectiveFrom, reviewBy }, asOf) {
    if (asOf < LAW_OF_2024 || effectiveFrom === null || effectiveFrom >= LAW_OF_2024) return [];
    const review = reviewBy === null ? '' : `, with a review due by ${longDate(reviewBy)}`;
    return [
      {
        field: 'effectiveFrom',
        severity: 'medium',
        statement: `The policy is of ${longDate(effectiveFrom)}${review}.`,
        law: 'The regulations, the codes and the national framework changed on 19 August 2024.',
        reading:
          'The national rules win wherever the policy differs from them, and that it is older is shown.',
      },
    ];
  },
};

const reviewPassed: PolicyCheck = {
  name: 'review-passed',
  find({ reviewBy }, asOf) {
    if (reviewBy === null || asOf <= reviewBy) return [];
    return [
      {
        field: 'reviewBy',
        severity: 'low',
        statement: `The policy was to be reviewed by ${longDate(reviewBy)}.`,
        law: `That review was due before ${longDate(asOf)}.`,
        reading: 'The policy is used as it stands, and that its review is due is shown.',
      },
    ];
  },
};

const authorityUnnamed: PolicyCheck = {
  name: 'authority-unnamed',
  find({ document }) {
    if (!document || document.localAuthority !== null) return [];
    return [
      {
        field: 'document.localAuthority',
        severity: 'low',
        statement: 'The policy does not name its local authority.',
        law: 'Penalty notices follow the code of conduct of the authority in whose area the school is.',
        reading: 'National rules alone, until the school says which authority is its own.',
      },
    ];
  },
};

/** Faults of the document as a document: what it cites, its age, what it does not name. */
export const DOCUMENT: readonly PolicyCheck[] = [
  lawReplaced,
  oldTerm,
  predates,
  reviewPassed,
  authorityUnnamed,
];
