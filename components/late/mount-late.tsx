import { container } from '../overlay/container.ts';
import { pageTone } from '../overlay/tone.ts';
import type { LateFacts } from './late-facts.ts';
import { LatePanel } from './late-panel.tsx';
import { lateCss } from './styles.ts';

/** Opens the panel in which late arrivals are logged, in place of one already open; goes with `signal`. */
export type MountLate = (
  document: Document,
  facts: LateFacts,
  signal: AbortSignal,
  mode?: ShadowRootMode,
) => void;

let open: (() => void) | null = null;

/** A {@link MountLate}. Closing it gives the focus back to where it was. */
export const mountLate: MountLate = (document, facts, signal, mode = 'closed') => {
  open?.();
  if (signal.aborted) return;
  const opener = document.activeElement;
  const piece = container({ document, mode, tone: pageTone(document.body), css: lateCss, position: 'fixed' });
  const close = () => {
    piece.remove();
    signal.removeEventListener('abort', close);
    if (open === close) open = null;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  open = close;
  signal.addEventListener('abort', close);
  document.documentElement.append(piece.host);
  piece.show(<LatePanel facts={facts} onClose={close} />);
};
