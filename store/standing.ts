import { NO_MARK } from '../rules/strips/code-bytes.ts';
import { byteAt, countMarks, type Strip, trim } from '../rules/strips/strips.ts';
import type { KeptYear } from './sealed/pupil-record.ts';

/** A session as it was before something was laid over it. */
export interface Before {
  readonly index: number;
  readonly byte: number;
  /** When a page was seen to hold it, in milliseconds since 1970; null where none was. */
  readonly sight: number | null;
}

/** A session of which a page and an import say different things. */
export interface Disagreement {
  readonly index: number;
  readonly page: number;
  readonly imported: number;
  readonly stands: 'page' | 'import';
}

/** A mark seen on a page, laid over what is kept of its year. */
export interface SeenOver {
  readonly year: KeptYear;
  /** What was kept of the session; its byte is {@link NO_MARK} where nothing was. */
  readonly before: Before;
}

/** An imported year, laid over what is kept of it. */
export interface ImportedOver {
  readonly year: KeptYear;
  /** Every session that is not as it was; null when nothing was kept of the year. */
  readonly before: readonly Before[] | null;
  /** Sessions whose kept mark was replaced by a different one. */
  readonly changed: number;
  readonly disagreements: readonly Disagreement[];
}

const NOTHING: KeptYear = { bytes: new Uint8Array(0), sights: new Map() };

/**
 * A page's mark stands over whatever was kept: it is seen after all that came before, even where the computer's clock has
 * been set back. `at` is in milliseconds since 1970.
 */
export function seenOver(kept: KeptYear = NOTHING, index: number, byte: number, at: number): SeenOver {
  const before = { index, byte: byteAt(kept.bytes, index), sight: kept.sights.get(index) ?? null };
  const bytes = new Uint8Array(Math.max(kept.bytes.length, index + 1));
  bytes.set(kept.bytes);
  bytes[index] = byte;
  return { year: { bytes, sights: new Map(kept.sights).set(index, at) }, before };
}

/**
 * An import's marks stand over those of earlier imports, and over those that a page was last seen to hold before `savedAt`
 * (milliseconds since 1970) or in the same minute: the person chose it. Where the import has no mark, what is kept stays.
 */
export function importedOver(kept: KeptYear | undefined, incoming: Strip, savedAt: number): ImportedOver {
  if (!kept)
    return {
      year: { bytes: trim(incoming), sights: new Map() },
      before: null,
      changed: 0,
      disagreements: [],
    };
  const bytes = new Uint8Array(Math.max(kept.bytes.length, incoming.length));
  bytes.set(kept.bytes);
  const sights = new Map(kept.sights);
  const before: Before[] = [];
  const disagreements: Disagreement[] = [];
  let changed = 0;
  for (let index = 0; index < incoming.length; index++) {
    const imported = incoming[index] as number;
    if (imported === NO_MARK) continue;
    const byte = bytes[index] as number;
    const sight = sights.get(index) ?? null;
    const differs = byte !== NO_MARK && byte !== imported;
    const stands = sight !== null && sight > savedAt ? 'page' : 'import';
    if (differs && sight !== null) disagreements.push({ index, page: byte, imported, stands });
    if (stands === 'page' || (byte === imported && sight === null)) continue;
    if (differs) changed++;
    before.push({ index, byte, sight });
    bytes[index] = imported;
    sights.delete(index);
  }
  return { year: { bytes: trim(bytes), sights }, before, changed, disagreements };
}

/**
 * What is left of a year once the last import is taken back, and how many sessions that changed. `before` is what
 * {@link importedOver} gave. A session that a page was seen to hold since is left as it is, and only a page can have
 * changed one since.
 */
export function putBack(
  kept: KeptYear,
  before: readonly Before[] | null,
): { readonly year: KeptYear | null; readonly marks: number } {
  const bytes = new Uint8Array(kept.bytes);
  const sights = new Map(kept.sights);
  let marks = 0;
  const restore = ({ index, byte, sight }: Before) => {
    if (kept.sights.has(index)) return;
    marks++;
    bytes[index] = byte;
    if (sight !== null) sights.set(index, sight);
  };
  if (before) before.forEach(restore);
  else
    kept.bytes.forEach((byte, index) => {
      if (byte !== NO_MARK) restore({ index, byte: NO_MARK, sight: null });
    });
  const left = trim(bytes);
  return { year: countMarks(left) === 0 ? null : { bytes: left, sights }, marks };
}
