import { inItsWords, type PolicyCheck } from './found.ts';

const register: PolicyCheck = {
  name: 'provision-register',
  find(policy) {
    if (policy.register !== 'provision') return [];
    const clauses = policy.shown.filter(({ about }) => about === 'register').flatMap((one) => one.clauses);
    return [
      {
        field: 'register',
        severity: 'high',
        statement: inItsWords(
          policy,
          clauses.map((clause) => ({ clause })),
          'The register is a provision’s, not that of the pupil’s own school.',
        ),
        law: 'SI 2024/208, regulation 10, Table 1: in the pupil’s own school a pupil who attends elsewhere is B (arranged by the school), K (arranged by the local authority) or D (registered there too), not present or late.',
        reading:
          'Read as a provision’s register: no threshold is claimed from it, and its attendance figures are its own, not the home school’s. The home school’s code depends on who arranged the place, so staff choose it.',
      },
    ];
  },
};

const partial: PolicyCheck = {
  name: 'provision-threshold',
  find(policy) {
    const said = policy.stated.threshold;
    if (policy.register !== 'provision' || !said) return [];
    return [
      {
        field: 'threshold',
        severity: 'medium',
        statement: inItsWords(policy, [said]),
        law: 'The threshold counts sessions in the register of the school where the pupil is registered. A provision sees only its own.',
        reading: 'Counts are a part of the whole, and no threshold is claimed.',
      },
    ];
  },
};

/** What follows from a register that is not the pupil's own school's. */
export const PROVISION: readonly PolicyCheck[] = [register, partial];
