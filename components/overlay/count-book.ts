import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { CountWithout } from '../../rules/history/count.ts';
import type { Counts, OverlayPort } from './port.ts';

/** What is known of one pupil's count: the answer, that it was asked for, or why there is none. */
export type Known =
  | { readonly kind: 'answered'; readonly count: CountWithout | undefined }
  | { readonly kind: 'asked' }
  | { readonly kind: 'failed'; readonly why: string };

/** Keeps the counts of the register on the page. */
export interface CountBook {
  /** Asks, in one message, for those of `pupils` not asked for yet; `onAnswer` follows once. */
  want(date: IsoDate, session: Session, pupils: readonly string[], onAnswer: () => void): void;
  of(pupil: string): Known;
  /** Forgets everything: policy, calendar or store have changed. */
  clear(): void;
}

/** An empty book that asks `port`. */
export function countBook(port: Pick<OverlayPort, 'counts'>): CountBook {
  let sitting = '';
  let known = new Map<string, Known>();
  const clear = () => {
    known = new Map();
  };
  return {
    clear,
    of: (pupil) => known.get(pupil) ?? { kind: 'asked' },
    want(date, session, pupils, onAnswer) {
      if (`${date} ${session}` !== sitting) clear();
      sitting = `${date} ${session}`;
      const page = known;
      const missing = pupils.filter((pupil) => !page.has(pupil));
      if (missing.length === 0) return;
      for (const pupil of missing) page.set(pupil, { kind: 'asked' });
      port.counts({ date, session, pupils: missing }).then(
        (counts) => {
          for (const pupil of missing) page.set(pupil, knownOf(counts[pupil]));
          if (page === known) onAnswer();
        },
        (error: unknown) => {
          const why = error instanceof Error ? error.message : 'Registerwise did not answer';
          for (const pupil of missing) page.set(pupil, { kind: 'failed', why });
          if (page === known) onAnswer();
        },
      );
    },
  };
}

function knownOf(count: Counts[string] | undefined): Known {
  return count && 'why' in count ? { kind: 'failed', why: count.why } : { kind: 'answered', count };
}
