import type { Finding } from '../../rules/marks/finding.ts';
import { rootsAround } from '../overlay/across.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { whenScrolled } from '../overlay/when-moved.ts';
import { TEXTS } from '../texts.ts';
import { type FindingLine, levelWord } from '../texts-findings.ts';
import { LevelMark } from './level-mark.tsx';

/** Each pill has a shadow root of its own, so this is unique where it is used. */
const DETAILS = 'details';

/** What there is to say about one mark, the gravest first, in as few words as fit; the rest opens under it. */
export function FindingPill(props: {
  findings: readonly Finding[];
  line: FindingLine;
  name: string | null;
  onKeep: () => void;
  /** Opens the helper in which a change is recorded; null where there is nothing to record. */
  onAmend: (() => void) | null;
  /** Logs when the pupil came; null where the finding does not turn on it. */
  onLate: (() => void) | null;
}) {
  const first = props.findings[0];
  if (!first) return null;
  const more = props.findings.length - 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this holds none
    <span
      class={`pill ${first.level}`}
      role="group"
      aria-label={`${levelWord(first.level)}: ${props.findings.map(({ message }) => message).join(' ')}`}
    >
      <LevelMark level={first.level} />
      <span class="short" title={first.message}>
        <b class="lead">{levelWord(first.level)}: </b>
        {props.line.says}
        <span class="others">{props.line.others}</span>
        {more > 0 && ` · +${more}`}
      </span>
      <button
        type="button"
        class="act why"
        popovertarget={DETAILS}
        aria-label={props.name ? `${TEXTS.why}: ${props.name}` : TEXTS.why}
      >
        <span class="word">{TEXTS.why}</span>
        <span class="mark">
          <LevelMark level={first.level} />
        </span>
      </button>
      {props.onAmend ? (
        <Act text={TEXTS.amend} onAct={props.onAmend} />
      ) : (
        <Act text={TEXTS.keep} onAct={props.onKeep} />
      )}
      <Details {...props} />
    </span>
  );
}

/** What can be done beside the mark; its first word alone where there is little room. */
function Act({ text, onAct }: { text: string; onAct: () => void }) {
  const [first, ...rest] = text.split(' ');
  return (
    <button type="button" class="act keep" aria-label={text} onClick={trusted(onAct)}>
      {first}
      <span class="others">{rest.join(' ')}</span>
    </button>
  );
}

/** The whole of each finding, with the school's clause and the law; opens above the page, under the pill. */
function Details(props: {
  findings: readonly Finding[];
  onKeep: () => void;
  onAmend: (() => void) | null;
  onLate: (() => void) | null;
}) {
  let card: HTMLElement | null = null;
  const away = (act: () => void) =>
    trusted(() => {
      card?.hidePopover();
      act();
    });
  return (
    <div
      ref={(element) => {
        card = element;
      }}
      id={DETAILS}
      popover="auto"
      role="dialog"
      aria-label={TEXTS.why}
      class="details"
      onToggle={(event) => follow(event.currentTarget)}
      onKeyDown={onEscape(() => card?.hidePopover())}
    >
      {props.findings.map((finding) => (
        <section key={finding.rule} class={finding.level}>
          <p class="says">
            <LevelMark level={finding.level} />
            <span>
              <b>{levelWord(finding.level)}:</b> {finding.message}
            </span>
          </p>
          <dl>
            {finding.suggest.length > 0 && <dt>May fit</dt>}
            {finding.suggest.length > 0 && (
              <dd>
                {finding.suggest.map((code) => (
                  <span key={code} class="code">
                    {code}
                  </span>
                ))}
              </dd>
            )}
            {finding.clause.policy && <dt>Policy</dt>}
            {finding.clause.policy && <dd>{finding.clause.policy}</dd>}
            {finding.clause.law && <dt>Law</dt>}
            {finding.clause.law && <dd>{finding.clause.law}</dd>}
          </dl>
        </section>
      ))}
      <p class="row">
        {props.onAmend && (
          <button type="button" class="strong" onClick={away(props.onAmend)}>
            {TEXTS.amend}
          </button>
        )}
        {props.onLate && (
          <button type="button" class="quiet" onClick={away(props.onLate)}>
            {TEXTS.late}
          </button>
        )}
        <button type="button" class="quiet" onClick={away(props.onKeep)}>
          {TEXTS.keep}
        </button>
        <button type="button" class="quiet" onClick={away(() => {})}>
          {TEXTS.close}
        </button>
      </p>
    </div>
  );
}

/** Keeps the open card under its pill; above it where there is no room below; never off the side. */
function follow(card: HTMLElement): void {
  const pill = card.parentElement;
  const view = card.ownerDocument.defaultView;
  if (!pill || !view || !card.matches(':popover-open')) return;
  const closed = new AbortController();
  const sit = () => {
    if (!card.matches(':popover-open')) return closed.abort();
    const box = pill.getBoundingClientRect();
    const below = box.bottom + 6;
    const fits = below + card.offsetHeight < view.innerHeight - 56;
    card.style.left = `${Math.max(8, Math.min(box.left, view.innerWidth - card.offsetWidth - 8))}px`;
    card.style.top = `${fits ? below : Math.max(8, box.top - card.offsetHeight - 6)}px`;
  };
  sit();
  view.addEventListener('scroll', sit, { capture: true, passive: true, signal: closed.signal });
  for (const root of rootsAround([pill])) whenScrolled(root, closed.signal, sit);
}
