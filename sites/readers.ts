import { agreedDay, datesIn } from './day.ts';
import { observe } from './observe.ts';
import { understood } from './registry.ts';
import { sessionIn } from './session.ts';
import { linesBy } from './taught/lines.ts';
import { marksIn } from './taught/mark-in.ts';
import { readingOf, taught } from './taught/taught.ts';

/**
 * What confirming and teaching a page need of the readers. These stand in the page already when the panel's script comes,
 * which takes them over instead of bringing them a second time.
 */
export const readers = Object.freeze({
  understood,
  taught,
  linesBy,
  readingOf,
  marksIn,
  observe,
  /** The one day a text means, `YYYY-MM-DD`; null when there is none, or more than one. */
  dayIn: (text: string) => agreedDay(datesIn(text)),
  sessionIn,
});

export type Readers = typeof readers;
