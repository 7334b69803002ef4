import type { Finding } from '../../rules/marks/finding.ts';
import type { Change, ChangeBook } from './changes.ts';
import { type CheckWorld, checkRow } from './checks.ts';
import { entryBook } from './entries.ts';
import type { KeptBook } from './kept-book.ts';
import type { OverlayRow } from './port.ts';
import { type Occasion, occasionKey } from './sitting.ts';

/** A row and what there is to say about its mark. */
export interface CheckedRow {
  readonly row: OverlayRow;
  readonly findings: readonly Finding[];
  /** What else there is to say, and somebody keeps as it is. */
  readonly kept: readonly Finding[];
  /** The mark took the place of another of an earlier session; null where it did not. */
  readonly change: Change | null;
  /** The mark was there before we looked. */
  readonly standing: boolean;
}

/** Checks a register's rows again and again, at the cost of those that changed. */
export interface RowChecker {
  check(rows: readonly OverlayRow[], occasion: Occasion, world: CheckWorld): readonly CheckedRow[];
  /** Forgets what was found, not when marks were made: the policy or the calendar has changed. */
  clear(): void;
  /** The register has left the page. */
  left(): void;
}

/** A checker that has seen nothing yet. What was kept before is not said until it is known: of marks made now, all is said. */
export function rowChecker(
  kept: Pick<KeptBook, 'has' | 'awaits'>,
  changed: Pick<ChangeBook, 'see'>,
): RowChecker {
  const entries = entryBook();
  const known = new Map<string, { sign: string; findings: readonly Finding[] }>();
  return {
    clear: () => known.clear(),
    left: () => entries.left(),
    check(page, occasion, world) {
      const rows = onceEach(page);
      const key = occasionKey(occasion);
      const book = entries.see(key, rows, world.now);
      const changes = changed.see(rows, occasion, world);
      return rows.map((row) => {
        const entry = book.get(row.pupilKey) ?? { code: row.code, entered: null };
        const change = changes.get(row.pupilKey) ?? null;
        const sign = `${key} ${world.now.date} ${row.code} ${row.minutesLate} ${row.note} ${entry.entered?.minute} ${world.arrivalOf(row.pupilKey)} ${change && !change.record}`;
        let found = known.get(row.pupilKey);
        if (found?.sign !== sign) {
          found = { sign, findings: checkRow(row, entry, occasion, world, change) };
          known.set(row.pupilKey, found);
        }
        const standing = entry.entered === null;
        const isKept = ({ rule }: Finding) => kept.has(key, row, rule);
        const findings =
          standing && kept.awaits(key, row) ? [] : found.findings.filter((one) => !isKept(one));
        return { row, findings, kept: found.findings.filter(isKept), change, standing };
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
