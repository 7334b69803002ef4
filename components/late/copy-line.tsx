import { useState } from 'preact/hooks';
import { trusted } from '../overlay/trusted.ts';

/** One line for the school's own system, and a button that copies it. Where the browser does not let us, it is selected to be copied by hand. */
export function CopyLine(props: { line: string; of: string | null }) {
  const [said, setSaid] = useState<{ readonly line: string; readonly text: string } | null>(null);
  let shown: HTMLElement | null = null;
  const say = (text: string) => setSaid({ line: props.line, text });
  const copy = () => {
    const { clipboard } = navigator;
    // Pages without a secure address have no clipboard.
    if (!clipboard) return select();
    clipboard.writeText(props.line).then(() => say('Copied.'), select);
  };
  const select = () => {
    if (shown) getSelection()?.selectAllChildren(shown);
    say('Press Ctrl+C to copy the line.');
  };
  return (
    <p class="copy">
      <code
        ref={(element) => {
          shown = element;
        }}
      >
        {props.line}
      </code>
      <button
        type="button"
        class="quiet"
        aria-label={props.of ? `Copy line: ${props.of}` : undefined}
        onClick={trusted(copy)}
      >
        Copy line
      </button>
      <span role="status" class="soft">
        {said?.line === props.line && said.text}
      </span>
    </p>
  );
}
