import type { IsoDate } from '../rules/calendar/dates.ts';
import { agreedDay, datesIn } from './day.ts';
import { knownSite, labelNote, statusLine } from './known/known.ts';
import { readPage, understood } from './registry.ts';
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
  readPage,
  taught,
  linesBy,
  readingOf,
  marksIn,
  /** The one day a text means, `YYYY-MM-DD`; null when there is none, or more than one. */
  dayIn: (text: string, today: IsoDate) => agreedDay(datesIn(text, { today })),
  sessionIn,
  /** What a person should know who confirms this label on this page; null for nothing. */
  noteOn: (url: URL, label: string) => labelNote(knownSite(url), label),
  /** How well a system known by its address is read, as one sentence; null for any other. */
  statusOf(url: URL) {
    const site = knownSite(url);
    return site && statusLine(site);
  },
});

export type Readers = typeof readers;
