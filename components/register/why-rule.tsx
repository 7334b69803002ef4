import type { Conflict } from '../../rules/conflicts/conflict.ts';
import { type Policy, quote } from '../../rules/policy/policy.ts';

const LAW =
  'Education (Penalty Notices) (England) Regulations 2007, as amended from 19 August 2024: a penalty notice must be considered when a pupil has 10 sessions of unauthorised absence (G, N, O, U) within 10 school weeks. The head teacher or the council decides case by case.';

/** The threshold in the policy's own words, and the law. */
export function Rule({ policy }: { policy: Policy }) {
  const clause = quote(policy, policy.threshold.clause);
  return (
    <>
      <h3>The rule</h3>
      {clause && <blockquote>{clause}</blockquote>}
      <p class="law">{LAW}</p>
    </>
  );
}

/** Where two sentences clash: both, side by side, and how they are read. Nothing where none does. */
export function Clashes({ conflicts }: { conflicts: readonly Conflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <>
      <h3>Where sentences differ</h3>
      {conflicts.map(({ id, field, statement, law, reading }) => (
        <div key={`${id} ${field}`} class="clash">
          <Sides ours="The policy" words={statement} theirs="The law, or its other sentence" others={[law]} />
          <p class="soft">How it is read: {reading}</p>
        </div>
      ))}
    </>
  );
}

/** Two sentences side by side, each under whose it is. */
export function Sides(props: { ours: string; words: string; theirs: string; others: readonly string[] }) {
  return (
    <dl class="sides">
      <div>
        <dt>{props.ours}</dt>
        <dd>{props.words}</dd>
      </div>
      <div>
        <dt>{props.theirs}</dt>
        {props.others.map((other) => (
          <dd key={other}>{other}</dd>
        ))}
      </div>
    </dl>
  );
}
