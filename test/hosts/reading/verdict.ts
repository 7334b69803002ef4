import type { TruePupil, Truth } from '../truth.ts';
import type { ReadRegister, SeenPage } from './read.ts';

/** How a reading came out; what is wrong or lacking in words. `unseen` is a page on which no register was found. */
export interface Verdict {
  readonly kind: 'right' | 'paused' | 'unseen' | 'incomplete' | 'wrong';
  readonly words: string;
}

const LISTED = 3;
const few = (all: readonly string[]) =>
  `${all.slice(0, LISTED).join('; ')}${all.length > LISTED ? ` and ${all.length - LISTED} more` : ''}`;

/** Holds what was read against what the page's model says. */
export function verdictOn(seen: SeenPage, truth: Truth): Verdict {
  if (seen.writes > 0) return { kind: 'wrong', words: `reading changed the page ${seen.writes} times` };
  if (!seen.same) return { kind: 'wrong', words: 'a second reading differs from the first' };
  if (seen.kind === 'no-register') return { kind: 'unseen', words: 'no register found' };
  if (seen.kind === 'not-checking') return { kind: 'paused', words: seen.why ?? '' };
  const [register, ...others] = seen.registers.filter(({ paused }) => paused === null);
  if (!register) return { kind: 'paused', words: seen.registers[0]?.paused ?? '' };
  if (others.length > 0) return { kind: 'wrong', words: `${others.length + 1} registers where there is one` };
  const wrong = faults(register, truth);
  if (wrong.length > 0) return { kind: 'wrong', words: few(wrong) };
  const lacking = gaps(register, truth);
  return lacking.length > 0 ? { kind: 'incomplete', words: few(lacking) } : { kind: 'right', words: '' };
}

/** Numbers by which a register may know its pupils: all of one kind. */
const KINDS: readonly ((pupil: TruePupil) => string | undefined)[] = [
  ({ id }) => id,
  ({ also }) => also[0],
  ({ also }) => also[1],
];

function faults({ rows, date, session, lesson, duplicates }: ReadRegister, truth: Truth): string[] {
  const found: string[] = [];
  if (date !== null && date !== truth.date) found.push(`date ${date}, truly ${truth.date}`);
  if (session !== null && session !== truth.session)
    found.push(`session ${session}, truly ${truth.session ?? truth.lesson}`);
  if (session === null && lesson !== null && truth.lesson === null)
    found.push(`lesson “${lesson}”, truly ${truth.session}`);
  if (duplicates.length > 0) found.push(`duplicate keys ${few(duplicates)} and not paused`);
  const keyed = KINDS.map((keyOf) => new Map(truth.pupils.map((pupil) => [keyOf(pupil), pupil]))).sort(
    (a, b) => hits(b, rows) - hits(a, rows),
  );
  for (const { pupilKey, name, code } of rows) {
    const pupil = keyed[0]?.get(pupilKey);
    if (!pupil) found.push(`pupil ${pupilKey} (${name}) is nobody’s number`);
    else if (name !== null && plain(name) !== plain(pupil.name))
      found.push(`${pupilKey} named ${name}, truly ${pupil.name}`);
    else if (code !== pupil.code) found.push(`${pupilKey} has ${code}, truly ${pupil.code}`);
  }
  const counted = new Set(rows.map(({ pupilKey }) => pupilKey));
  if (counted.size < rows.length) found.push('a pupil is on two rows');
  const lost = truth.pupils.filter(
    ({ id, also }) => truth.onScreen.includes(id) && ![id, ...also].some((key) => counted.has(key)),
  );
  if (lost.length > 0)
    found.unshift(`${lost.length} of ${truth.onScreen.length} drawn pupils lost without a word`);
  return found;
}

function gaps({ rows, date, session, lesson, rowsInAll }: ReadRegister, truth: Truth): string[] {
  const found: string[] = [];
  if (date === null) found.push('no date');
  if (truth.lesson === null ? session === null : lesson === null)
    found.push(truth.lesson ? 'no lesson' : 'no session');
  if (rows.some(({ name }) => name === null)) found.push('rows without a name');
  if (rowsInAll !== null && rowsInAll !== truth.pupils.length)
    found.push(`says ${rowsInAll} in all of ${truth.pupils.length}`);
  if (rowsInAll === null && rows.length < truth.inView)
    found.push(`${rows.length} rows read of ${truth.inView}, and does not say that there are more`);
  return found;
}

const hits = (known: ReadonlyMap<string | undefined, TruePupil>, rows: ReadRegister['rows']) =>
  rows.filter(({ pupilKey }) => known.has(pupilKey)).length;
const plain = (name: string) => name.replace(/\s+/g, ' ').trim();
