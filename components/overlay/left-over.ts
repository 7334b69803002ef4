import type { OverlayReading } from './port.ts';

/**
 * Whether some of a register's pupils are still on the page, in its place, although it no longer reads as one: a page that
 * is filtered to one pupil shows too little to be understood, and is not to fall silent.
 */
export function isLeftOver({ root, rows }: OverlayReading): boolean {
  if (!(root.isConnected && root.checkVisibility())) return false;
  const text = (root.textContent ?? '').replace(/\s+/g, ' ');
  return rows.some(({ name }) => name !== null && text.includes(name));
}
