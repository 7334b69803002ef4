import type { Health } from './contract.ts';
import { isAttendance, type Label } from './label.ts';

/** One pupil's line before it is known whether it can be trusted. */
export interface Seen {
  /** Null: the line carries no id. */
  readonly pupilKey: string | null;
  readonly label: Label | null;
}

/** Marks that are no code are reported one by one until they are this many, and more than half of all. */
const STRANGE_MARKS = 3;

/**
 * How far a register can be trusted.
 * @param lines every pupil's line, also those without an id
 * @param vocabulary the labels a mark can be chosen from; null when the page does not list them
 */
export function assess(lines: readonly Seen[], vocabulary: readonly string[] | null): Health {
  const times = new Map<string, number>();
  for (const { pupilKey } of lines)
    if (pupilKey !== null) times.set(pupilKey, (times.get(pupilKey) ?? 0) + 1);
  const marks = lines.flatMap(({ label }) => label ?? []);
  const strange = marks.filter((label) => !label.known);
  const counts = {
    rowsSeen: lines.length,
    pupilsIdentified: lines.filter(({ pupilKey }) => pupilKey !== null).length,
    unknownCodes: [...new Set(strange.map(({ code }) => code))],
    duplicateKeys: [...times].filter(([, n]) => n > 1).map(([key]) => key),
    rowsInAll: null,
  };
  const tooStrange = strange.length >= STRANGE_MARKS && strange.length * 2 > marks.length;
  return { ...counts, paused: why(counts, vocabulary, tooStrange) };
}

function why(
  { rowsSeen, pupilsIdentified, unknownCodes, duplicateKeys }: Omit<Health, 'paused'>,
  vocabulary: readonly string[] | null,
  tooStrange: boolean,
): string | null {
  if (pupilsIdentified === 0) return 'This register shows no pupil numbers, so pupils cannot be told apart.';
  if (pupilsIdentified < rowsSeen) return missingNumbers(rowsSeen - pupilsIdentified, rowsSeen);
  if (duplicateKeys.length > 0) return 'The same pupil number is on more than one row of this register.';
  if (vocabulary && !isAttendance(vocabulary)) return strangeMarks(vocabulary);
  if (tooStrange) return strangeMarks(unknownCodes);
  return null;
}

function missingNumbers(missing: number, rows: number): string {
  return `${missing} of the ${rows} rows on this register ${missing === 1 ? 'has' : 'have'} no pupil number.`;
}

/** Why a register is not checked whose marks are not attendance codes. */
export function strangeMarks(labels: readonly string[]): string {
  const some = labels.slice(0, 4).map((label) => `“${label.slice(0, 30)}”`);
  return `The marks on this register (${some.join(', ')}) are not attendance codes Registerwise knows.`;
}
