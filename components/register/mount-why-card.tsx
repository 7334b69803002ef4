import { type Container, container } from '../overlay/container.ts';
import type { WhyPlace } from '../overlay/questions.ts';
import { pageTone } from '../overlay/tone.ts';
import { placeCard } from './place-card.ts';
import { WhyCard } from './why-card.tsx';
import { whyCss } from './why-card-styles.ts';
import type { WhyFacts } from './why-told.ts';

/**
 * Opens the why-card over `document`, in place of one already open, by the badge that `place` tells of; null puts it at the side of
 * the window. For the pupil whose card is open it closes it instead. Goes with `signal`.
 */
export type MountWhyCard = (
  document: Document,
  facts: WhyFacts,
  place: WhyPlace | null,
  signal: AbortSignal,
  mode?: ShadowRootMode,
) => void;

let open: { readonly pupil: string; readonly close: () => void } | null = null;

/**
 * A {@link MountWhyCard}. The focus goes to it only where it still is on its badge, and back there when it closes, unless it has
 * gone elsewhere since. A press outside closes it and is the page's all the same.
 */
export const mountWhyCard: MountWhyCard = (document, facts, place, signal, mode = 'closed') => {
  const { pupil } = facts.question;
  const again = open?.pupil === pupil;
  open?.close();
  if (again || signal.aborted) return;
  const stop = new AbortController();
  const tone = pageTone(place?.anchor() ?? document.body);
  const piece = container({ document, mode, tone, css: whyCss, position: 'fixed' });
  const close = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    const hadFocus = document.activeElement === piece.host;
    piece.remove();
    if (open?.close === close) open = null;
    if (hadFocus) place?.badge()?.focus({ preventScroll: true });
  };
  open = { pupil, close };
  signal.addEventListener('abort', close, { signal: stop.signal });
  closeFromOutside(document, piece, place, stop.signal, close);
  document.documentElement.append(piece.host);
  piece.show(<WhyCard facts={facts} onClose={close} />);
  const takeFocus = () => {
    if (stop.signal.aborted || (place && !hasFocus(place.badge()))) return;
    piece.inner.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  };
  if (place) placeCard(piece.inner, place, stop.signal, close).then(takeFocus);
  else takeFocus();
};

/** On a press or Escape anywhere else in the page, which the page hears as ever. A press on the badge is the badge's. */
function closeFromOutside(
  document: Document,
  { host }: Container,
  place: WhyPlace | null,
  signal: AbortSignal,
  close: () => void,
): void {
  const view = document.defaultView;
  view?.addEventListener(
    'pointerdown',
    (event) => {
      const path = event.composedPath();
      const badge = place?.badge();
      if (event.isTrusted && !path.includes(host) && !(badge && path.includes(badge))) close();
    },
    { capture: true, passive: true, signal },
  );
  view?.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && event.isTrusted && !event.composedPath().includes(host)) close();
    },
    { capture: true, signal },
  );
}

/** Whether the focus is on `host`, or in it, in whatever root it stands. */
function hasFocus(host: HTMLElement | null): boolean {
  const root = host?.getRootNode();
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === host;
}
