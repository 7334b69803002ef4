import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A question before something goes for good: what goes, in `children`, a yes that says it again, and a way back. */
export function AskFirst(props: {
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
  children: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="note problem">
      <h4 tabIndex={-1} ref={heading}>
        {props.question}
      </h4>
      {props.children}
      <div class="row">
        <button type="button" class="danger" onClick={props.onYes}>
          {props.yes}
        </button>
        <button type="button" onClick={props.onNo}>
          {props.no}
        </button>
      </div>
    </div>
  );
}
