import type { Finding } from '../../rules/marks/finding.ts';
import { type CheckWorld, checkRow } from './checks.ts';
import { entryBook } from './entries.ts';
import type { OverlayRow } from './port.ts';
import { type Occasion, occasionKey } from './sitting.ts';

/** A row and what there is to say about its mark. */
export interface CheckedRow {
  readonly row: OverlayRow;
  readonly findings: readonly Finding[];
  /** The mark was there before we looked. */
  readonly standing: boolean;
}

/** Checks a register's rows again and again, at the cost of those that changed. */
export interface RowChecker {
  check(rows: readonly OverlayRow[], occasion: Occasion, world: CheckWorld): readonly CheckedRow[];
  /** Says no more of these findings while the row keeps its code. */
  keep(checked: CheckedRow, occasion: Occasion): void;
  /** Forgets what was found, not when marks were made: the policy or the calendar has changed. */
  clear(): void;
  /** The register has left the page. */
  left(): void;
}

/** A checker that has seen nothing yet. */
export function rowChecker(): RowChecker {
  const entries = entryBook();
  const known = new Map<string, { sign: string; findings: readonly Finding[] }>();
  const kept = new Set<string>();
  const keptKey = ({ pupilKey, code }: OverlayRow, occasion: string, rule: string) =>
    `${occasion} ${pupilKey} ${code} ${rule}`;
  return {
    clear: () => known.clear(),
    left: () => entries.left(),
    keep({ row, findings }, occasion) {
      for (const { rule } of findings) kept.add(keptKey(row, occasionKey(occasion), rule));
    },
    check(page, occasion, world) {
      const rows = onceEach(page);
      const key = occasionKey(occasion);
      const book = entries.see(key, rows, world.now);
      return rows.map((row) => {
        const entry = book.get(row.pupilKey) ?? { code: row.code, entered: null };
        const sign = `${key} ${world.now.date} ${row.code} ${row.minutesLate} ${row.note} ${entry.entered?.minute} ${world.arrivalOf(row.pupilKey)}`;
        let found = known.get(row.pupilKey);
        if (found?.sign !== sign) {
          found = { sign, findings: checkRow(row, entry, occasion, world) };
          known.set(row.pupilKey, found);
        }
        const findings = found.findings.filter(({ rule }) => !kept.has(keptKey(row, key, rule)));
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
