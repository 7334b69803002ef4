import { type Count, countWith } from '../../rules/history/count.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import { Badge, type ShownCount } from '../register/badge.tsx';
import { FindingPill } from '../register/finding-pill.tsx';
import { KeptPill } from '../register/kept-pill.tsx';
import { findingLine } from '../texts-findings.ts';
import type { CheckedRow } from './checked-rows.ts';
import type { Known } from './count-book.ts';
import type { KeepingActions } from './keeping.ts';
import type { Drawn, RowView } from './row-pieces.tsx';
import type { Occasion } from './sitting.ts';

/** What a row's buttons do. */
export interface RowActions {
  readonly onShow: () => void;
  readonly onWhy: () => void;
  readonly keeping: KeepingActions;
  /** The findings were kept just now: the way back stands beside the mark. */
  readonly isFresh: boolean;
  /** Logs when the pupil came; null in a lesson's register. */
  readonly onLate: (() => void) | null;
}

/** Rules that turn on when the pupil came. */
const ABOUT_TIME = /late|close|start|minute/;

/** What one row shows. `known` null: nothing can be counted here. While not `shown`, no count enters the view. */
export function rowView(
  checked: CheckedRow,
  world: { readonly policy: Policy; readonly occasion: Occasion },
  counts: { readonly known: Known | null; readonly shown: boolean },
  actions: RowActions,
): RowView {
  const { row } = checked;
  const count = counts.shown && counts.known ? countOf(row, counts.known, world.policy.threshold) : null;
  return {
    pupil: row.pupilKey,
    anchor: row.anchor,
    mark: row.markElement,
    count,
    badge: counts.known && badgeOf(row, counts.shown, count, world.policy, actions),
    pill: pillOf(checked, world, actions),
  };
}

/** What is shown of a count; null until it is known. */
function countOf(
  { code, state }: CheckedRow['row'],
  known: Known,
  threshold: Policy['threshold'],
): ShownCount | null {
  if (known.kind === 'asked') return null;
  const count: Count =
    known.kind === 'failed'
      ? { kind: 'not-counted', why: known.why }
      : countWith(known.count, code, threshold);
  const reason = known.kind === 'answered' ? (known.count?.notApplicable ?? null) : null;
  const without = known.kind === 'answered' ? (known.count?.total ?? null) : null;
  const adds = count.kind !== 'not-counted' && count.total !== without && state !== 'saved';
  return { kind: 'shown', count, reason, before: adds ? without : null };
}

function badgeOf(
  { code, name }: CheckedRow['row'],
  shown: boolean,
  view: ShownCount | null,
  { threshold }: Policy,
  { onShow, onWhy }: RowActions,
): Drawn | null {
  const hidden: Drawn = {
    sign: `hidden ${name}`,
    look: 'hidden',
    draw: () => (
      <Badge view={{ kind: 'hidden' }} name={name} threshold={threshold} onShow={onShow} onWhy={onWhy} />
    ),
  };
  if (!shown) return hidden;
  if (!view) return null;
  const { count, reason, before } = view;
  return {
    hidden,
    sign: JSON.stringify([count, code, reason, threshold, before]),
    look: JSON.stringify([count, reason, threshold]),
    draw: () => <Badge view={view} name={name} threshold={threshold} onShow={onShow} onWhy={onWhy} />,
  };
}

function pillOf(
  { row, findings, kept, change }: CheckedRow,
  { policy, occasion: { date, session } }: { readonly policy: Policy; readonly occasion: Occasion },
  { keeping: { keep, undo, amend }, isFresh, onLate }: RowActions,
): Drawn | null {
  const [first, ...others] = findings;
  if (row.code === null) return null;
  if (!first) {
    if (!isFresh || kept.length === 0) return null;
    return { sign: 'kept', look: 'kept', draw: () => <KeptPill name={row.name} onUndo={undo} /> };
  }
  const times = session && timesOn(policy, session, date);
  const line = findingLine([first, ...others], row.code, times);
  const onAmend = change && !change.record ? amend : null;
  const said = `${row.code} ${line.says} ${line.others} ${onAmend !== null}`;
  return {
    sign: `${said} ${findings.map(({ message }) => message).join(' ')}`,
    look: `${first.level} ${said} ${others.length}`,
    draw: () => (
      <FindingPill
        key={row.code}
        {...{ findings, line, onAmend, name: row.name, onKeep: keep }}
        onLate={findings.some(({ rule }) => ABOUT_TIME.test(rule)) ? onLate : null}
      />
    ),
  };
}
