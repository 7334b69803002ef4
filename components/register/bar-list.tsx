import { trusted } from '../overlay/trusted.ts';
import { TEXTS } from '../texts.ts';
import { levelWord } from '../texts-findings.ts';
import { Badge } from './badge.tsx';
import type { BarView, ListedFinding } from './bar-facts.ts';
import { LevelMark } from './level-mark.tsx';

/** Marks to check, those kept as they are, and counts that have no room on the page, each with the way to it. */
export function BarList(props: {
  view: BarView;
  onJump: (pupil: string) => void;
  onUndo: (pupil: string) => void;
  onWhy: (pupil: string) => void;
}) {
  const { view } = props;
  return (
    <ul class="list rise" aria-label={TEXTS.toCheck}>
      {view.findings.map((finding) => (
        <li key={finding.pupil} class={finding.level}>
          <Listed finding={finding} onJump={props.onJump} />
        </li>
      ))}
      {view.kept.map((finding) => (
        <li key={`${finding.pupil} kept`} class="note">
          <Listed finding={finding} onUndo={props.onUndo} />
        </li>
      ))}
      {view.roomless.map(({ pupil, name, badge, threshold }) => (
        <li key={`${pupil} count`}>
          <span>
            <b>{name ?? 'A pupil'}</b>
          </span>
          <Badge
            view={badge}
            name={name}
            threshold={threshold}
            onShow={() => {}}
            onWhy={() => props.onWhy(pupil)}
          />
        </li>
      ))}
    </ul>
  );
}

/** A finding in full, or `brief`, with the way to its row; of one kept as it is, with the way back. */
export function Listed({
  finding: { pupil, name, level, message, line, away },
  brief,
  ...to
}: {
  finding: ListedFinding;
  brief?: boolean;
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
        {brief ? line.says : message}
        {brief && <span class="others">{line.others}</span>} {away && <span class="soft">{TEXTS.away}</span>}
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
