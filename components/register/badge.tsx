import type { Count, Status } from '../../rules/history/count.ts';
import type { Threshold } from '../../rules/policy/policy.ts';
import { trusted } from '../overlay/trusted.ts';
import { TEXTS } from '../texts.ts';
import { countFigures, countName, countShort, STATUS_SHORT } from '../texts-counts.ts';

/** What a badge shows: a count, or that it is hidden. While hidden nothing of the count reaches the page. */
export type BadgeView = { readonly kind: 'hidden' } | ShownCount;
export interface ShownCount {
  readonly kind: 'shown';
  readonly count: Count;
  /** Why no threshold is claimed; null when one is. */
  readonly reason: string | null;
  /** The count without a mark that is only on the screen; null where that makes no difference. */
  readonly before: number | null;
}

/** A pupil's count beside the name. Hidden, it is a neutral button that reveals this one. */
export function Badge(props: {
  view: BadgeView;
  name: string | null;
  threshold: Threshold;
  onShow: () => void;
  onWhy: () => void;
}) {
  const { view, threshold } = props;
  if (view.kind === 'hidden') {
    const label = props.name ? `${TEXTS.showOne}: ${props.name}` : TEXTS.showOne;
    return (
      <button type="button" class="badge hidden" aria-label={label} onClick={trusted(props.onShow)}>
        <span class="long">{TEXTS.showOne}</span>
        <span class="figures">{TEXTS.showBriefly}</span>
      </button>
    );
  }
  const { count } = view;
  const status = count.kind === 'not-counted' ? 'none' : count.status;
  return (
    <button
      type="button"
      class={`badge ${status}`}
      aria-label={countName(count, threshold, view.reason, view.before)}
      aria-haspopup="dialog"
      onClick={trusted(props.onWhy)}
    >
      {count.kind !== 'not-counted' && <StatusShape status={count.status} />}
      <span class="long">{countShort(count, threshold)}</span>
      <span class="figures">{countFigures(count, threshold)}</span>
      {count.kind !== 'not-counted' && <span class="words band">{STATUS_SHORT[count.status]}</span>}
      {count.kind === 'at-least' && (
        <span class="bound">
          <span class="words">at least</span>
          <span class="brief">≥</span>
        </span>
      )}
    </button>
  );
}

const SHAPES: Readonly<Record<Status, string>> = {
  below: 'M6 1.5a4.5 4.5 0 1 0 .01 0z',
  near: 'M6 1.5a4.5 4.5 0 1 0 .01 0z',
  met: 'M6 .5 11.5 6 6 11.5 .5 6z',
  'met-if-unsettled-stand': 'M6 1.2 10.8 6 6 10.8 1.2 6z',
  'not-applicable': 'M1.5 6h9',
};

/** The status as a shape, so that it does not rest on colour: ring, half disc, full diamond, open diamond, dash. */
export function StatusShape({ status }: { status: Status }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={SHAPES[status]}
        fill={status === 'met' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.6"
      />
      {status === 'near' && <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />}
    </svg>
  );
}
