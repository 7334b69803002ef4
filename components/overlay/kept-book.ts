import type { Keeping, OverlayPort, OverlayRow } from './port.ts';
import { type Occasion, occasionKey } from './sitting.ts';
import { type Later, tellUntilKept } from './telling.ts';

/** Longer than this, in milliseconds, no finding waits for whether it was kept before. */
const LONGEST_WAIT = 1_000;

/** Knows which findings people keep as they are: on this page, and as was noted before. */
export interface KeptBook {
  /** Asks, in one message, for pupils of rows not asked for yet; `onAnswer` follows once. */
  want(occasion: Occasion, rows: readonly OverlayRow[], onAnswer: () => void): void;
  has(occasion: string, row: OverlayRow, rule: string): boolean;
  /** Whether nobody knows yet what was kept of this pupil. */
  awaits(pupil: string): boolean;
  /** Keeps findings of a row, or keeps them no more, and has it noted. */
  set(row: OverlayRow, occasion: Occasion, what: Pick<Keeping, 'rules' | 'kept' | 'reason'>): void;
}

/** An empty book over `port`. */
export function keptBook(port: Pick<OverlayPort, 'keptFindings' | 'keep'>, later: Later): KeptBook {
  const known = new Map<string, boolean>();
  const keyOf = (...parts: readonly (string | null)[]) => JSON.stringify(parts);
  let register = '';
  let answered = new Map<string, boolean>();
  return {
    awaits: (pupil) => answered.get(pupil) === false,
    has: (occasion, { pupilKey, code }, rule) => known.get(keyOf(occasion, pupilKey, code, rule)) ?? false,
    want(occasion, rows, onAnswer) {
      const key = occasionKey(occasion);
      if (key !== register) answered = new Map();
      register = key;
      const page = answered;
      const missing = rows.map(({ pupilKey }) => pupilKey).filter((pupil) => !page.has(pupil));
      if (missing.length === 0 || !isNoted(occasion)) return;
      for (const pupil of missing) page.set(pupil, false);
      const done = () => {
        if (page.get(missing[0] ?? '') !== false) return;
        for (const pupil of missing) page.set(pupil, true);
        if (page === answered) onAnswer();
      };
      later(LONGEST_WAIT, done);
      const { date, session } = occasion;
      port.keptFindings({ date, session, pupils: missing }).then((kept) => {
        for (const { pupil, code, rule } of kept) {
          const of = keyOf(key, pupil, code, rule);
          if (!known.has(of)) known.set(of, true);
        }
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
      tellUntilKept(() => (stands() ? port.keep(keeping) : null), later);
    },
  };
}

/** What is kept of a lesson, or of a session that is only assumed, holds on this page and is not noted as a fact. */
function isNoted(occasion: Occasion): occasion is Extract<Occasion, { session: 'AM' | 'PM' }> {
  return occasion.session !== null && occasion.assumed === 'nothing';
}
