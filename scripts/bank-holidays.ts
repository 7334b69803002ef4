/**
 * Writes rules/calendar/bank-holidays.json from the package date-holidays, which knows of moved and single days. The package
 * itself (two megabytes, every country) is for this script and its test alone.
 */
import { writeFileSync } from 'node:fs';
import { bankHolidaysBetween } from './bank-holidays-of.ts';

const FIRST = 2018;
const LAST = 2035;

const lines = bankHolidaysBetween(FIRST, LAST).map(
  ([date, name]) => `  [${JSON.stringify(date)}, ${JSON.stringify(name)}]`,
);
writeFileSync(
  new URL('../rules/calendar/bank-holidays.json', import.meta.url),
  `[\n${lines.join(',\n')}\n]\n`,
);
