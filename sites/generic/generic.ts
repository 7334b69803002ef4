import type { IsoDate } from '../../rules/calendar/dates.ts';
import { type RegisterReading, type SiteAdapter, SiteReadError } from '../contract.ts';
import { strangeMarks } from '../health.ts';
import type { SiteProfile } from '../profile.ts';
import { blockSheets } from './blocks.ts';
import { type MarkColumn, marksIn } from './marks.ts';
import { isNamedAttendance } from './named.ts';
import { isName } from './names.ts';
import { readingWith } from './reading.ts';
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
  read(document: Document, profile: SiteProfile | null, today?: IsoDate): readonly RegisterReading[] {
    const scope = scopeOf(document);
    const words = wordsFor(profile);
    const readingOf = readingWith({ words, profile, today });
    const sheets = tableSheets(scope);
    const looked = sheets.map((sheet) => lookAt(sheet, words));
    const several = sheets.filter((_, i) => looked[i] === 'several');
    const found = looked.filter((one) => one !== null && one !== 'several');
    const registers = registersAmong(found.filter((one) => !isCell(one, sheets)));
    if (registers.length > 0) {
      const readings = registers.map((one) =>
        readingOf(
          one,
          registers.filter((other) => other !== one),
        ),
      );
      const missed = several.some((sheet) => registers.every((one) => isBeside(sheet, one)));
      return apart(missed ? readings.map((reading) => paused(reading, MISSED)) : readings);
    }
    const blocks: Sheet[] = [];
    let unsure = several.length > 0;
    const unread = several.reduce((sum, { lines }) => sum + lines.length, 0);
    for (const sheet of mayHoldBlocks(scope, several.length > 0) ? blockSheets(scope, words) : []) {
      blocks.push(sheet);
      // Several marks on a line are those of several pupils only where its blocks are more than the lines.
      if (unread > 0 && unread >= sheet.lines.length) continue;
      const one = lookAt(sheet, words);
      unsure ||= one === 'several';
      const reading = one && one !== 'several' && isShown(one) ? readingOf(one, []) : null;
      if (reading && isOfPupils(sheet, reading)) return [reading];
    }
    if (unsure) throw new SiteReadError('This register shows more than one mark for each pupil.');
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

/** Whether a sheet that could not be read stands apart from a register, and is as long. */
function isBeside({ root, lines }: Sheet, { sheet }: Register): boolean {
  if (containsAcross(root, sheet.root) || containsAcross(sheet.root, root)) return false;
  return lines.length >= sheet.lines.length;
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
    'select, input[type=radio], input[list], button, [role=button], [role=radio], [role=combobox]',
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

const TORN = 'The names and the marks of this register stand in two tables that could not be put together.';

/**
 * Two registers of one session with the same pupils in them have not been understood; nor has one beside marks that are
 * nobody's and as many.
 */
function apart(readings: readonly RegisterReading[]): readonly RegisterReading[] {
  return readings.map((reading) => {
    const { health, rows } = reading;
    const others = readings.filter((other) => other !== reading);
    const keys = new Set(rows.map(({ pupilKey }) => pupilKey));
    const twice = others.some(
      (other) => isSameSession(other, reading) && other.rows.some(({ pupilKey }) => keys.has(pupilKey)),
    );
    const torn = others.some((other) => other.rows.length === 0 && other.health.rowsSeen === health.rowsSeen);
    const why = twice ? BOTH : torn ? TORN : null;
    return why ? paused(reading, why) : reading;
  });
}

const MISSED = 'This page shows more than one register, and one of them could not be read.';

function paused(reading: RegisterReading, why: string): RegisterReading {
  const { health } = reading;
  return { ...reading, health: { ...health, paused: health.paused ?? why } };
}

const isSameSession = (a: RegisterReading, b: RegisterReading): boolean =>
  a.date === b.date && a.session === b.session && a.lesson === b.lesson;
