import type { Minute } from '../../rules/calendar/clock.ts';
import type { OverlayPort } from './port.ts';
import type { Sitting } from './sitting.ts';

/** Keeps when pupils of the register on the page were logged to have come. */
export interface ArrivalBook {
  /** Asks once for each register; `onAnswer` follows where somebody came late. */
  want(sitting: Sitting, onAnswer: () => void): void;
  of(pupil: string): Minute | undefined;
  /** Something was logged: asks again when next wanted, and keeps what is known until then. */
  clear(): void;
}

/** An empty book that asks `port`. Where it does not answer, nothing is known of arrivals and nothing claimed. */
export function arrivalBook(port: Pick<OverlayPort, 'arrivals'>): ArrivalBook {
  let register = '';
  let asked = 0;
  let fresh = false;
  let known: ReadonlyMap<string, Minute> = new Map();
  return {
    of: (pupil) => known.get(pupil),
    clear() {
      fresh = false;
    },
    want({ date, session }, onAnswer) {
      const wanted = `${date} ${session}`;
      if (fresh && wanted === register) return;
      if (wanted !== register) known = new Map();
      register = wanted;
      fresh = true;
      const mine = ++asked;
      port.arrivals({ date, session }).then(
        (arrivals) => {
          if (mine !== asked) return;
          const before = known.size;
          known = new Map(arrivals.map(({ pupil, arrived }) => [pupil, arrived]));
          if (before + known.size > 0) onAnswer();
        },
        () => {},
      );
    },
  };
}
