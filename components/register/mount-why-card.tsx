import { container } from '../overlay/container.ts';
import { pageTone } from '../overlay/tone.ts';
import { WhyCard, type WhyFacts } from './why-card.tsx';
import { whyCss } from './why-card-styles.ts';

/** Opens the why-card in `document`, in place of one already open; goes with `signal`. */
export type MountWhyCard = (
  document: Document,
  facts: WhyFacts,
  signal: AbortSignal,
  mode?: ShadowRootMode,
) => void;

let open: (() => void) | null = null;

/** A {@link MountWhyCard}. Closing it gives the focus back to where it was. */
export const mountWhyCard: MountWhyCard = (document, facts, signal, mode = 'closed') => {
  open?.();
  if (signal.aborted) return;
  const opener = focused(document);
  const piece = container({
    document,
    mode,
    tone: pageTone(document.body),
    css: whyCss,
    position: 'fixed',
  });
  const close = () => {
    piece.remove();
    signal.removeEventListener('abort', close);
    if (open === close) open = null;
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  open = close;
  signal.addEventListener('abort', close);
  document.documentElement.append(piece.host);
  piece.show(<WhyCard facts={facts} onClose={close} />);
};

/** What has the focus, in whatever open shadow root. */
function focused(document: Document): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
