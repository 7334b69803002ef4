import type { IsoDate } from '../calendar/dates.ts';
import { longDate } from '../calendar/show.ts';
import type { CodeReading } from '../codes/codes.ts';
import type { Policy } from '../policy/policy.ts';
import { type Check, clauses, finding, presentMark } from './context.ts';
import type { Finding } from './finding.ts';
import { LAW } from './law.ts';

const WITHDRAWN_ADVICE: Readonly<Record<string, string>> = {
  H: 'Use C if leave was granted in exceptional circumstances, otherwise G.',
  F: 'Use C if leave was granted in exceptional circumstances, otherwise G.',
  J: 'Use J1. It counts as authorised absence, where J counted as attended.',
  Y: 'Use Q or the one of Y1 to Y7 that fits.',
};

/** The code itself, and whether it belongs to this session. */
export const checkCode: Check = (marked) => {
  const { code, entry, policy, reading } = marked;
  const found = aboutCode(reading, entry.date, policy);
  const right = presentMark(entry.session);
  if ((code !== '/' && code !== '\\') || code === right) return found;
  const wrong = finding(
    'wrong-session',
    'check',
    `${code} is for the ${code === '/' ? 'morning' : 'afternoon'}. Use ${right} in the ${code === '/' ? 'afternoon' : 'morning'}.`,
    [right],
    clauses(policy, null, LAW.present),
  );
  return [...found, wrong];
};

/** The code by itself, whatever the session: is it one, and was it in force that day? */
export function aboutCode(reading: CodeReading, date: IsoDate, policy: Policy): readonly Finding[] {
  if (reading.kind === 'none')
    return [
      finding(
        'unknown-code',
        'check',
        'No mark has been entered: a blank or a dash is not an attendance code.',
        [],
        {
          law: LAW.codes,
        },
      ),
    ];
  if (reading.kind === 'unknown') {
    const meant = reading.perhaps === null ? '' : ` It may have been meant for ${reading.perhaps}.`;
    const unknown = finding(
      'unknown-code',
      'warn',
      `“${reading.text}” is not an attendance code.${meant}`,
      reading.perhaps === null ? [] : [reading.perhaps],
      { law: LAW.codes },
    );
    return [unknown, ...policyLists(policy, reading.text)];
  }
  const { code, until, from } = reading.entry;
  const found: Finding[] = [];
  if (reading.writtenAs) {
    const { text, how } = reading.writtenAs;
    const message =
      how === 'sub-code'
        ? `“${text}” is not in the national set as it is written. It is read as ${code}.`
        : `“${text}” looks like ${code} but is written in other characters.`;
    found.push(finding('unknown-code', 'warn', message, [code], { law: LAW.codes }));
  }
  if (reading.standing === 'withdrawn') {
    // Until then only F had ended, in 2013, and H still stood.
    const toH = date < '2024-08-19';
    const advice = toH ? 'Use H.' : (WITHDRAWN_ADVICE[code] ?? '');
    found.push(
      finding(
        'withdrawn-code',
        'warn',
        `${code} was withdrawn after ${longDate(until ?? from)}. ${advice}`,
        toH ? ['H'] : reading.entry.replacedBy,
        {
          law: LAW.codes,
        },
      ),
      ...policyLists(policy, code),
    );
  }
  if (reading.standing === 'not-yet')
    found.push(
      finding(
        'not-yet-code',
        'warn',
        `${code} came into force on ${longDate(from)}, after this session.`,
        [],
        {
          law: LAW.codes,
        },
      ),
    );
  return found;
}

function policyLists(policy: Policy, code: string): readonly Finding[] {
  return policy.alsoLists
    .filter((listed) => listed.code === code)
    .map((listed) =>
      finding(
        'policy-note',
        'note',
        `${policy.school}’s policy lists ${code}; the national set in force does not.`,
        [],
        clauses(policy, listed.clause, LAW.codes),
      ),
    );
}
