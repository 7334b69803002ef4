import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { Conflict, Severity } from '../../rules/conflicts/conflict.ts';
import { checkPolicy } from '../../rules/conflicts/policy-check.ts';
import type { Policy } from '../../rules/policy/policy.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  high: 'Important',
  medium: 'Worth putting right',
  low: 'Minor',
};

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** Where the chosen policy disagrees with the law of `asOf` or with itself, the gravest first, closed until it is opened. */
export function PolicyConflicts({ policy, asOf }: { policy: Policy; asOf: IsoDate }) {
  const conflicts = checkPolicy(policy, asOf);
  if (conflicts.length === 0) return null;
  const gravestFirst = SEVERITIES.flatMap((severity) =>
    conflicts.filter((conflict) => conflict.severity === severity),
  );
  return (
    <details class="conflicts">
      <summary>
        {conflicts.length === 1 ? '1 place' : `${conflicts.length} places`} where this policy disagrees with
        the law or with itself
      </summary>
      <p>
        {policy.school}: the two sentences side by side, and how Registerwise reads them. It takes neither
        side silently, and it is not legal advice.
      </p>
      <ol aria-label="Conflicts, the gravest first">
        {gravestFirst.map((conflict) => (
          <Item key={`${conflict.id} ${conflict.field}`} conflict={conflict} />
        ))}
      </ol>
    </details>
  );
}

function Item({ conflict: { id, severity, statement, law, reading } }: { conflict: Conflict }) {
  return (
    <li>
      <p class="severity">
        <span class="tag" data-severity={severity}>
          {SEVERITY_WORDS[severity]}
        </span>{' '}
        <span class="quiet">{id}</span>
      </p>
      <dl>
        <div class="side">
          <dt>The policy</dt>
          <dd>{statement}</dd>
        </div>
        <div class="side">
          <dt>The law, or its other sentence</dt>
          <dd>{law}</dd>
        </div>
        <div class="read">
          <dt>How it is read</dt>
          <dd>{reading}</dd>
        </div>
      </dl>
    </li>
  );
}
