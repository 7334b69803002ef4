import { trusted } from '../overlay/trusted.ts';
import { placeName, SESSION_IS, SET_UP, TEXTS } from '../texts.ts';
import type { BarActions } from './bar.tsx';
import type { BarShape, BarView } from './bar-facts.ts';
import { LevelMark } from './level-mark.tsx';

/**
 * The line itself: what there is to know, the most needed first, since what has no room in one line folds away, and what can be
 * done. All of it shows while the bar is open.
 */
export function BarLine(
  props: BarActions & {
    view: BarView;
    shape: BarShape;
    /** What the button says that opens the list; empty where there is nothing in it. */
    listed: readonly string[];
    onShape: (shape: BarShape) => void;
  },
) {
  const { view, shape, onShape } = props;
  const [listed, ...more] = props.listed;
  const open = shape === 'listing';
  const toggle = trusted(() => onShape(open ? 'line' : 'listing'));
  const level = view.findings.some((one) => one.level === 'warn') ? 'warn' : 'check';
  const shown = view.counts === 'shown';
  const { place, setUp, other } = view;
  return (
    <div class="line">
      <Logo />
      <div class="facts">
        {place && <span class="profile">{placeName(place)}</span>}
        {view.assumed && <span class="assumed">{view.assumed}</span>}
        {other && (
          <button type="button" class="quiet" onClick={trusted(() => props.onSession(other))}>
            {SESSION_IS[other]}
          </button>
        )}
        {view.close && <span class="close">{view.close}</span>}
        {view.missing && <span>{view.missing}</span>}
        {view.sitting && <span>{view.sitting}</span>}
        <span class={view.checking ? 'soft' : 'paused'}>{view.health}</span>
        {view.asides.map((aside) => (
          <span key={aside} class="soft">
            {aside}
          </span>
        ))}
        {view.profile && <span class="profile">{view.profile}</span>}
      </div>
      <span class="end">
        {setUp && (
          <button type="button" class="strong" onClick={trusted(() => props.onSetUp(setUp))}>
            {SET_UP[setUp]}
          </button>
        )}
        {listed && (
          <button type="button" class={`quiet listed ${level}`} aria-expanded={open} onClick={toggle}>
            {view.findings.length > 0 && <LevelMark level={level} />}
            {listed}
            {more.length > 0 && <span class="also">· {more.join(' · ')}</span>}
          </button>
        )}
        {view.late && (
          <button type="button" class="quiet late" onClick={trusted(props.onLate)}>
            {TEXTS.late}
          </button>
        )}
        {view.counts !== 'none' && (
          <button
            type="button"
            class="quiet counts"
            aria-pressed={shown}
            aria-description={TEXTS.arrows}
            onClick={trusted(props.onCounts)}
          >
            {shown ? TEXTS.hide : TEXTS.show}
          </button>
        )}
        <button
          type="button"
          class="quiet sign more"
          aria-expanded={open}
          aria-label={TEXTS.more}
          onClick={toggle}
        >
          <Sign path="M2 6h.01M6 6h.01M10 6h.01" />
        </button>
        <button
          type="button"
          class="quiet sign"
          aria-expanded={true}
          aria-label={TEXTS.fold}
          title={TEXTS.fold}
          onClick={trusted(() => onShape('folded'))}
        >
          <Sign path="m2 4 4 4 4-4" />
        </button>
      </span>
    </div>
  );
}

function Sign({ path }: { path: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
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
