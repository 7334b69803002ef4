import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { LoggedArrival } from '../overlay/port.ts';

/** A register's session. */
interface Of {
  readonly date: IsoDate;
  readonly session: Session;
}

/** Late arrivals logged while the clock is set for training: they hold on this page alone, since their time is made up. */
export interface TriedArrivals {
  log(of: Of, arrival: LoggedArrival): void;
  remove(of: Of, pupil: string): void;
  /** What is logged of a session, with what was tried here over it, in order of arrival. */
  over(of: Of, logged: readonly LoggedArrival[]): readonly LoggedArrival[];
}

/** Nothing tried yet. */
export function triedArrivals(): TriedArrivals {
  const sessions = new Map<string, Map<string, LoggedArrival | null>>();
  const tried = ({ date, session }: Of) => {
    const key = `${date} ${session}`;
    const found = sessions.get(key) ?? new Map<string, LoggedArrival | null>();
    sessions.set(key, found);
    return found;
  };
  return {
    log: (of, arrival) => void tried(of).set(arrival.pupil, arrival),
    remove: (of, pupil) => void tried(of).set(pupil, null),
    over(of, logged) {
      const here = tried(of);
      const others = logged.filter(({ pupil }) => !here.has(pupil));
      const mine = [...here.values()].filter((arrival) => arrival !== null);
      return [...others, ...mine].sort((a, b) => a.arrived - b.arrived);
    },
  };
}
