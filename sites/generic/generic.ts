import { type RegisterReading, type SiteAdapter, SiteReadError } from '../contract.ts';
import { strangeMarks } from '../health.ts';
import type { SiteProfile } from '../profile.ts';
import { blockSheets } from './blocks.ts';
import { type MarkColumn, marksIn } from './marks.ts';
import { isNamedAttendance } from './named.ts';
import { isName } from './names.ts';
import { readingOf } from './reading.ts';
import { containsAcross, findAll, type Scope, scopeOf, wordsOf } from './scope.ts';
import { isSeen, isSeenAt } from './seen.ts';
import type { Sheet } from './sheet.ts';
import { splitSheet } from './split.ts';
import { suspicion } from './suspicion.ts';
import { tableSheets } from './tables.ts';
import { type Words, wordsFor } from './words.ts';

/** Reads a register of any make, by what its lines hold. Says why when a page looks like one and cannot be trusted. */
export const generic: SiteAdapter = Object.freeze({
  id: 'generic',
  name: 'Any register of pupils and marks',
  version: 2,
  verified: null,
  matches: (_url: URL, document: Document) =>
    document.querySelector('table, [role=table], [role=grid], [role=treegrid]') ? 0.1 : 0,
  read(document: Document, profile: SiteProfile | null): readonly RegisterReading[] {
    const scope = scopeOf(document);
    const words = wordsFor(profile);
    const sheets = tableSheets(scope);
    const looked = sheets.map((sheet) => lookAt(sheet, words));
    const several = looked.some((one) => one === 'several');
    const found = looked.filter((one) => one !== null && one !== 'several');
    const registers = registersAmong(found.filter((one) => !isCell(one, sheets)));
    if (registers.length > 0)
      return apart(
        registers.map((one) =>
          readingOf(
            one,
            registers.filter((other) => other !== one),
            words,
            profile,
          ),
        ),
      );
    const blocks: Sheet[] = [];
    for (const sheet of mayHoldBlocks(scope, several) ? blockSheets(scope, words) : []) {
      blocks.push(sheet);
      const one = lookAt(sheet, words);
      const reading = one && one !== 'several' && isShown(one) ? readingOf(one, [], words, profile) : null;
      if (reading && isOfPupils(sheet, reading)) return [reading];
    }
    if (several) throw new SiteReadError('This register shows more than one mark for each pupil.');
    const strange = [...sheets, ...blocks].map(suspicion).find((labels) => labels !== null);
    if (strange) throw new SiteReadError(strangeMarks(strange));
    return [];
  },
});

/** Lines with one mark each. */
export interface Register {
  readonly sheet: Sheet;
  readonly column: MarkColumn;
}

function lookAt(sheet: Sheet, words: Words): Register | 'several' | null {
  const marks = marksIn(sheet, words);
  if (!marks) return null;
  if ('one' in marks) return { sheet, column: marks.one };
  const split = splitSheet(sheet, marks.several);
  const own = split && marksIn(split, words);
  return split && own && 'one' in own ? { sheet: split, column: own.one } : 'several';
}

/** Of registers found twice, one in another, the better; of all, those on the screen: one behind a tab is not looked at. */
function registersAmong(found: readonly Register[]): readonly Register[] {
  return found.filter((one) => !found.some((other) => isBetter(other, one))).filter(isShown);
}

/** A table of one line in the cell of another's is built for looks, and holds no register of its own. */
function isCell({ sheet }: Register, sheets: readonly Sheet[]): boolean {
  return (
    sheet.lines.length === 1 &&
    sheets.some(
      (other) => other.lines.length > 2 && other !== sheet && containsAcross(other.root, sheet.root),
    )
  );
}

/** Of two sheets one inside the other, the one with more marks holds the register; of equals, the inner. */
function isBetter(other: Register, one: Register): boolean {
  if (other === one) return false;
  const surplus = other.column.marks.length - one.column.marks.length;
  if (containsAcross(one.sheet.root, other.sheet.root)) return surplus >= 0;
  return containsAcross(other.sheet.root, one.sheet.root) && surplus > 0;
}

/** A page that is not drawn, as in a test or a background tab, hides nothing. */
function isShown({ sheet: { scope, root, lines } }: Register): boolean {
  if (!scope.document.documentElement.checkVisibility()) return true;
  return isSeenAt(root) || lines.some(isSeen);
}

/** Whether it is worth while to look for lines that are no rows. */
function mayHoldBlocks(scope: Scope, several: boolean): boolean {
  if (several) return true;
  const sign = findAll(
    scope,
    'select, input[type=radio], button, [role=button], [role=radio], [role=combobox]',
  );
  return sign.length > 2 || isNamedAttendance(scope, scope.document.body ?? scope.document.documentElement);
}

/** Choices without names or numbers beside them are of something else than pupils. */
function isOfPupils({ scope, lines }: Sheet, { rows, health }: RegisterReading): boolean {
  if (rows.length > 0) return rows.length * 2 > health.rowsSeen;
  const named = lines.filter(({ cells }) => cells.some(({ element }) => isName(wordsOf(scope, element))));
  return named.length * 10 >= lines.length * 7;
}

const BOTH = 'The same pupils stand twice on this page, for the same day and session.';

/** Two registers of one session with the same pupils in them have not been understood. */
function apart(readings: readonly RegisterReading[]): readonly RegisterReading[] {
  return readings.map((reading) => {
    const keys = new Set(reading.rows.map(({ pupilKey }) => pupilKey));
    const clash = readings.some(
      (other) =>
        other !== reading &&
        other.date === reading.date &&
        other.session === reading.session &&
        other.lesson === reading.lesson &&
        other.rows.some(({ pupilKey }) => keys.has(pupilKey)),
    );
    const { health } = reading;
    return clash ? { ...reading, health: { ...health, paused: health.paused ?? BOTH } } : reading;
  });
}
