import { browser } from 'wxt/browser';

/** Scripts that a page is given only when it needs them, by the name of their file. */
export type Piece = 'readers' | 'overlay' | 'setup' | 'why-card' | 'late' | 'amend';

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: `/${Piece}.js?${string}`): string;
  }
}

/**
 * Fetches a script of ours into the world of this content script. As a module it is compiled beside the page's main thread, not
 * on it; an injected script would be compiled there. `by` marks whoever asks, lest what an earlier version fetched here be taken for ours.
 * Rejects where the extension that asks is gone.
 */
export async function bring(piece: Piece, by: string): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL(`/${piece}.js?${by}`));
}
