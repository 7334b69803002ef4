import { schoolTime } from '../../rules/calendar/clock.ts';
import { shortDay } from '../../rules/calendar/show.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import type { CheckedRow } from '../overlay/checked-rows.ts';
import type { SaidOnce } from '../overlay/said-once.ts';
import type { Sitting } from '../overlay/sitting.ts';
import { closeText, many, TEXTS } from '../texts.ts';
import type { BarView, ListedFinding } from './bar.tsx';

const BLANK: BarView = {
  profile: null,
  sitting: null,
  assumed: null,
  close: null,
  missing: null,
  health: '',
  checking: false,
  asides: [],
  findings: [],
  latest: null,
  counts: 'none',
  said: '',
};

/** The bar on a page that is not being checked. */
export function pausedBar(policy: Policy, why: string): BarView {
  return { ...BLANK, profile: policy.school, health: `Not checking this page: ${why}`, said: '' };
}

/** The bar over a register that is being checked, as at `at` (milliseconds since 1970, the school's clock). */
export function checkingBar(now: {
  readonly policy: Policy;
  readonly sitting: Sitting;
  readonly at: number;
  readonly rows: readonly CheckedRow[];
  /** Rows the page holds, those that cannot be told apart included. */
  readonly all: number;
  /** What most rows have in common, said here and not in each. */
  readonly shared: SaidOnce['shared'];
  /** Pieces that found no free room in their rows. */
  readonly unplaced: number;
  readonly counts: BarView['counts'];
  readonly said: string;
  /** The pupil whose finding has no room for its words beside the mark; null when the last one has. */
  readonly spelt: string | null;
}): BarView {
  const { policy, sitting, rows } = now;
  const time = schoolTime(now.at);
  const clock =
    time.date === sitting.date ? { minute: time.minute, second: Math.floor(now.at / 1000) % 60 } : null;
  const findings = rows.flatMap(listed);
  const marked = rows.filter(({ row }) => row.code !== null).length;
  return {
    profile: policy.school,
    sitting: sitting.assumed === 'nothing' ? `${shortDay(sitting.date)}, ${sitting.session}` : null,
    assumed: assumedText(sitting),
    close: closeText(timesOn(policy, sitting.session, sitting.date), sitting.session, clock),
    missing: marked < rows.length ? `${rows.length - marked} of ${rows.length} not marked` : null,
    health: `Checking ${many(rows.length, 'pupil')}`,
    checking: true,
    asides: [
      ...(now.shared ? [`${many(now.shared.rows, 'mark')}: ${now.shared.finding.message}`] : []),
      ...(now.counts === 'none' ? [TEXTS.noTerms] : []),
      ...(rows.length < now.all ? [TEXTS.duplicates] : []),
      ...(now.unplaced > 0 ? [`No room on the page for ${many(now.unplaced, 'note')}`] : []),
    ],
    findings,
    latest: findings.find(({ pupil }) => pupil === now.spelt) ?? null,
    counts: now.counts,
    said: now.said,
  };
}

function listed({ row, findings: [first, ...rest] }: CheckedRow): readonly ListedFinding[] {
  if (!first) return [];
  const message = [first, ...rest].map((finding) => finding.message).join(' ');
  return [{ pupil: row.pupilKey, name: row.name, level: first.level, message }];
}

function assumedText({ date, session, assumed }: Sitting): string | null {
  if (assumed === 'nothing') return null;
  if (assumed === 'date') return `Date not on the page: assumed ${shortDay(date)}, ${session}`;
  if (assumed === 'session') return `Session not on the page: assumed ${shortDay(date)}, ${session}`;
  return `Date and session not on the page: assumed ${shortDay(date)}, ${session}`;
}
