import type { Truth } from '../../hosts/truth.ts';

const FIRST = 1001;
const MOST = 11;
/** Codes of unauthorised absence, N included until it is settled. */
const UNAUTHORISED = new Set(['G', 'N', 'O', 'U']);

/** So many unauthorised sessions each pupil had before this day: never as many as the pupils on the lines beside. */
export const earlierCount = (id: string): number => ((Number(id) - FIRST) * 3) % MOST;
export const earlierAbsences = (id: string): readonly string[] => Array(earlierCount(id)).fill('O');

export const isUnauthorised = (code: string | null): boolean => code !== null && UNAUTHORISED.has(code);

/** At 9:24, where the register closed at 9:20: what is to be said of a present or late mark that was made just now. */
export const LATE = /^Check: Register closed at 9:20\. It is 9:\d\d\. Use U, or another absence code/;

/** Remembers, from the page's own truth, which marks were made while somebody looked. */
export interface MarksMade {
  /** The same page a step later. `page` names the document, and changes when another is loaded. */
  see(truth: Truth, page: string): void;
  /** Pupils beside whose mark something is to be said. */
  readonly late: ReadonlySet<string>;
  /** What a pupil's count is to be: more than one number where a mark may or may not have been kept by now. */
  counts(id: string): readonly number[];
}

/** Nothing seen yet. `today` is the school day on which the clock says 9:24. */
export function marksMade(today: string): MarksMade {
  let where = '';
  let codes = new Map<string, string | null>();
  let made = new Set<string>();
  let here: Truth | null = null;
  /** Marks of the day's other sessions, which a page may have saved. */
  const others = new Map<string, Map<string, string | null>>();
  return {
    see(truth, page) {
      const now = `${page} ${truth.date} ${truth.session ?? truth.lesson}`;
      if (where !== now) made = new Set();
      for (const { id, code } of truth.pupils) if (where === now && codes.get(id) !== code) made.add(id);
      where = now;
      here = truth;
      codes = new Map(truth.pupils.map(({ id, code }) => [id, code]));
      others.set(`${truth.date} ${truth.session}`, codes);
    },
    get late() {
      if (here?.session !== 'AM' || here.date !== today) return new Set<string>();
      return new Set([...made].filter((id) => ['/', 'L'].includes(codes.get(id) ?? '')));
    },
    counts(id) {
      const now = earlierCount(id) + (isUnauthorised(codes.get(id) ?? null) ? 1 : 0);
      const before = [...others].filter(
        ([key, marks]) => key !== `${here?.date} ${here?.session}` && isUnauthorised(marks.get(id) ?? null),
      ).length;
      return Array.from({ length: before + 1 }, (_, more) => now + more);
    },
  };
}
