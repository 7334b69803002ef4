import type { IsoDate } from '../calendar/dates.ts';
import { readCode } from '../codes/codes.ts';
import type { StatisticalClass } from '../codes/table.ts';
import { type Totals, totals } from '../history/attendance.ts';

/** Totals of many sessions by code, and what a reader should know of them. */
export interface Tally extends Totals {
  readonly notes: readonly { readonly code: string; readonly message: string }[];
}

/** Adds up sessions by code, in the classes in force on `asOf`; a withdrawn code keeps the class it had. */
export function tally(counts: Readonly<Record<string, number>>, asOf: IsoDate): Tally {
  const notes: { code: string; message: string }[] = [];
  const classes: [StatisticalClass, number][] = [];
  for (const [text, sessions] of Object.entries(counts)) {
    if (sessions === 0) continue;
    const reading = readCode(text, asOf);
    if (reading.kind !== 'code') {
      const why = reading.kind === 'none' ? 'no mark' : 'not an attendance code';
      notes.push({
        code: 'unknown-code',
        message: `“${text}” is ${why}: ${sessions} left out of the totals.`,
      });
      continue;
    }
    const { entry, standing, writtenAs } = reading;
    classes.push([entry.class, sessions]);
    if (writtenAs)
      notes.push({ code: 'look-alike', message: `“${writtenAs.text}” is read as ${entry.code}.` });
    if (standing === 'withdrawn')
      notes.push({
        code: 'withdrawn-code',
        message: `${entry.code} was withdrawn; it is counted as it was: ${entry.class}.`,
      });
    if (standing === 'not-yet')
      notes.push({
        code: 'not-yet-code',
        message: `${entry.code} was not yet in force; it is counted as it is now: ${entry.class}.`,
      });
  }
  return { ...totals(classes), notes };
}
