import type { Session } from '../../rules/calendar/dates.ts';
import type { TabPlace } from '../overlay/make-way.ts';
import type { SetUp } from '../overlay/port.ts';
import { onEscape, trusted } from '../overlay/trusted.ts';
import { listWords, placeName, regionName, TEXTS } from '../texts.ts';
import type { BarShape, BarView } from './bar-facts.ts';
import { BarLine, Logo } from './bar-line.tsx';
import { BarList, Listed } from './bar-list.tsx';

/** What a bar's buttons do. */
export interface BarActions {
  readonly onCounts: () => void;
  readonly onJump: (pupil: string) => void;
  /** Opens the why-card of a count that has no room on the page. */
  readonly onWhy: (pupil: string) => void;
  /** Says again what was kept as it is. */
  readonly onUndo: (pupil: string) => void;
  readonly onSetUp: (how: SetUp) => void;
  /** A person says which session a register is of whose page does not say it. */
  readonly onSession: (session: Session) => void;
  readonly onLate: () => void;
}

const nothing = () => {};

/** Of a bar with nothing to do in it. */
export const NO_ACTIONS: BarActions = {
  ...{ onCounts: nothing, onJump: nothing, onWhy: nothing, onUndo: nothing },
  ...{ onSetUp: nothing, onSession: nothing, onLate: nothing },
};

/** The register bar: one line at the foot of the window, which folds away to a small tab. */
export function Bar(
  props: BarActions & {
    view: BarView;
    shape: BarShape;
    /** Where it stands when it is folded. */
    tab: TabPlace;
    onShape: (shape: BarShape) => void;
  },
) {
  const { view, shape, onShape } = props;
  const { place } = view;
  const listed = listWords(view.findings.length, view.kept.length, view.roomless.length);
  const isFolded = shape === 'folded';
  const isOpen = shape === 'listing';
  const isShut = shape === 'line' && view.checking && !view.assumed;
  const { side, up } = props.tab;
  const away = (act: (pupil: string) => void) => (pupil: string) => {
    onShape('line');
    act(pupil);
  };
  return (
    <section
      class={`bar ${isShut ? 'shut' : shape} ${side}`}
      style={isFolded && up > 0 ? { translate: `0 ${-up}px` } : {}}
      aria-label={place ? regionName(place) : TEXTS.region}
      onKeyDown={isOpen ? onEscape(() => onShape('line')) : undefined}
    >
      <span role="status" class="vh">
        {view.said}
      </span>
      {isFolded ? (
        <button type="button" class="tab" aria-expanded={false} onClick={trusted(() => onShape('line'))}>
          <Logo /> {view.training && `${TEXTS.training} · `}
          {place ? placeName(place) : TEXTS.region}
          {view.assumed && ` · ${view.assumed}`}
          {!view.checking && ` · ${TEXTS.notChecking}`}
          {listed.map((words) => ` · ${words}`)}
        </button>
      ) : (
        <>
          {isOpen && listed.length > 0 && (
            <BarList {...props} onJump={away(props.onJump)} onWhy={away(props.onWhy)} />
          )}
          {!isOpen && view.latest && (
            <p class={`latest rise ${view.latest.level}`}>
              <Listed finding={view.latest} brief onJump={props.onJump} />
            </p>
          )}
          {view.training && (
            <p class="training">
              <b>{TEXTS.training}</b> {view.training}
            </p>
          )}
          <BarLine {...props} listed={listed} />
        </>
      )}
    </section>
  );
}
