import type { SchoolCalendar } from '../../rules/calendar/calendar.ts';
import type { SchoolTime } from '../../rules/calendar/clock.ts';
import type { Finding } from '../../rules/marks/finding.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { checkRow } from './checks.ts';
import { entryBook } from './entries.ts';
import type { OverlayRow } from './port.ts';
import type { Sitting } from './sitting.ts';

/** A row and what there is to say about its mark. */
export interface CheckedRow {
  readonly row: OverlayRow;
  readonly findings: readonly Finding[];
  /** The mark was there before we looked. */
  readonly standing: boolean;
}

/** Checks a register's rows again and again, at the cost of those that changed. */
export interface RowChecker {
  check(
    rows: readonly OverlayRow[],
    sitting: Sitting,
    world: { readonly policy: Policy; readonly calendar: SchoolCalendar | null; readonly now: SchoolTime },
  ): readonly CheckedRow[];
  /** Says no more of these findings while the row keeps its code. */
  keep(checked: CheckedRow, sitting: Sitting): void;
  /** Forgets what was found, not when marks were made: the policy or the calendar has changed. */
  clear(): void;
}

/** A checker that has seen nothing yet. */
export function rowChecker(): RowChecker {
  const entries = entryBook();
  const known = new Map<string, { sign: string; findings: readonly Finding[] }>();
  const kept = new Set<string>();
  const keptKey = ({ pupilKey, code }: OverlayRow, { date, session }: Sitting, rule: string) =>
    `${date} ${session} ${pupilKey} ${code} ${rule}`;
  return {
    clear: () => known.clear(),
    keep({ row, findings }, sitting) {
      for (const { rule } of findings) kept.add(keptKey(row, sitting, rule));
    },
    check(page, sitting, world) {
      const rows = onceEach(page);
      const { date, session } = sitting;
      const book = entries.see(`${date} ${session}`, rows, world.now);
      return rows.map((row) => {
        const entry = book.get(row.pupilKey) ?? { code: row.code, entered: null };
        const sign = `${date} ${session} ${world.now.date} ${row.code} ${row.minutesLate} ${row.note} ${entry.entered?.minute}`;
        let found = known.get(row.pupilKey);
        if (found?.sign !== sign) {
          found = { sign, findings: checkRow(row, entry, sitting, world) };
          known.set(row.pupilKey, found);
        }
        const findings = found.findings.filter(({ rule }) => !kept.has(keptKey(row, sitting, rule)));
        return { row, findings, standing: entry.entered === null };
      });
    },
  };
}

/** A key on two rows cannot be told apart, so neither row is checked. */
function onceEach(rows: readonly OverlayRow[]): readonly OverlayRow[] {
  const times = new Map<string, number>();
  for (const { pupilKey } of rows) times.set(pupilKey, (times.get(pupilKey) ?? 0) + 1);
  return rows.filter(({ pupilKey }) => times.get(pupilKey) === 1);
}
