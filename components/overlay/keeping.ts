import type { Policy } from '../../rules/policy/policy.ts';
import { type ChangeBook, changeBook } from './changes.ts';
import type { CheckedRow } from './checked-rows.ts';
import type { OverlayPort } from './port.ts';
import type { Occasion } from './sitting.ts';
import type { Later } from './telling.ts';

/** So long, in milliseconds, “Kept” stands beside the mark; in the bar’s list it stays. */
const SAID_FOR_MS = 10_000;

/** What a person does about what is said of a mark. */
export interface KeepingActions {
  keep(): void;
  /** Says again what is kept as it is. */
  undo(): void;
  /** Opens the helper in which the change to the mark is recorded. */
  amend(): void;
}

/** Keeping findings of one register, with the way back, and recording changes to its marks. */
export interface KeepingHere {
  readonly changes: ChangeBook;
  actionsOf(checked: CheckedRow, occasion: Occasion, policy: Policy): KeepingActions;
  /** The pupil's finding was the last to be kept, just now. */
  isFresh(pupil: string): boolean;
}

/** What keeping needs of the register it is about. */
export interface KeepingPlace {
  readonly port: Pick<OverlayPort, 'amend' | 'kept'>;
  readonly later: Later;
  /** Reads the page and lays everything, at once. */
  readonly update: () => void;
  /** What stands beside a pupil's mark. */
  readonly pill: (pupil: string) => HTMLElement | undefined;
  readonly signal: AbortSignal;
}

/** Nothing kept yet. */
export function keepingHere({ port, later, update, pill, signal }: KeepingPlace): KeepingHere {
  const { kept } = port;
  const changes = changeBook();
  /** The mark kept last. */
  let fresh: { readonly pupil: string } | null = null;
  const fade = (mine: typeof fresh) => {
    later(SAID_FOR_MS, () => {
      if (!mine || fresh !== mine) return;
      // Whoever is on the way back is not sent off it.
      if (pill(mine.pupil)?.matches(':focus-within, :hover')) return fade(mine);
      fresh = null;
      update();
    });
  };
  return {
    changes,
    isFresh: (pupil) => fresh?.pupil === pupil,
    actionsOf({ row, findings, kept: before, change }, occasion, policy) {
      const pupil = row.pupilKey;
      const rulesOf = (all: CheckedRow['findings']) => all.map(({ rule }) => rule);
      const set = (rules: readonly string[], isKept: boolean, reason: string | null) => {
        kept.set(row, occasion, { rules, kept: isKept, reason });
        fresh = isKept ? { pupil } : null;
        update();
        // The button that was pressed is gone, and the focus with it.
        pill(pupil)?.focus();
        fade(fresh);
      };
      const amend = async () => {
        const { date, session } = occasion;
        const { code: to, name } = row;
        if (!change || session === null || to === null) return null;
        const what = { pupil, name, date, session, from: change.from, to };
        const record = await port.amend(what, row.markElement, signal).catch(() => null);
        if (record) changes.record(pupil, record);
        if (record) update();
        return record;
      };
      return {
        undo: () => set(rulesOf(before), false, null),
        amend: () => void amend(),
        async keep() {
          if (!needsReason(policy, change !== null)) return set(rulesOf(findings), true, null);
          const others = rulesOf(findings).filter((rule) => rule !== 'amendment-incomplete');
          const reason = change?.record?.reason ?? (await amend())?.reason;
          if (reason !== undefined && others.length > 0) set(others, true, reason);
        },
      };
    },
  };
}

/**
 * Whether a policy asks why a mark stays as it is. Those we have read ask for a reason in one case: where a mark of an earlier
 * session was changed, whose reason the register keeps.
 */
export function needsReason({ stated }: Pick<Policy, 'stated'>, isChanged: boolean): boolean {
  return isChanged && (stated.amendment?.parts.includes('reason') ?? false);
}
