import type { ComponentChild } from 'preact';
import type { Outlines } from '../../components/setup/outlines.tsx';
import type { Readers } from '../../sites/readers.ts';
import type { SetUpFacts } from './mount.tsx';

/** Where confirming and teaching happen: one panel and the frames on the page, until `signal`. */
export interface Stage extends SetUpFacts {
  readonly document: Document;
  readonly readers: Readers;
  readonly outlines: Outlines;
  readonly signal: AbortSignal;
  /** Draws the panel. `around` is the register, which the panel keeps clear of when it is first drawn. */
  show(title: string, content: ComponentChild, around?: Element | null): void;
  /** Says one line, and goes a little later. */
  finish(says: string): void;
  /** Goes at once. */
  close(): void;
}
