import { OwnPolicies, type PolicyDoor } from '../../components/forms/own-policies.tsx';
import { PolicyChoice } from '../../components/forms/policy-choice.tsx';
import { saveAs } from '../../components/forms/save-as.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import { policyOf, withBuiltIn } from '../../rules/policy/profiles.ts';
import type { Ask } from '../../store/ask.ts';
import type { KeptPolicy } from '../../store/policies.ts';
import { LONGEST_POLICY, policyFile, TOO_LONG } from '../../store/policy-file.ts';

/** UTF-8 takes at most this many bytes a character. */
const MOST_BYTES = 3;

/** Whose policy applies: a built-in profile, or one of the school's own, which can be added, handed on, changed and removed here. */
export function PolicySection(props: {
  ask: Ask;
  policyId: string | null;
  own: readonly KeptPolicy[];
  put: (own: readonly KeptPolicy[]) => void;
  asOf: IsoDate;
  onSave: (policyId: string) => Promise<unknown>;
}) {
  const { ask, own, policyId, put } = props;
  const policies = withBuiltIn(own);
  const nameOf = (all: readonly KeptPolicy[], id: string) =>
    withBuiltIn(all).find((one) => one.id === id)?.school ?? id;
  const door: PolicyDoor = {
    async add(file) {
      if (file.size > LONGEST_POLICY * MOST_BYTES) throw new Error(TOO_LONG);
      const { id, policies: now } = await ask('keep-policy', { text: await file.text() });
      put(now);
      const name = nameOf(now, id);
      if (id === policyId) return `${name} is kept, and marks are checked against it.`;
      return `${name} is kept. Choose it in the list above to use it.`;
    },
    save(id) {
      saveAs(`registerwise-policy-${id}.json`, policyFile(policyOf(id, policies)), 'application/json');
    },
    async remove(id) {
      const { versions, policies: now } = await ask('forget-policy', { id });
      put(now);
      return async () => put(await ask('put-policy-back', { versions }));
    },
    takeUp: async (id, at) => put(await ask('take-up-policy', { id, at })),
  };
  return (
    <>
      <PolicyChoice
        policies={policies}
        own={own.map(({ id }) => id)}
        policyId={policyId}
        asOf={props.asOf}
        onSave={props.onSave}
      />
      <OwnPolicies own={own} chosen={policies.find(({ id }) => id === policyId) ?? null} door={door} />
    </>
  );
}
