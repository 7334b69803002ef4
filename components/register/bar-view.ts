import { schoolTime, toMinute } from '../../rules/calendar/clock.ts';
import type { Session } from '../../rules/calendar/dates.ts';
import { shortDay } from '../../rules/calendar/show.ts';
import type { Finding } from '../../rules/marks/finding.ts';
import type { Policy } from '../../rules/policy/policy.ts';
import { timesOn } from '../../rules/policy/times.ts';
import type { CheckedRow } from '../overlay/checked-rows.ts';
import type { OverlayContext, SetUp } from '../overlay/port.ts';
import type { SaidOnce } from '../overlay/said-once.ts';
import { isSessionAssumed, type Occasion } from '../overlay/sitting.ts';
import { closeText, many, TEXTS, trainingText } from '../texts.ts';
import { findingLine } from '../texts-findings.ts';
import type { BarView, ListedCount, ListedFinding, RegisterPlace } from './bar-facts.ts';

/** A bar that says nothing. */
export const BLANK: BarView = {
  place: null,
  profile: null,
  sitting: null,
  assumed: null,
  other: null,
  close: null,
  missing: null,
  health: '',
  checking: false,
  setUp: null,
  asides: [],
  findings: [],
  kept: [],
  roomless: [],
  training: null,
  latest: null,
  late: false,
  counts: 'none',
  said: '',
};

/**
 * The bar on a page, or of a register, that is not being checked, as at `at` (milliseconds since 1970, the school's clock);
 * `setUp` is what can be done about it.
 */
export function pausedBar(
  { policy, training = false }: Pick<OverlayContext, 'policy' | 'training'>,
  at: number,
  {
    why,
    setUp,
    place,
  }: { readonly why: string; readonly setUp: SetUp | null; readonly place: RegisterPlace | null },
): BarView {
  const health =
    setUp === 'confirm'
      ? `${TEXTS.found} ${why}`
      : `Not checking this ${place ? 'register' : 'page'}: ${why}`;
  return {
    ...BLANK,
    place,
    training: bannerOf(training, at),
    profile: setUp === 'confirm' ? null : policy.school,
    health,
    setUp,
  };
}

/** The bar over a register that is being checked, as at `at` (milliseconds since 1970, the school's clock). */
export function checkingBar(now: {
  readonly policy: Policy;
  readonly occasion: Occasion;
  readonly place: RegisterPlace | null;
  readonly at: number;
  readonly rows: readonly CheckedRow[];
  /** Rows with findings that the page does not hold now. */
  readonly away: readonly CheckedRow[];
  /** Rows the page holds, those that cannot be told apart included. */
  readonly all: number;
  /** Rows the register has, of which the page holds some; null when it holds them all. */
  readonly rowsInAll: number | null;
  /** What most rows have in common, said here and not in each. */
  readonly shared: SaidOnce['shared'];
  /** Counts that are shown and found no room. */
  readonly roomless: readonly ListedCount[];
  /** Pieces that found no free room in their rows. */
  readonly unplaced: number;
  readonly counts: BarView['counts'];
  /** The clock is set for training. */
  readonly training: boolean;
  /** The term dates were worked out from marks. */
  readonly inferred: boolean;
  readonly said: string;
  /** The pupil whose finding has no room for its words beside the mark; null when the last one has. */
  readonly spelt: string | null;
}): BarView {
  const { policy, occasion, rows, rowsInAll } = now;
  const findings = [
    ...rows.flatMap((row) => listed(row, row.findings, now, false)),
    ...now.away.flatMap((row) => listed(row, row.findings, now, true)),
  ];
  const left = rows.filter(({ row }) => row.code === null).length;
  const noTerms = occasion.session !== null && now.counts === 'none';
  return {
    ...BLANK,
    place: now.place,
    profile: now.place === null || now.place.at === 1 ? policy.school : null,
    sitting: occasion.assumed === 'nothing' ? titleOf(occasion) : null,
    assumed: assumedText(occasion),
    other: isSessionAssumed(occasion) ? otherHalf(occasion.session) : null,
    close: closeOf(policy, occasion, now.at),
    missing: left > 0 ? `${left} of ${rowsInAll === null ? '' : 'these '}${rows.length} not marked` : null,
    health: healthText(rows.length, rowsInAll),
    checking: true,
    asides: [
      ...(now.shared ? [`${many(now.shared.rows, 'mark')}: ${now.shared.finding.message}`] : []),
      ...(noTerms ? [TEXTS.noTerms] : []),
      ...(now.inferred && occasion.session !== null ? [TEXTS.inferredTerms] : []),
      ...(rows.length < now.all ? [TEXTS.duplicates] : []),
      ...(now.unplaced > 0 ? [`No room on the page for ${many(now.unplaced, 'note')}`] : []),
    ],
    findings,
    kept: [
      ...rows.flatMap((row) => listed(row, row.kept, now, false)),
      ...now.away.flatMap((row) => listed(row, row.kept, now, true)),
    ],
    roomless: now.counts === 'shown' ? [...now.roomless].sort((a, b) => totalOf(b) - totalOf(a)) : [],
    training: bannerOf(now.training, now.at),
    latest: findings.find(({ pupil, away }) => !away && pupil === now.spelt) ?? null,
    late: isTaken(policy, occasion, now.at),
    counts: now.counts,
    said: now.said,
  };
}

/** How many pupils are being checked: of a page that draws only the rows on the screen, those alone. */
export function healthText(rows: number, rowsInAll: number | null): string {
  return rowsInAll === null
    ? `Checking ${many(rows, 'pupil')}`
    : `Checking ${rows} of ${rowsInAll} pupils, those on the screen`;
}

function bannerOf(training: boolean, at: number): string | null {
  return training ? trainingText(schoolTime(at).minute) : null;
}

function closeOf(policy: Policy, { date, session }: Occasion, at: number): string | null {
  if (session === null) return TEXTS.lesson;
  const time = schoolTime(at);
  const clock = time.date === date ? { minute: time.minute, second: Math.floor(at / 1000) % 60 } : null;
  return closeText(timesOn(policy, session, date), session, clock);
}

/** Whether the register is today's and has been taken; of one with no taking time, whether it is today's. */
function isTaken(policy: Policy, { date, session }: Occasion, at: number): boolean {
  if (session === null) return false;
  const { taken } = timesOn(policy, session, date);
  const time = schoolTime(at);
  return time.date === date && (taken === null || time.minute >= toMinute(taken));
}

function listed(
  { row: { pupilKey: pupil, name, code } }: CheckedRow,
  [first, ...rest]: readonly Finding[],
  { policy, occasion: { date, session } }: { readonly policy: Policy; readonly occasion: Occasion },
  away: boolean,
): readonly ListedFinding[] {
  if (!first || code === null) return [];
  const message = [first, ...rest].map((finding) => finding.message).join(' ');
  const line = findingLine([first, ...rest], code, session && timesOn(policy, session, date));
  return [{ pupil, name, level: first.level, message, line, away }];
}

const totalOf = ({ badge: { count } }: ListedCount): number =>
  count.kind === 'not-counted' ? -1 : count.total;

const otherHalf = (session: Session | null): Session => (session === 'AM' ? 'PM' : 'AM');

function titleOf(occasion: Occasion): string {
  return `${shortDay(occasion.date)}, ${occasion.session ?? occasion.lesson}`;
}

const UNSAID = { date: 'Date', session: 'Session', both: 'Date and session' };

function assumedText(occasion: Occasion): string | null {
  const { assumed } = occasion;
  return assumed === 'nothing' ? null : `${UNSAID[assumed]} not on the page: assumed ${titleOf(occasion)}`;
}
