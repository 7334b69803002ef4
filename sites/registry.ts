import { type RegisterReading, type SiteAdapter, SiteReadError } from './contract.ts';
import { generic } from './generic/generic.ts';
import { practice } from './practice/practice.ts';
import { rosariosis } from './rosariosis/rosariosis.ts';

/** Every adapter, the generic reader last. */
export const adapters: readonly SiteAdapter[] = Object.freeze([practice, rosariosis, generic]);

/** The register of a page, or one plain sentence that says why it is not being checked. */
export type SightOfPage =
  | { readonly kind: 'register'; readonly reading: RegisterReading }
  | { readonly kind: 'not-checking'; readonly why: string }
  /** A page with no sign of a register. */
  | { readonly kind: 'no-register' };

const COULD_NOT_READ = 'This page looks like a register, but Registerwise could not read it.';

/** The adapters that know the page, the surest first; empty when none does. */
export function findAdapters(url: URL, document: Document): readonly SiteAdapter[] {
  return adapters
    .map((adapter) => ({ adapter, sure: adapter.matches(url, document) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure)
    .map(({ adapter }) => adapter);
}

/** Reads the page as it is now with the surest adapter that finds a register on it. Never throws. */
export function readRegister(url: URL, document: Document): SightOfPage {
  try {
    for (const adapter of findAdapters(url, document)) {
      const reading = adapter.read(document);
      if (reading?.health.paused) return { kind: 'not-checking', why: reading.health.paused };
      if (reading) return { kind: 'register', reading };
    }
    return { kind: 'no-register' };
  } catch (error) {
    return { kind: 'not-checking', why: error instanceof SiteReadError ? error.message : COULD_NOT_READ };
  }
}
