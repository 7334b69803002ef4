import type { IsoDate } from '../../calendar/dates.ts';
import { codeEntry } from '../../codes/codes.ts';
import { foldLookAlikes } from '../../codes/look-alikes.ts';
import { CODES, type StatisticalClass } from '../../codes/table.ts';
import type { ClassedCodes } from '../stated.ts';
import { inItsWords, list, type PolicyCheck } from './found.ts';

const SET = 'SI 2024/208, regulation 10, sets the codes in force from 19 August 2024.';

const IN_FIGURES: Readonly<Record<StatisticalClass, ClassedCodes['as']>> = {
  present: 'attended',
  'approved-activity': 'attended',
  authorised: 'authorised',
  unauthorised: 'unauthorised',
  'not-possible': 'not-possible',
  'not-collected': 'not-possible',
};

const CLASS_WORDS: Readonly<Record<ClassedCodes['as'], string>> = {
  attended: 'attended',
  authorised: 'authorised absence',
  unauthorised: 'unauthorised absence',
  'not-possible': 'not a possible attendance',
};

const inForce = (code: string, on: IsoDate): boolean => {
  const entry = codeEntry(code);
  return entry !== undefined && entry.from <= on && (entry.until === null || on <= entry.until);
};

const nationally = (code: string): ClassedCodes['as'] =>
  IN_FIGURES[codeEntry(code)?.class ?? 'not-collected'];

const outside: PolicyCheck = {
  name: 'code-outside-set',
  find(policy, asOf) {
    const printed = [...(policy.stated.codes?.listed ?? []), ...policy.alsoLists.map(({ code }) => code)];
    const codes = [...new Set(printed)].filter((code) => !inForce(code, asOf));
    if (codes.length === 0) return [];
    const clauses = policy.alsoLists.filter(({ code }) => codes.includes(code));
    const withdrawn = codes.flatMap((code) => {
      const successors = codeEntry(code)?.replacedBy ?? [];
      return successors.length > 0 ? [`${code} became ${list(successors, 'or')}`] : [];
    });
    return [
      {
        field: 'stated.codes',
        severity: 'high',
        statement: `The policy lists ${list(codes)}. ${inItsWords(policy, clauses, '')}`.trim(),
        law: `${SET} It does not hold ${list(codes)}.${withdrawn.length > 0 ? ` ${withdrawn.join('; ')}.` : ''}`,
        reading:
          'A mark with such a code is warned about from the day it was withdrawn, and what took its place is suggested.',
      },
    ];
  },
};

const missing: PolicyCheck = {
  name: 'codes-missing',
  find(policy, asOf) {
    const listed = policy.stated.codes?.listed;
    if (!listed) return [];
    const codes = CODES.map(({ code }) => code).filter(
      (code) => inForce(code, asOf) && !listed.includes(code),
    );
    if (codes.length === 0) return [];
    return [
      {
        field: 'stated.codes',
        severity: 'medium',
        statement: `The policy’s table does not list ${list(codes)}.`,
        law: SET,
        reading:
          'All codes in force on the day of the session are known, whether or not the policy lists them.',
      },
    ];
  },
};

const unlisted: PolicyCheck = {
  name: 'codes-unlisted',
  find(policy) {
    if (!policy.document || policy.stated.codes) return [];
    return [
      {
        field: 'stated.codes',
        severity: 'medium',
        statement: 'The policy has no list of codes.',
        law: SET,
        reading: 'The national codes of the day are used.',
      },
    ];
  },
};

const classed: PolicyCheck = {
  name: 'code-class',
  find(policy, asOf) {
    const groups = (policy.stated.codes?.classed ?? []).flatMap((group) => {
      const codes = group.codes.filter((code) => inForce(code, asOf) && nationally(code) !== group.as);
      return codes.length > 0 ? [{ ...group, codes }] : [];
    });
    if (groups.length === 0) return [];
    const wrong = groups.flatMap(({ codes }) => codes);
    const right = (Object.keys(CLASS_WORDS) as ClassedCodes['as'][]).flatMap((as) => {
      const codes = wrong.filter((code) => nationally(code) === as);
      return codes.length > 0 ? [`${list(codes)} as ${CLASS_WORDS[as]}`] : [];
    });
    return [
      {
        field: 'stated.codes.classed',
        severity: 'medium',
        statement: `The policy’s table gives ${list(groups.map(({ codes, as }) => `${list(codes)} as ${CLASS_WORDS[as]}`))}.`,
        law: `The national figures have ${list(right)} (Working together to improve school attendance; DfE absence statistics).`,
        reading: 'Attendance is worked out by the national classes. The policy’s headings are not used.',
      },
    ];
  },
};

const garbled: PolicyCheck = {
  name: 'codes-garbled',
  find(policy) {
    const codes = policy.stated.codes?.garbled ?? [];
    if (codes.length === 0) return [];
    const alike = codes.filter(({ code, printed }) => foldLookAlikes(printed) === code);
    const others = codes.filter((one) => !alike.includes(one));
    const clash = others.some(({ code, printed }) => printed !== code && codeEntry(printed) !== undefined);
    const shown = [
      ...others.map(({ code, printed }) => `“${printed}” for ${code}`),
      ...(alike.length > 0
        ? [`other characters that look the same for ${list(alike.map(({ code }) => code))}`]
        : []),
    ];
    return [
      {
        field: 'stated.codes.garbled',
        severity: clash ? 'high' : 'medium',
        statement: `The policy’s text shows ${list(shown)}.`,
        law: `${SET}${clash ? ' A character shown here is itself another code.' : ''}`,
        reading:
          'Codes are never read from a policy’s text. A person has confirmed each one in this profile.',
      },
    ];
  },
};

const USES = {
  weather:
    'Widespread travel disruption is Y2, part of the premises closed Y3, the whole school closed Y4. Y7 is for what none of the others covers.',
  'staggered-starts':
    'Neither the regulations nor the guidance gives a code for staggered starts here; other policies use # for a group that is not due in.',
} as const;

const codeUse: PolicyCheck = {
  name: 'code-use',
  find(policy) {
    return policy.stated.codeUses.map((said) => ({
      field: `stated.codeUses.${said.code}`,
      severity: 'medium' as const,
      statement: inItsWords(policy, [said]),
      law: `SI 2024/208, regulation 10. ${USES[said.use]}`,
      reading: `${said.code} is not suggested for this. Staff choose the code.`,
    }));
  },
};

/** Faults in the codes a policy lists and what it says of them. */
export const LISTED_CODES: readonly PolicyCheck[] = [outside, missing, unlisted, classed, garbled, codeUse];
