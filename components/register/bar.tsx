import type { Session } from '../../rules/calendar/dates.ts';
import type { Level } from '../../rules/marks/finding.ts';
import type { TabPlace } from '../overlay/make-way.ts';
import type { SetUp } from '../overlay/port.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { levelWord, listText, placeName, regionName, SESSION_IS, SET_UP, TEXTS } from '../texts.ts';
import { LevelMark } from './level-mark.tsx';

/** One line of the bar's list. */
export interface ListedFinding {
  readonly pupil: string;
  readonly name: string | null;
  readonly level: Level;
  readonly message: string;
  /** The page does not hold its row now: said as it was when it last did. */
  readonly away: boolean;
}

/** Which of the page's registers a bar is about. */
export interface RegisterPlace {
  /** From 1. */
  readonly at: number;
  readonly of: number;
  /** What tells it from the others: class or lesson, and session; null when the page says neither. */
  readonly name: string | null;
}

/** What the bar shows. While counts are hidden nothing here tells of them. */
export interface BarView {
  /** Null where the page has one register only. */
  readonly place: RegisterPlace | null;
  /** The school whose policy holds; null until it is known. */
  readonly profile: string | null;
  /** `AM · Fri 20 Nov`, or what of it was assumed; null when not checking. */
  readonly sitting: string | null;
  readonly assumed: string | null;
  /** The session a person can say it is instead of the one that was assumed; null where the page says it. */
  readonly other: Session | null;
  readonly close: string | null;
  /** `12 of 30 not marked`; null when all are. */
  readonly missing: string | null;
  readonly health: string;
  readonly checking: boolean;
  /** What a person can do about a register that is not checked; null for nothing. */
  readonly setUp: SetUp | null;
  /** More to know about this page, each a plain sentence. */
  readonly asides: readonly string[];
  readonly findings: readonly ListedFinding[];
  /** Marks that somebody keeps as they are, whatever was found. */
  readonly kept: readonly ListedFinding[];
  /** What the banner says of a clock that is set for training; null where the clock is the school's. */
  readonly training: string | null;
  /** The newest finding, where its row has no room for the words; null otherwise. */
  readonly latest: ListedFinding | null;
  /** The register has been taken, today: pupils who come now are late. */
  readonly late: boolean;
  readonly counts: 'shown' | 'hidden' | 'none';
  /** Said once, politely, to a screen reader. */
  readonly said: string;
}

/** `listing`: with the list of findings above the line. */
export type BarShape = 'line' | 'listing' | 'folded';

