import { isAttended } from '../codes/codes.ts';
import { type Check, clauses, finding } from './context.ts';
import type { Finding } from './finding.ts';
import { LAW } from './law.ts';

const REMOTE =
  /\b(remote(ly)?|on-?line|virtual(ly)?|e-?learning|(work|working|learning|study|studying|education|educated|tuition|lessons?|schooling|taught)( set| is| was)? (at|from) home|home[ -]?(learning|working|study|tuition|education))\b/i;

/** Absence codes that may fit a pupil who is learning from home. */
const ABSENT: readonly string[] = ['I', 'C', 'C2', 'O'];

/** An attended code whose note speaks of remote or online work, or of work at home. */
export const checkRemote: Check = ({ entry, reading, policy }) => {
  if (reading.kind !== 'code' || !isAttended(reading.entry.class) || !REMOTE.test(entry.note ?? ''))
    return [];
  const message = `The note speaks of remote or home learning. That is an absence, so ${reading.entry.code} does not fit. Use the absence code for the reason.`;
  const found: Finding[] = [finding('remote-not-attended', 'check', message, ABSENT, { law: LAW.remote })];
  if (policy.remoteAsAttended !== null)
    found.push(
      finding(
        'policy-note',
        'note',
        `${policy.school}’s policy says otherwise of remote education. The guidance is applied.`,
        [],
        clauses(policy, policy.remoteAsAttended, LAW.remote),
      ),
    );
  return found;
};
