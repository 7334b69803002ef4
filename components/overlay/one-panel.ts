import type { Container } from './container.ts';

/** A panel that stands in the page. */
export interface OpenPanel {
  /** Takes it out, and gives the focus back to where it was. */
  close(): void;
  /** Aborted once it is closed, by whomever. */
  readonly closed: AbortSignal;
}

/** Opens panels of one kind over the page, each in place of the one before. A panel goes with `signal`. */
export function onePanel(): (piece: Container, signal: AbortSignal) => OpenPanel {
  let last: (() => void) | null = null;
  return (piece, signal) => {
    last?.();
    const { ownerDocument: document } = piece.host;
    const opener = document.activeElement;
    const stop = new AbortController();
    const close = () => {
      if (stop.signal.aborted) return;
      stop.abort();
      piece.remove();
      if (last === close) last = null;
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
    last = close;
    signal.addEventListener('abort', close, { signal: stop.signal });
    document.documentElement.append(piece.host);
    return { close, closed: stop.signal };
  };
}