/** The register bar: one line at the foot of the window, which folds away to a small tab. */
export function Bar(props: {
  view: BarView;
  shape: BarShape;
  /** Where it stands when it is folded. */
  tab: TabPlace;
  onShape: (shape: BarShape) => void;
  onCounts: () => void;
  onSession: (session: Session) => void;
  onLate: () => void;
  onJump: (pupil: string) => void;
  /** Says again what was kept as it is. */
  onUndo: (pupil: string) => void;
  onSetUp: (how: SetUp) => void;
}) {
  const { view, shape, onShape } = props;
  const folded = shape === 'folded';
  const listed = listText(view.findings.length, view.kept.length);
  const open = shape === 'listing' && listed !== '';
  const level = view.findings.some((one) => one.level === 'warn') ? 'warn' : 'check';
  const shown = view.counts === 'shown';
  const { place, setUp, other } = view;
  return (
    <section
      class={folded ? `bar folded at-${props.tab.side}` : 'bar'}
      style={folded && props.tab.up > 0 ? { translate: `0 ${-props.tab.up}px` } : {}}
      aria-label={place ? regionName(place) : TEXTS.region}
      onKeyDown={open ? onEscape(() => onShape('line')) : undefined}
    >
      <span role="status" class="vh">
        {view.said}
      </span>
      {folded ? (
        <button type="button" class="tab" aria-expanded={false} onClick={trusted(() => onShape('line'))}>
          <Logo /> {view.training && `${TEXTS.training} · `}
          {place ? placeName(place) : TEXTS.region}
          {view.assumed && ` · ${view.assumed}`}
          {!view.checking && ` · ${TEXTS.notChecking}`}
          {listed && ` · ${listed}`}
        </button>
      ) : (
        <>
          {open && (
            <ul class="list rise" aria-label={TEXTS.toCheck}>
              {view.findings.map((finding) => (
                <li key={finding.pupil} class={finding.level}>
                  <Listed
                    finding={finding}
                    onJump={(pupil) => {
                      onShape('line');
                      props.onJump(pupil);
                    }}
                  />
                </li>
              ))}
              {view.kept.map((finding) => (
                <li key={`${finding.pupil} kept`} class="note">
                  <Listed finding={finding} onUndo={props.onUndo} />
                </li>
              ))}
            </ul>
          )}
          {!open && view.latest && (
            <p class={`latest rise ${view.latest.level}`}>
              <Listed finding={view.latest} onJump={props.onJump} />
            </p>
          )}
          {view.training && (
            <p class="training">
              <b>{TEXTS.training}</b> {view.training}
            </p>
          )}
          <div class="line">
            <Logo />
            {place && <span class="profile">{placeName(place)}</span>}
            {view.profile && <span class="profile">{view.profile}</span>}
            {view.sitting && <span>{view.sitting}</span>}
            {view.assumed && <span class="assumed">{view.assumed}</span>}
            {other && (
              <button type="button" class="quiet" onClick={trusted(() => props.onSession(other))}>
                {SESSION_IS[other]}
              </button>
            )}
            {view.close && <span class="close">{view.close}</span>}
            {view.missing && <span class="missing">{view.missing}</span>}
            <span class={view.checking ? 'soft' : 'paused'} title={view.health}>
              {view.health}
            </span>
            {view.asides.map((aside) => (
              <span key={aside} class="soft" title={aside}>
                {aside}
              </span>
            ))}
            <span class="end">
              {setUp && (
                <button type="button" class="strong" onClick={trusted(() => props.onSetUp(setUp))}>
                  {SET_UP[setUp]}
                </button>
              )}
              {listed && (
                <button
                  type="button"
                  class={`quiet ${level}`}
                  aria-expanded={open}
                  onClick={trusted(() => onShape(open ? 'line' : 'listing'))}
                >
                  {view.findings.length > 0 && <LevelMark level={level} />}
                  {listed}
                </button>
              )}
              {view.late && (
                <button type="button" class="quiet" onClick={trusted(props.onLate)}>
                  {TEXTS.late}
                </button>
              )}
              {view.counts !== 'none' && (
                <button
                  type="button"
                  class="quiet"
                  aria-pressed={shown}
                  aria-description={TEXTS.arrows}
                  onClick={trusted(props.onCounts)}
                >
                  {shown ? TEXTS.hide : TEXTS.show}
                </button>
              )}
              <button
                type="button"
                class="quiet fold"
                aria-expanded={true}
                aria-label={TEXTS.fold}
                title={TEXTS.fold}
                onClick={trusted(() => onShape('folded'))}
              >
                <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                  <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.8" />
                </svg>
              </button>
            </span>
          </div>
        </>
      )}
    </section>
  );
}

/** A finding in full, with the way to its row; of one kept as it is, with the way back. */
function Listed({
  finding: { pupil, name, level, message, away },
  ...to
}: {
  finding: ListedFinding;
} & (
  | { onJump: (pupil: string) => void; onUndo?: never }
  | { onUndo: (pupil: string) => void; onJump?: never }
)) {
  const act = to.onJump ?? to.onUndo;
  const go = away ? TEXTS.scroll : TEXTS.jump;
  const label = to.onUndo ? TEXTS.undo : go;
  return (
    <>
      <LevelMark level={to.onUndo ? 'note' : level} />
      <span>
        <b>{name ?? 'A pupil'}</b> {to.onUndo ? TEXTS.keptAs : <span class="vh">{levelWord(level)}:</span>}{' '}
        {message} {away && <span class="soft">{TEXTS.away}</span>}
      </span>
      <button
        type="button"
        class="quiet"
        aria-label={`${label} ${name ?? TEXTS.thisRow}`}
        onClick={trusted(() => act(pupil))}
      >
        {label}
      </button>
    </>
  );
}

/** A register's line with one cell marked. */
export function Logo() {
  return (
    <svg class="logo" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--accent)" />
      <path d="M5 7h5M5 13h5" stroke="var(--on-accent)" stroke-width="1.8" stroke-linecap="round" />
      <path d="m12.5 14 3-8" stroke="var(--on-accent)" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}
