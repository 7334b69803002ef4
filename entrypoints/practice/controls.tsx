import type { Role } from '../../components/overlay/port.ts';
import type { Session } from '../../rules/calendar/dates.ts';
import type { Policy } from '../../rules/policy/policy.ts';

/** Everything the practice page's controls set. */
export interface Setting {
  readonly time: string;
  readonly session: Session;
  readonly policyId: string;
  readonly role: Role;
}

const TIMES = ['09:18', '09:19', '09:20', '09:21', '09:25'];
const ROLES: readonly (readonly [Role, string])[] = [
  ['teacher', 'A teacher'],
  ['office', 'The school office'],
  ['lead', 'The attendance lead'],
];

/** The training clock, the session, the school and who it is for. */
export function Controls(props: {
  setting: Setting;
  policies: readonly Policy[];
  onSet: (change: Partial<Setting>) => void;
}) {
  const { setting, policies, onSet } = props;
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>Training clock</legend>
        {TIMES.map((time) => (
          <button
            key={time}
            type="button"
            aria-pressed={setting.time === time}
            onClick={() => onSet({ time })}
          >
            {time}
          </button>
        ))}
        <input
          type="time"
          aria-label="Another time"
          value={setting.time}
          onChange={(event) => event.currentTarget.value && onSet({ time: event.currentTarget.value })}
        />
      </fieldset>
      <fieldset>
        <legend>Session</legend>
        {(['AM', 'PM'] as const).map((session) => (
          <button
            key={session}
            type="button"
            aria-pressed={setting.session === session}
            onClick={() => onSet({ session, time: session === 'AM' ? '09:18' : '13:10' })}
          >
            {session}
          </button>
        ))}
      </fieldset>
      <label>
        Policy
        <select value={setting.policyId} onChange={(event) => onSet({ policyId: event.currentTarget.value })}>
          {policies.map(({ id, school }) => (
            <option key={id} value={id}>
              {school}
            </option>
          ))}
        </select>
      </label>
      <label>
        Who is it for
        <select
          value={setting.role}
          onChange={(event) => {
            const role = ROLES.find(([id]) => id === event.currentTarget.value)?.[0];
            if (role) onSet({ role });
          }}
        >
          {ROLES.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}
