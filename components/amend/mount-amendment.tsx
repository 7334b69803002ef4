import { container } from '../overlay/container.ts';
import { onePanel } from '../overlay/one-panel.ts';
import type { AmendmentRecord } from '../overlay/port.ts';
import { pageTone } from '../overlay/tone.ts';
import { whenMoved } from '../overlay/when-moved.ts';
import { whenResized } from '../overlay/when-resized.ts';
import { type AmendmentFacts, AmendmentPanel } from './amendment-panel.tsx';
import { amendCss } from './styles.ts';

/**
 * Opens the helper in `document` beside `mark`, in place of one already open; goes with `signal`. Answers with what was noted, or
 * null where it was closed before.
 */
export type MountAmendment = (
  document: Document,
  facts: AmendmentFacts,
  mark: Element,
  signal: AbortSignal,
  mode?: ShadowRootMode,
) => Promise<AmendmentRecord | null>;

const GAP = 8;

const open = onePanel();

/** A {@link MountAmendment}. Closing it gives the focus back to where it was. */
export const mountAmendment: MountAmendment = (document, facts, mark, signal, mode = 'closed') => {
  const view = document.defaultView;
  if (signal.aborted || !view) return Promise.resolve(null);
  const piece = container({ document, mode, tone: pageTone(mark), css: amendCss, position: 'fixed' });
  return new Promise((resolve) => {
    const { close, closed } = open(piece, signal);
    closed.addEventListener('abort', () => resolve(null));
    piece.show(
      <AmendmentPanel facts={facts} copy={(text) => copied(view, text)} onNoted={resolve} onClose={close} />,
    );
    const panel = piece.inner.querySelector<HTMLElement>('.amend');
    if (!panel) return close();
    const sit = () => standBeside(panel, mark, view);
    sit();
    whenMoved(document, view, closed, sit);
    const sizes = whenResized(sit);
    sizes.at([panel]);
    closed.addEventListener('abort', sizes.rest);
    view.addEventListener('scroll', sit, { passive: true, signal: closed });
    panel.querySelector('input')?.focus();
  });
};

/** Under the row of `mark`, above it where there is no room below, and never over its own line where the window has room. */
function standBeside(panel: HTMLElement, mark: Element, view: Window): void {
  const box = mark.getBoundingClientRect();
  if (!mark.isConnected) return;
  const below = box.bottom + GAP;
  const above = box.top - GAP - panel.offsetHeight;
  const most = view.innerHeight - panel.offsetHeight - GAP;
  panel.style.left = `${Math.max(GAP, Math.min(box.left, view.innerWidth - panel.offsetWidth - GAP))}px`;
  panel.style.top = `${Math.max(GAP, below <= most || above < GAP ? Math.min(below, most) : above)}px`;
}

async function copied({ navigator }: Window, text: string): Promise<boolean> {
  try {
    // Pages that are not sent encrypted have no clipboard.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
