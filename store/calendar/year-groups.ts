const ONE = String.raw`(?:years?|yrs?|y)\s?\d{1,2}(?!\d)`;
const MORE = String.raw`(?:\s*(?:,|and|&|to|-)\s*(?:(?:years?|yrs?|y)\s?)?\d{1,2}(?!\d|(?:st|nd|rd|th)\b))*`;
const NAMED = 'reception|nursery|early years';
const GROUPS = new RegExp(String.raw`\b(?:${NAMED}|${ONE}${MORE})(?![\w/])`, 'gi');

const LAST_YEAR = 14;

/** Curriculum years named in `text`, Reception 0 and Nursery -1, lowest first; none for a text that names none. */
export function yearsIn(text: string): readonly number[] {
  const years = new Set<number>();
  for (const [group] of text.matchAll(GROUPS)) {
    if (/^reception/i.test(group)) years.add(0);
    else if (/^(?:nursery|early)/i.test(group)) years.add(-1);
    else for (const year of yearsOf(group)) years.add(year);
  }
  return [...years].filter((year) => year <= LAST_YEAR).sort((a, b) => a - b);
}

/** The text with what names year groups blanked out, so that no figure in it is taken for a day. */
export function withoutYears(text: string): string {
  return text.replace(GROUPS, (found) => ' '.repeat(found.length));
}

/** `Year 10, Year 11`, `Reception`. */
export function showYears(years: readonly number[]): string {
  return years.map((year) => (year < 0 ? 'Nursery' : year === 0 ? 'Reception' : `Year ${year}`)).join(', ');
}

function yearsOf(group: string): readonly number[] {
  const years: number[] = [];
  let previous: number | null = null;
  for (const [, joined, digits] of group.matchAll(/(to|-)?\s*(?:years?|yrs?|y)?\s?(\d{1,2})/gi)) {
    const year = Number(digits);
    if (joined && previous !== null)
      for (let between = previous + 1; between < year; between++) years.push(between);
    years.push(year);
    previous = year;
  }
  return years;
}
