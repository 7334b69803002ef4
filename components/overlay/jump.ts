import type { RegisterSource } from './port.ts';
import type { RowPieces } from './row-pieces.tsx';

/** Long enough for a row scrolled to, to be drawn. */
const FOCUS_AFTER_SCROLL_MS = 120;

/** Brings one pupil's mark to the middle of the screen and moves the focus to what is said of it. */
export function jumpTo(pupil: string, source: RegisterSource, pieces: RowPieces, view: Window): void {
  const sight = source.look();
  if (sight.kind !== 'registers') return;
  const row = sight.readings.flatMap(({ rows }) => rows).find(({ pupilKey }) => pupilKey === pupil);
  row?.markElement.scrollIntoView({ block: 'center' });
  view.setTimeout(() => pieces.pill(pupil)?.focus(), FOCUS_AFTER_SCROLL_MS);
}
