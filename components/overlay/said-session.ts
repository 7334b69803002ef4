import type { SchoolTime } from '../../rules/calendar/clock.ts';
import type { Session } from '../../rules/calendar/dates.ts';
import type { OverlayReading } from './port.ts';
import { type Occasion, occasionOf } from './sitting.ts';

/** What one register is of: as its page and the clock have it, and with what a person said. */
interface Told {
  readonly page: Occasion;
  readonly occasion: Occasion;
}

/** What a person said of the register before them, where its page does not say morning or afternoon. */
export interface SaidSession {
  /** Null where a register cannot be placed, as with `occasionOf`. */
  occasionOf(reading: OverlayReading, clock: SchoolTime): Told | null;
  readonly say: (session: Session) => void;
}

/**
 * Nothing said yet; `onSaid` is called when something is. What is said holds for the one register it was said of: with other
 * pupils, another day or class, it is forgotten. It is a better guess than the clock's and no more, so the session is still
 * shown as assumed, and its marks join no history.
 */
export function saidSession(onSaid: () => void): SaidSession {
  let before: OverlayReading | null = null;
  let said: Session | null = null;
  return {
    occasionOf(reading, clock) {
      if (before !== null && !isSame(before, reading)) said = null;
      before = reading;
      const page = occasionOf(reading, clock);
      const occasion = occasionOf(reading, clock, said);
      return page && occasion && { page, occasion };
    },
    say(session) {
      said = session;
      onSaid();
    },
  };
}

function isSame(one: OverlayReading, other: OverlayReading): boolean {
  const pupils = new Set(one.rows.map(({ pupilKey }) => pupilKey));
  return (
    one.date === other.date &&
    one.group === other.group &&
    (pupils.size === 0 || other.rows.some(({ pupilKey }) => pupils.has(pupilKey)))
  );
}
