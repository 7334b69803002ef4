import { type KnownLayouts, parseKnown } from '../../store/import/fingerprint.ts';

/** Kept by the browser for the extension's own pages: it says how files are laid out, and nothing of any pupil. */
const NAME = 'import-layouts';

/** How earlier files were read, by the fingerprint of their headings. */
export function knownLayouts(): KnownLayouts {
  return parseKnown(localStorage.getItem(NAME));
}

export function keepLayouts(known: KnownLayouts): void {
  localStorage.setItem(NAME, JSON.stringify(known));
}

/** Part of wiping everything. */
export function forgetLayouts(): void {
  localStorage.removeItem(NAME);
}
