import type { OverlayContext, OverlayPort } from './port.ts';

/**
 * Asks for the context. Asked while an answer is under way it answers `under-way`, and the first asker gets an answer
 * that was asked for after that: what changes in between is not in the earlier one. Null: there is none.
 */
export function freshContext(port: OverlayPort): () => Promise<OverlayContext | null | 'under-way'> {
  let asking = false;
  let again = false;
  return async () => {
    again = asking;
    if (asking) return 'under-way';
    asking = true;
    let context: OverlayContext | null;
    do {
      again = false;
      context = await port.context().catch(() => null);
    } while (again);
    asking = false;
    return context;
  };
}
