import { container } from '../overlay/container.ts';
import { onePanel } from '../overlay/one-panel.ts';
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

const open = onePanel();

/** A {@link MountLate}. Closing it gives the focus back to where it was. */
export const mountLate: MountLate = (document, facts, signal, mode = 'closed') => {
  if (signal.aborted) return;
  const piece = container({ document, mode, tone: pageTone(document.body), css: lateCss, position: 'fixed' });
  const { close } = open(piece, signal);
  piece.show(<LatePanel facts={facts} onClose={close} />);
};
