import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../rules/marks/finding.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { levelWord, TEXTS } from '../texts.ts';
import { LevelMark } from './level-mark.tsx';

/** What there is to say about one mark, the gravest first, in as few words as fit; the rest opens under it. */
export function FindingPill(props: {
  findings: readonly Finding[];
  short: string;
  name: string | null;
  onKeep: () => void;
}) {
  const [open, setOpen] = useState(false);
  const why = useRef<HTMLButtonElement>(null);
  const first = props.findings[0];
  if (!first) return null;
  const more = props.findings.length - 1;
  const close = () => {
    setOpen(false);
    why.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this holds none
    <span
      class={`pill ${first.level}`}
      role="group"
      aria-label={`${levelWord(first.level)}: ${props.findings.map(({ message }) => message).join(' ')}`}
      onKeyDown={open ? onEscape(close) : undefined}
    >
      <LevelMark level={first.level} />
      <span class="short" title={first.message}>
        {props.short}
        {more > 0 && ` · +${more}`}
      </span>
      <button
        ref={why}
        type="button"
        class="act why"
        aria-expanded={open}
        aria-label={props.name ? `${TEXTS.why}: ${props.name}` : TEXTS.why}
        onClick={trusted(() => setOpen(!open))}
      >
        <span class="word">{TEXTS.why}</span>
        <span class="mark">
          <LevelMark level={first.level} />
        </span>
      </button>
      <button type="button" class="act keep" onClick={trusted(props.onKeep)}>
        {TEXTS.keep}
      </button>
      {open && (
        <Details findings={props.findings} under={why.current} onClose={close} onKeep={props.onKeep} />
      )}
    </span>
  );
}

/** The whole of each finding, with the school's clause and the law; floats above the page, under the pill. */
function Details(props: {
  findings: readonly Finding[];
  under: HTMLElement | null;
  onClose: () => void;
  onKeep: () => void;
}) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    element.showPopover?.();
    const follow = () => sit(element, props.under?.closest('.pill') ?? null);
    follow();
    view.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => view.removeEventListener('scroll', follow, { capture: true });
  }, [props.under]);
  return (
    <div ref={card} popover="manual" class="details rise">
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
        <button type="button" class="quiet" onClick={trusted(props.onKeep)}>
          {TEXTS.keep}
        </button>
        <button type="button" class="quiet" onClick={trusted(props.onClose)}>
          {TEXTS.close}
        </button>
      </p>
    </div>
  );
}

/** Under the pill; above it where there is no room below; never off the side. */
function sit(card: HTMLElement, pill: Element | null): void {
  const view = card.ownerDocument.defaultView;
  if (!pill || !view) return;
  const box = pill.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, view.innerWidth - card.offsetWidth - 8));
  const below = box.bottom + 6;
  const fits = below + card.offsetHeight < view.innerHeight - 56;
  card.style.left = `${left}px`;
  card.style.top = `${fits ? below : Math.max(8, box.top - card.offsetHeight - 6)}px`;
}
