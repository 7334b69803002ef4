import type { DueStep } from '../../rules/steps/due.ts';
import type { Who } from '../../rules/steps/step.ts';
import { many } from '../texts.ts';
import { Sides } from './why-rule.tsx';

const WHO_WORDS: Readonly<Record<Who, string>> = {
  school: 'the school',
  office: 'the office',
  'class-teacher': 'the class teacher',
  'attendance-lead': 'the attendance lead',
  'senior-leaders': 'senior leaders',
  headteacher: 'the headteacher',
  dsl: 'the DSL',
  'local-authority': 'the local authority',
  'home-school': 'the home school',
};

/**
 * What the policy asks for now, each with who acts, the figures and the sentence: information, never an order. What cannot be
 * told is folded away. `open`: the mark on the screen is taken as if it stood.
 */
export function StepsAsked({ steps, open }: { steps: readonly DueStep[]; open: boolean }) {
  const due = steps.filter(({ state }) => state === 'due');
  const unsure = steps.filter(({ state }) => state === 'cannot-tell');
  return (
    <>
      <h3>What the policy asks for now</h3>
      <p class="soft">
        {due.length === 0 ? 'Nothing that can be told from the marks here' : 'For people to decide on'}
        {open && ', with this mark as if it were saved'}. Registerwise does not know what has been done
        already.
      </p>
      {due.length > 0 && (
        <ul class="asks">
          {due.map((each) => (
            <Asked key={each.step.id} {...each} />
          ))}
        </ul>
      )}
      {unsure.length > 0 && (
        <details>
          <summary>
            {many(unsure.length, due.length > 0 ? 'more step' : 'step')} cannot be told from what is here
          </summary>
          <ul>
            {unsure.map(({ step, because }) => (
              <li key={step.id}>
                {step.action} <span class="soft">{because}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Asked({ step, because, who, clause, notes }: DueStep) {
  return (
    <li>
      <p>
        <b>{step.action}</b> <span class="soft">Asked of: {WHO_WORDS[who]}.</span>
      </p>
      <p>{because}</p>
      {clause.policy && notes.length > 0 && (
        <Sides ours="This sentence" words={clause.policy} theirs="The policy also says" others={notes} />
      )}
      {clause.policy && notes.length === 0 && <blockquote>{clause.policy}</blockquote>}
      {clause.law && <p class="law">{clause.law}</p>}
    </li>
  );
}
