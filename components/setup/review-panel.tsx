import { useState } from 'preact/hooks';
import { trusted } from '../overlay/trusted.ts';
import { many } from '../texts.ts';
import { type Answers, CHOOSE_SESSION } from './confirm-panel.tsx';
import { LabelTable, type PageLabel, proposals, type Said } from './label-table.tsx';
import { Problem, Sheet } from './panel.tsx';
import { useSending } from './sending.ts';
import { SessionQuestion, type SessionSaid } from './session-question.tsx';

/** A line that was not understood as it was taught. */
export interface OddLine {
  readonly id: string;
  /** As far as it can be said whose line it is. */
  readonly says: string;
  readonly why: string;
}

/** One thing that was understood, and can be pointed at anew. */
export interface Fact {
  readonly what: 'number' | 'date' | 'session';
  readonly label: string;
  readonly says: string;
}

/** What a taught page comes to, before it is saved. */
export interface Review {
  readonly rows: number;
  readonly odd: readonly OddLine[];
  readonly facts: readonly Fact[];
  readonly labels: readonly PageLabel[];
  readonly asksSession: boolean;
  readonly name: string;
  /** Why what was just asked for could not be done; null when it could. */
  readonly problem: string | null;
}

const MOST_ODD = 6;
const SAY_FIRST = 'Say first what the rows are that were not understood.';
const NAME_FIRST = 'Give the page a name first.';

/** Shows what was understood, row by row as far as it is odd, and asks for what only a person can say. */
export function ReviewPanel(props: {
  review: Review;
  onCorrect: (id: string, part: 'name' | 'mark') => void;
  onLeaveOut: (id: string) => void;
  onChange: (what: Fact['what']) => void;
  onBack: () => void;
  onSave: (answers: Answers & { readonly name: string }) => Promise<unknown>;
}) {
  const { rows, odd, facts, labels, asksSession } = props.review;
  const [codes, setCodes] = useState<Said>(() => proposals(labels));
  const [session, setSession] = useState<SessionSaid | null>(null);
  const [name, setName] = useState(props.review.name);
  const sending = useSending();
  const save = () => {
    if (odd.length > 0) return sending.refuse(SAY_FIRST);
    if (asksSession && session === null) return sending.refuse(CHOOSE_SESSION);
    if (name.trim() === '') return sending.refuse(NAME_FIRST);
    return sending.run(() =>
      props.onSave({ codes: { ...proposals(labels), ...codes }, session, name: name.trim() }),
    );
  };
  return (
    <Sheet
      foot={
        <>
          <Problem>{sending.problem ?? props.review.problem}</Problem>
          <div class="acts">
            <button type="button" class="strong" onClick={trusted(save)} aria-disabled={sending.busy}>
              Save and check this register
            </button>
            <button type="button" class="quiet" onClick={trusted(props.onBack)}>
              Start again
            </button>
          </div>
        </>
      }
    >
      <p class="ask" role="status">
        {rows - odd.length} of {many(rows, 'row')} understood
      </p>
      {odd.length > 0 && (
        <ol class="odd">
          {odd.slice(0, MOST_ODD).map((line) => (
            <Odd key={line.id} line={line} onCorrect={props.onCorrect} onLeaveOut={props.onLeaveOut} />
          ))}
        </ol>
      )}
      {odd.length > MOST_ODD && <p>And {odd.length - MOST_ODD} more.</p>}
      <dl>
        {facts.map(({ what, label, says }) => (
          <div key={what}>
            <dt>{label}</dt>
            <dd>
              {says}{' '}
              <button
                type="button"
                class="quiet"
                aria-label={`Point at the ${what}`}
                onClick={trusted(() => props.onChange(what))}
              >
                Change
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {asksSession && <SessionQuestion said={session} onSay={setSession} />}
      <LabelTable labels={labels} said={{ ...proposals(labels), ...codes }} onSay={setCodes} />
      <label class="name">
        Name of this page
        <input value={name} maxLength={100} onInput={({ currentTarget }) => setName(currentTarget.value)} />
      </label>
    </Sheet>
  );
}

function Odd(props: {
  line: OddLine;
  onCorrect: (id: string, part: 'name' | 'mark') => void;
  onLeaveOut: (id: string) => void;
}) {
  const { id, says, why } = props.line;
  return (
    <li>
      <b>{says}</b>: {why}
      <span class="acts">
        <button type="button" class="quiet" onClick={trusted(() => props.onLeaveOut(id))}>
          Not a pupil<span class="vh">: {says}</span>
        </button>
        <button type="button" class="quiet" onClick={trusted(() => props.onCorrect(id, 'name'))}>
          Point at the name<span class="vh"> of {says}</span>
        </button>
        <button type="button" class="quiet" onClick={trusted(() => props.onCorrect(id, 'mark'))}>
          Point at the mark<span class="vh"> of {says}</span>
        </button>
      </span>
    </li>
  );
}
