import type { SightOfPage } from '../../../sites/confirmed.ts';
import type { RegisterReading, RegisterRow } from '../../../sites/contract.ts';
import { outOf, plain } from './deep.ts';
import { shownIn } from './marks.ts';
import type { Line, Register, Scene } from './scene.ts';

/** Something a reading says that is not so. */
export interface Wrong {
  readonly field: string;
  readonly read: string;
  readonly truth: string;
}

/** What became of one reading. */
export type Outcome =
  | { readonly kind: 'right' }
  | { readonly kind: 'paused' | 'silent'; readonly why: string }
  | { readonly kind: 'wrong'; readonly wrongs: readonly Wrong[] };

/** What an unchanged page was read as: a reading that never had the date is not blamed for it later. */
export interface Before {
  readonly date: boolean;
  readonly session: boolean;
}

/** Holds what was read against what a person would read. */
export function judge(scene: Scene, sight: SightOfPage, before: Before, codes: ReadonlySet<string>): Outcome {
  if (sight.kind === 'no-register' || sight.kind === 'history')
    return { kind: 'silent', why: 'No register found.' };
  if (sight.kind === 'not-checking') return { kind: 'paused', why: sight.why };
  const checked = sight.readings.filter(({ health }) => health.paused === null);
  const wrongs: Wrong[] = [];
  const found = new Set<Line>();
  for (const reading of checked) {
    const register = registerOf(scene, reading);
    for (const row of reading.rows) wrongs.push(...wrongsOf(scene, row, found, codes));
    wrongs.push(
      ...said('date', reading.date, register.date),
      ...said('session', reading.session, register.session),
    );
  }
  const partial = sight.readings.some(({ health }) => health.rowsInAll !== null || health.paused !== null);
  const missing = scene.registers[0].lines.filter((line) => line.there && isSeen(line) && !found.has(line));
  if (missing.length > 0 && !partial)
    wrongs.push({ field: 'missing', read: 'nothing', truth: missing.map(({ name }) => name).join('; ') });
  if (wrongs.length > 0) return { kind: 'wrong', wrongs };
  if (checked.length < sight.readings.length && missing.length > 0)
    return { kind: 'paused', why: sight.readings.find(({ health }) => health.paused)?.health.paused ?? '' };
  const [first] = checked;
  const { date, session } = scene.registers[0];
  if (first?.date === null && before.date && date.told)
    return { kind: 'paused', why: 'The date was not read.' };
  if (first?.session === null && before.session && session.told)
    return { kind: 'paused', why: 'The session was not read.' };
  return { kind: 'right' };
}

/** Checked although nobody has confirmed how the page is read. */
export function unconfirmed(sight: SightOfPage): readonly Wrong[] {
  if (sight.kind !== 'registers') return [];
  return [{ field: 'confirmed', read: 'checked', truth: 'nobody has confirmed this page' }];
}

function registerOf(scene: Scene, reading: RegisterReading): Register {
  const held = (register: Register): number =>
    reading.rows.filter((row) => register.lines.some((line) => line.there && line.key === row.pupilKey))
      .length;
  return scene.registers.reduce((best, one) => (held(one) > held(best) ? one : best));
}

function wrongsOf(
  scene: Scene,
  row: RegisterRow,
  found: Set<Line>,
  codes: ReadonlySet<string>,
): readonly Wrong[] {
  const who = `${row.pupilKey} ${row.name ?? ''}`;
  const lines = scene.registers
    .flatMap(({ lines }) => lines)
    .filter(({ there, key }) => there && key === row.pupilKey);
  const line = lines.find((one) => !found.has(one));
  if (!line) {
    const truth = lines.length > 0 ? 'this pupil is there once' : 'no pupil has this number';
    return [{ field: 'pupil', read: who, truth }];
  }
  found.add(line);
  if (!line.knowable) return [{ field: 'pupil', read: who, truth: 'nobody could tell whose line this is' }];
  const wrongs: Wrong[] = [];
  if (row.name !== null && !sameName(row.name, line.name))
    wrongs.push({ field: 'name', read: who, truth: line.name });
  if (!sameMark(scene, row.code, line, codes))
    wrongs.push({
      field: 'mark',
      read: `${who}: ${row.code}`,
      truth: line.strange ? 'not a code' : String(line.code),
    });
  if (!stands(row.markElement, line))
    wrongs.push({ field: 'place', read: `mark of ${who}`, truth: 'in another line' });
  if (!stands(row.anchor, line))
    wrongs.push({ field: 'place', read: `anchor of ${who}`, truth: 'in another line' });
  return wrongs;
}

const words = (name: string): readonly string[] =>
  plain(name)
    .split(/[\s,]+/)
    .filter(Boolean);

/** Part of the name will do, as where surnames have a column of their own, and so will the name with a badge. */
function sameName(read: string, truth: string): boolean {
  const known = words(truth);
  if (plain(read).includes(plain(truth))) return true;
  return words(read).length > 0 && words(read).every((word) => known.includes(word));
}

/** The code itself, or the label as shown where it is no code: then it is not taken for one. */
function sameMark(scene: Scene, read: string | null, line: Line, codes: ReadonlySet<string>): boolean {
  if (read === line.code && !line.strange) return true;
  const shown = shownIn(scene, line);
  const named = scene.labels === 'icons' || /^present|^here/i.test(shown[0] ?? '');
  const present = named && (line.code === '/' || line.code === '\\');
  if (present && (read === '/' || read === '\\')) return true;
  if (read === null) return line.code === null && !line.strange;
  if (codes.has(plain(read))) return false;
  return scene.labels === 'icons' || shown.includes(plain(read));
}

function stands(element: Element, line: Line): boolean {
  for (let at: Element | null = element; at; at = outOf(at)) if (line.parts.includes(at)) return true;
  return false;
}

function isSeen({ parts }: Line): boolean {
  return parts.some((part) => part.isConnected && part.checkVisibility());
}

function said(field: string, read: string | null, { value, told }: Register['date']): readonly Wrong[] {
  if (read === null || read === value) return [];
  return [{ field, read, truth: told ? String(value) : `not told (was ${value})` }];
}
