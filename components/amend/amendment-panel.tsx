import { useRef, useState } from 'preact/hooks';
import { type IsoDate, parseIsoDate } from '../../rules/calendar/dates.ts';
import { amendmentNeeds } from '../../rules/marks/amendment.ts';
import type { AmendmentRecord, MarkChange, Who } from '../overlay/port.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { AMEND, amendmentLine, amendmentOf, notNoted, stillNeeded } from '../texts-amend.ts';

/** What the helper is opened with. */
export interface AmendmentFacts {
  readonly change: MarkChange;
  /** Who recorded a change last; null for nobody yet. */
  readonly who: Who | null;
  readonly today: IsoDate;
  /** Nothing is noted. */
  readonly training: boolean;
  /** Notes the record. Rejects with an Error whose message is one plain sentence. */
  note(record: AmendmentRecord): Promise<unknown>;
}

/** No reason, name or role is longer. */
const LONGEST = 200;

type Typed = Who & { readonly reason: string; readonly on: string };

/** The five details of a change, the line they make, and one button that copies and notes it. */
export function AmendmentPanel(props: {
  facts: AmendmentFacts;
  /** Puts a text on the clipboard; false where the browser does not allow it. */
  copy: (text: string) => Promise<boolean>;
  onNoted: (record: AmendmentRecord) => void;
  onClose: () => void;
}) {
  const { facts, onClose } = props;
  const { change, who, today, training } = facts;
  const [typed, setTyped] = useState<Typed>({ by: '', role: '', ...who, reason: '', on: today });
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');
  const form = useRef<HTMLElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const on = parseIsoDate(typed.on);
  const needs = [amendmentNeeds(typed), on ? null : AMEND.dateNeeded].filter((part) => part !== null);
  const record = { from: change.from, to: change.to, ...trimmed(typed), on: on ?? today };
  const text = amendmentLine(record, change);

  const finish = async () => {
    if (needs.length > 0) {
      setProblem(stillNeeded(needs.join(', ')));
      return [...(form.current?.querySelectorAll('input') ?? [])]
        .find((input) => !input.value.trim())
        ?.focus();
    }
    // Before anything else is waited for: the browser allows it in the click alone.
    const copied = await props.copy(text);
    try {
      await facts.note(record);
    } catch (error) {
      return setProblem(notNoted(error instanceof Error ? error.message : ''));
    }
    setProblem('');
    if (training) setDone(copied ? AMEND.copiedOnly : AMEND.notCopiedOnly);
    else setDone(copied ? AMEND.copied : AMEND.notCopied);
    if (!copied && line.current) line.current.ownerDocument.getSelection()?.selectAllChildren(line.current);
    // The fields go, and the focus with them.
    form.current?.focus();
    props.onNoted(record);
  };
  const set = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change });
    setProblem('');
  };
  return (
    <section
      ref={form}
      class="amend"
      role="dialog"
      aria-label={`Registerwise: ${AMEND.title}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        onEscape(onClose)(event);
        event.stopPropagation();
      }}
      onKeyUp={ours}
      onKeyPress={ours}
      onInput={ours}
      onChange={ours}
    >
      <header>
        <h2>{AMEND.title}</h2>
        <button type="button" class="quiet" onClick={trusted(onClose)}>
          {AMEND.close}
        </button>
      </header>
      <p class="soft">{amendmentOf(change.name, change.date, change.session)}</p>
      <p class="marks">
        <span>
          {AMEND.from} <b>{change.from}</b>
        </span>
        <span>
          {AMEND.to} <b>{change.to}</b>
        </span>
      </p>
      {!done && (
        <>
          <Field
            label={AMEND.reason}
            hint={AMEND.reasonHint}
            value={typed.reason}
            onType={(reason) => set({ reason })}
          />
          <div class="three">
            <Field label={AMEND.by} value={typed.by} onType={(by) => set({ by })} />
            <Field label={AMEND.role} value={typed.role} onType={(role) => set({ role })} />
            <label>
              {AMEND.on}
              <input
                type="date"
                max={today}
                value={typed.on}
                onInput={(event) => set({ on: event.currentTarget.value })}
              />
            </label>
          </div>
        </>
      )}
      <p class="of">{AMEND.line}</p>
      <p class="line" ref={line}>
        {text}
      </p>
      {!done && needs.length > 0 && !problem && <p class="needs">{stillNeeded(needs.join(', '))}</p>}
      <p class="problem" role="alert">
        {problem}
      </p>
      <p role="status" class={done ? 'needs' : ''}>
        {done}
      </p>
      {!done && (
        <div class="acts">
          <button type="button" class="strong" onClick={trusted(() => void finish())}>
            {AMEND.note}
          </button>
          <p class="soft">{training ? AMEND.training : AMEND.whoHint}</p>
        </div>
      )}
    </section>
  );
}

function Field(props: { label: string; hint?: string; value: string; onType: (text: string) => void }) {
  return (
    <label>
      {props.label}
      <input
        type="text"
        autocomplete="off"
        maxLength={LONGEST}
        placeholder={props.hint ?? ''}
        value={props.value}
        onInput={(event) => props.onType(event.currentTarget.value)}
      />
    </label>
  );
}

/** What is typed here is no business of the page's. */
function ours(event: Event): void {
  event.stopPropagation();
}

function trimmed({ reason, by, role }: Typed): Omit<Typed, 'on'> {
  return { reason: reason.trim(), by: by.trim(), role: role.trim() };
}
