import type { Session } from '../../rules/calendar/dates.ts';
import type { TabPlace } from '../overlay/make-way.ts';
import type { SetUp } from '../overlay/port.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { listText, placeName, regionName, SESSION_IS, SET_UP, TEXTS } from '../texts.ts';
import { levelWord } from '../texts-findings.ts';
import type { BarShape, BarView, ListedFinding } from './bar-facts.ts';
import { LevelMark } from './level-mark.tsx';

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
