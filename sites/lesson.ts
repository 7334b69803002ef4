import { collapse } from './text.ts';

/** Names of a lesson by its number, and of a lesson register as such. Not a span of dates, a time, or how many there are. */
const LESSONS: readonly RegExp[] = [
  /\b(?:period|lesson|per)\.?(?: no\.?)?\s?[:#–-]?\s?\d{1,2}[a-d]?(?![\w%]|:\d|[/.-]\d+[/.-]\d|\s+(?:pupils|lessons|periods|marks))(?:\/\d[a-d]?)?/i,
  /(?<![\w/.-])P\s?\d{1,2}[a-d]?(?![\w/.:%-])/,
  /\b(?:mon|tue|wed|thu|fri)[a-z]*:(?:1[0-2]|\d)[a-d]?(?![\w:./])/i,
  /\b(?:1st|2nd|3rd|[4-9]th|first|second|third|fourth|fifth|sixth|seventh|eighth) (?:period|lesson)\b/i,
  /\blesson (?:register|registration|attendance|mark)s?\b/i,
];
/** What every name of a lesson has in it. */
const SIGN = /per|lesson|p\s?\d|[a-z]:\d/i;
/** A session and registration side by side: the period named with them is the registration itself. */
const REGISTRATION =
  /\b(?:am|pm|a\.m\.|p\.m\.|morning|afternoon)[\s:(–-]{0,3}(?:reg|registration|roll ?call)\b|\b(?:reg|registration|roll ?call)[\s:(–-]{0,3}(?:am|pm|a\.m|p\.m|morning|afternoon)\b/i;

/** What a text calls a lesson, in its own words ("Period 3", "Mon:3"); null where it names none, or the registration. */
export function lessonIn(text: string): string | null {
  if (!SIGN.test(text)) return null;
  for (const pattern of LESSONS) {
    const found = pattern.exec(text);
    if (found) return REGISTRATION.test(text) ? null : collapse(found[0]);
  }
  return null;
}
