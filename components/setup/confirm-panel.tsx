import { useState } from 'preact/hooks';
import { trusted } from '../overlay/trusted.ts';
import { LabelTable, type PageLabel, proposals, type Said } from './label-table.tsx';
import { Problem, Sheet } from './panel.tsx';
import { useSending } from './sending.ts';
import { SessionQuestion, type SessionSaid } from './session-question.tsx';

/** What was understood of a page, to be said yes or no to. */
export interface Understood {
  /** `28 pupils, marks chosen from drop-downs.` One sentence each. */
  readonly told: readonly string[];
  /** A few pupils with their marks as read, each outlined on the page under the same number. */
  readonly pupils: readonly { readonly name: string; readonly mark: string }[];
  readonly labels: readonly PageLabel[];
  readonly asksSession: boolean;
}

/** What only a person can say of a page. */
export interface Answers {
  readonly codes: Said;
  /** Null where it was not asked. */
  readonly session: SessionSaid | null;
}

export const CHOOSE_SESSION = 'Choose what to take for morning or afternoon first.';

/** Asks whether a page was understood rightly. `onYes` rejects with a plain sentence. */
export function ConfirmPanel(props: {
  understood: Understood;
  onYes: (answers: Answers) => Promise<unknown>;
  onTeach: () => void;
  onLater: () => void;
}) {
  const { told, pupils, labels, asksSession } = props.understood;
  const [codes, setCodes] = useState<Said>(() => proposals(labels));
  const [session, setSession] = useState<SessionSaid | null>(null);
  const sending = useSending();
  const yes = () => {
    if (asksSession && session === null) return sending.refuse(CHOOSE_SESSION);
    return sending.run(() => props.onYes({ codes, session }));
  };
  return (
    <Sheet
      foot={
        <>
          <Problem>{sending.problem}</Problem>
          <div class="acts">
            <button type="button" class="strong" onClick={trusted(yes)} aria-disabled={sending.busy}>
              Yes, check this register
            </button>
            <button type="button" class="quiet" onClick={trusted(props.onTeach)}>
              No, show where things are
            </button>
            <button type="button" class="quiet" onClick={trusted(props.onLater)}>
              Not now
            </button>
          </div>
        </>
      }
    >
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ol class="pupils">
        {pupils.map(({ name, mark }) => (
          <li key={name}>
            <span>{name}</span> <b>{mark}</b>
          </li>
        ))}
      </ol>
      {asksSession && <SessionQuestion said={session} onSay={setSession} />}
      <LabelTable labels={labels} said={codes} onSay={setCodes} />
    </Sheet>
  );
}
