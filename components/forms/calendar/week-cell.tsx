import type { IsoDate, Session } from '../../../rules/calendar/dates.ts';
import type { SessionState } from '../../../rules/calendar/edit.ts';
import { dayName, longDate } from '../../../rules/calendar/show.ts';

/** What a session's state is called, in a few words. */
export function stateWords(state: SessionState): string {
  switch (state.kind) {
    case 'open':
      return state.closedFor.length > 0 ? `open, closed for Year ${state.closedFor.join(', ')}` : 'open';
    case 'closed':
      return state.reason ? `closed, ${state.reason}` : 'closed';
    case 'outside':
      return 'no term';
  }
}

/** One session of the grid, and the morning's shows the day. Only the one in hand is in the order of Tab. */
export function Cell(props: {
  place: number;
  inHand: boolean;
  date: IsoDate;
  session: Session;
  state: SessionState;
  onPress: () => void;
  /** A screen reader may put the focus on any cell, and keys then lead on from it. */
  onFocus: () => void;
}) {
  const { date, state, session } = props;
  const words = stateWords(state);
  const half = session === 'AM' ? 'morning' : 'afternoon';
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid take the focus (ARIA, grid pattern)
      role="gridcell"
      aria-label={`${dayName(date)} ${longDate(date)}, ${half}: ${words}`}
      title={words}
      data-place={props.place}
      data-state={state.kind === 'open' && state.closedFor.length > 0 ? 'some' : state.kind}
      data-session={session}
      tabIndex={props.inHand ? 0 : -1}
      onClick={props.onPress}
      onFocus={props.onFocus}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        props.onPress();
      }}
    >
      {session === 'AM' && Number(date.slice(8))}
    </td>
  );
}
