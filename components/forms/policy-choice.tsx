import { type ClockTime, showMinute, toMinute } from '../../rules/calendar/clock.ts';
import { type IsoDate, SESSIONS } from '../../rules/calendar/dates.ts';
import type { Policy, SessionTimes } from '../../rules/policy/policy.ts';
import { Choice } from './choice.tsx';
import { PolicyConflicts } from './policy-conflicts.tsx';

/** A time of a policy as people write it; what the policy does not give is said to be so. */
export function showTime(time: ClockTime | null): string {
  return time === null ? 'not stated' : showMinute(toMinute(time));
}

const closing = (times: SessionTimes): string =>
  times.closes === null
    ? 'not stated'
    : `${showTime(times.closes)} (arriving in that minute is ${times.closeMinute === 'late' ? 'late' : 'absent'})`;

/** Chooses whose attendance policy is in force. Saved at once. With a day, the chosen policy's conflicts on it are listed. */
export function PolicyChoice(props: {
  policies: readonly Policy[];
  /** Ids of those that the school brought itself. */
  own?: readonly string[];
  policyId: string | null;
  asOf?: IsoDate;
  onSave: (policyId: string) => Promise<unknown>;
}) {
  if (props.policies.length === 0)
    return <p class="note">No school’s policy is built in. The national rules alone are checked.</p>;
  const chosen = props.policies.find(({ id }) => id === props.policyId);
  return (
    <>
      {props.policyId === null && <p>Until you choose one, England’s national rules apply alone.</p>}
      {props.policyId !== null && !chosen && (
        <p class="note">
          The profile that was chosen is not here any more. Until you choose another, England’s national rules
          apply alone.
        </p>
      )}
      <Choice
        legend="Whose attendance policy applies?"
        options={props.policies.map((policy) => ({
          value: policy.id,
          label: props.own?.includes(policy.id) ? `${policy.school} (your own)` : policy.school,
          detail: (props.asOf || policy === chosen) && <Times policy={policy} />,
        }))}
        value={props.policyId}
        onSave={props.onSave}
      />
      {chosen && props.asOf && <PolicyConflicts key={chosen.id} policy={chosen} asOf={props.asOf} />}
    </>
  );
}

function Times({ policy }: { policy: Policy }) {
  return (
    <>
      <dl class="times">
        {SESSIONS.map((session) => (
          <div key={session}>
            <dt>{session}</dt>
            <dd>
              taken {showTime(policy.times[session].taken)}, closes {closing(policy.times[session])}, ends{' '}
              {showTime(policy.times[session].ends)}
            </dd>
          </div>
        ))}
      </dl>
      {policy.register === 'provision' && (
        <p>This register is not the pupil’s own school’s, so no threshold is claimed.</p>
      )}
    </>
  );
}
