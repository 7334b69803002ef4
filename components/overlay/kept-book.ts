import type { Keeping, KeptFinding, OverlayPort, OverlayRow } from './port.ts';
import { type Occasion, occasionKey } from './sitting.ts';
import { type Later, tellUntilKept } from './telling.ts';

/** Longer than this, in milliseconds, no finding waits for whether it was kept before. */
const LONGEST_WAIT = 1_000;

/** Where it is noted what people keep as it is. */
export interface KeptNotes {
  /** Findings about marks of one register that were kept, in one message. */
  keptFindings(question: Parameters<OverlayPort['counts']>[0]): Promise<readonly KeptFinding[]>;
  /** Notes that findings are kept as they are, or are not any more. */
  keep(keeping: Keeping): Promise<void>;
}

/** Knows which findings people keep as they are: on this page, and as was noted before. */
export interface KeptBook {
  /** Asks, in one message, for pupils of rows not asked for yet; `onAnswer` follows once. */
  want(occasion: Occasion, rows: readonly OverlayRow[], onAnswer: () => void): void;
  has(occasion: string, row: OverlayRow, rule: string): boolean;
  /** Whether nobody knows yet what was kept of this pupil. */
  awaits(occasion: string, row: OverlayRow): boolean;
  /** Keeps findings of a row, or keeps them no more, and has it noted. */
  set(row: OverlayRow, occasion: Occasion, what: Pick<Keeping, 'rules' | 'kept' | 'reason'>): void;
}

/** An empty book over `notes`. It comes with the port, and not with the overlay, whose script is the larger. */
export function keptBook(notes: KeptNotes, later: Later): KeptBook {
  const known = new Map<string, boolean>();
  const answered = new Map<string, boolean>();
  const keyOf = (...parts: readonly (string | null)[]) => JSON.stringify(parts);
  return {
    awaits: (occasion, { pupilKey }) => answered.get(keyOf(occasion, pupilKey)) === false,
    has: (occasion, { pupilKey, code }, rule) => known.get(keyOf(occasion, pupilKey, code, rule)) ?? false,
    want(occasion, rows, onAnswer) {
      const key = occasionKey(occasion);
      const missing = rows.map((row) => row.pupilKey).filter((pupil) => !answered.has(keyOf(key, pupil)));
      if (missing.length === 0 || !isNoted(occasion)) return;
      for (const pupil of missing) answered.set(keyOf(key, pupil), false);
      let isDone = false;
      const done = () => {
        if (isDone) return;
        isDone = true;
        for (const pupil of missing) answered.set(keyOf(key, pupil), true);
        onAnswer();
      };
      later(LONGEST_WAIT, done);
      const { date, session } = occasion;
      notes.keptFindings({ date, session, pupils: missing }).then((kept) => {
        for (const { pupil, code, rule } of kept) {
          const of = keyOf(key, pupil, code, rule);
          // What somebody did here since stands.
          if (!known.has(of)) known.set(of, true);
        }
        if (isDone) onAnswer();
        done();
      }, done);
    },
    set({ pupilKey: pupil, code }, occasion, { rules, kept, reason }) {
      if (code === null) return;
      const keys = rules.map((rule) => keyOf(occasionKey(occasion), pupil, code, rule));
      for (const key of keys) known.set(key, kept);
      if (!isNoted(occasion)) return;
      const { date, session } = occasion;
      const keeping = { pupil, date, session, code, rules, kept, reason };
      // Changed since, this is told by the one who changed it.
      const stands = () => keys.every((key) => known.get(key) === kept);
      tellUntilKept(() => (stands() ? notes.keep(keeping) : null), later);
    },
  };
}

/** What is kept of a lesson, or of a session that is only assumed, holds on this page and is not noted as a fact. */
function isNoted(occasion: Occasion): occasion is Extract<Occasion, { session: 'AM' | 'PM' }> {
  return occasion.session !== null && occasion.assumed === 'nothing';
}
