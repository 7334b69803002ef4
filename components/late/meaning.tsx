import type { Lateness } from '../../rules/marks/lateness.ts';

/** How late an arrival is, from when it is counted, and which code fits, with the words behind it. */
export function Meaning({ late, shown }: { late: Lateness; shown: string | null }) {
  const { policy, law } = late.clause;
  return (
    <div class="meaning">
      <p>{late.basis}.</p>
      <p class="code-line">
        {late.code === null ? (
          <b>No code suggested.</b>
        ) : (
          <>
            Suggested code: <b class="code">{late.code}</b>
          </>
        )}{' '}
        <span class="soft">On the register now: {shown ?? 'no mark'}</span>
      </p>
      <p>{late.why}</p>
      {(policy || law) && (
        <details>
          <summary>The words behind it</summary>
          {policy && <p>{policy}</p>}
          {law && <p>{law}</p>}
        </details>
      )}
    </div>
  );
}
