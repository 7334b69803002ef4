import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { RegisterReading } from '../contract.ts';
import type { SiteProfile } from '../profile.ts';
import { offersMarks } from './blocks.ts';
import { identify } from './identity.ts';
import { headedIn, MARK_HEADING } from './mark-texts.ts';
import { NOT_NOW } from './marks.ts';
import { isNamedAttendance } from './named.ts';
import { readingWith } from './reading.ts';
import { scopeOf } from './scope.ts';
import { seenOf } from './seen.ts';
import type { Sheet } from './sheet.ts';
import { tableSheets } from './tables.ts';
import { wordsFor } from './words.ts';

/** So few lines tell by themselves neither which column holds the marks nor what numbers the pupils. */
const FEW = 2;

/**
 * What is left of a register that is filtered to a pupil or two: the reading of the one column that is headed as that of the
 * marks, or `sign` where only so much can be told that there is something of a register. Null where nothing speaks for one.
 * @param profile what was confirmed of this very kind of page: without it, so little is no sign of anything
 */
export function readFew(
  document: Document,
  profile: SiteProfile,
  today: IsoDate | undefined,
): RegisterReading | 'sign' | null {
  const scope = scopeOf(document);
  const words = wordsFor(profile);
  const sheets = seenOf(tableSheets(scope), ({ root }) => root).filter(
    ({ lines }) => lines.length > 0 && lines.length <= FEW,
  );
  const headed = sheets.flatMap((sheet) => {
    const [column] = headedIn(sheet, words);
    return column && !NOT_NOW.test(column.heading) ? [{ sheet, column }] : [];
  });
  const [only, ...others] = headed;
  if (only && others.length === 0) return readingWith({ words, profile, today })(only, []);
  const isSign = headed.length > 0 || offersMarks(scope, words);
  return isSign || sheets.some((sheet) => isOfPupils(sheet, profile)) ? 'sign' : null;
}

/** Numbers in the place that was confirmed, in what is named for attendance or has a column headed as that of marks. */
function isOfPupils(sheet: Sheet, { pupils }: SiteProfile): boolean {
  const { scope, root, lines, headings } = sheet;
  if (!headings.some((text) => MARK_HEADING.test(text)) && !isNamedAttendance(scope, root)) return false;
  const marks = lines.flatMap((line) => {
    const [element] = line.parts;
    return element ? [{ line, element, label: '', field: null }] : [];
  });
  const { keys, place } = identify(sheet, marks);
  return place === pupils && keys.some((key) => key !== null);
}
