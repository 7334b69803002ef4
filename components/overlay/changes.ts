import type { SchoolTime } from '../../rules/calendar/clock.ts';
import { sessionEnd } from '../../rules/marks/context.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import type { AmendmentRecord, OverlayRow } from './port.ts';
import { type Occasion, occasionKey } from './sitting.ts';

/** A mark that took the place of another, and what was recorded of that; `record` null: nothing yet. */
export interface Change {
  readonly from: string;
  readonly record: AmendmentRecord | null;
}

/** Remembers which marks of an earlier session were there, saved, when the page was first read, and what was recorded since. */
export interface ChangeBook {
  /** Which of the rows hold another mark now, by pupil; none while the session is not over. */
  see(
    rows: readonly OverlayRow[],
    occasion: Occasion,
    world: { readonly policy: Policy; readonly now: SchoolTime },
  ): ReadonlyMap<string, Change>;
  record(pupil: string, record: AmendmentRecord): void;
}

/** An empty book. */
export function changeBook(): ChangeBook {
  let register = '';
  let first = new Map<string, string | null>();
  let records = new Map<string, AmendmentRecord>();
  return {
    record: (pupil, record) => void records.set(pupil, record),
    see(rows, occasion, { policy, now }) {
      const key = occasionKey(occasion);
      if (key !== register) {
        register = key;
        first = new Map();
        records = new Map();
      }
      const over = isOver(occasion, policy, now);
      const changes = new Map<string, Change>();
      for (const { pupilKey, code, state } of rows) {
        if (!first.has(pupilKey)) first.set(pupilKey, state === 'saved' ? code : null);
        const from = first.get(pupilKey);
        if (!over || from == null || code === null || code === from) continue;
        const record = records.get(pupilKey);
        changes.set(pupilKey, { from, record: record?.to === code ? record : null });
      }
      return changes;
    },
  };
}

/** Whether a register is of a session that has certainly ended. One whose date or session is assumed is of none. */
function isOver({ date, session, assumed }: Occasion, policy: Policy, now: SchoolTime): boolean {
  if (session === null || assumed !== 'nothing') return false;
  if (date !== now.date) return date < now.date;
  const end = sessionEnd(policy, session, date);
  return end !== null && now.minute > end;
}
