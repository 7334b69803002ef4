import { autoUpdate, computePosition, hide, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { WhyPlace, WindowBox } from '../overlay/questions.ts';
import { whenResized } from '../overlay/when-resized.ts';

/** A window narrower than this, in pixels, has the card as a sheet across its foot. */
const SHEET_BELOW = 480;
/** Room between the card, the row and the edges of the window, in pixels. */
const GAP = 8;
/** With so much room, in pixels, the headline and the weeks are in sight: then the card stands below its row. */
const ENOUGH = 340;
/** With less, the bars at the foot of the window are covered sooner than nothing of the card be read. */
const LEAST = 150;

/**
 * Keeps `card`, a fixed box, by the badge and never over its row: below it, else above, else beside, wherever is room, as a sheet
 * in a narrow window; until `signal`. Calls `onGone` when the row has left the page or its sight. Resolves once it stands.
 */
export async function placeCard(
  card: HTMLElement,
  place: WhyPlace,
  signal: AbortSignal,
  onGone: () => void,
): Promise<void> {
  const anchor = place.anchor();
  if (!anchor) return onGone();
  const sit = async () => {
    const boxes = place.boxes();
    if (signal.aborted) return;
    if (!boxes || !place.anchor()) return onGone();
    const { clientWidth: width, clientHeight: height } = card.ownerDocument.documentElement;
    const isSheet = width < SHEET_BELOW;
    const room = roomAround(boxes.row, { width, height, foot: Math.min(place.foot(), height) });
    const side = sideFor(room, card.offsetWidth, isSheet);
    const padding = { top: GAP, left: GAP, right: GAP, bottom: height - room.foot + GAP };
    // Beside a row the card keeps clear of all of it; above and below it stands by the badge.
    const { left, right } = /^(top|bottom)/.test(side) ? boxes.badge : boxes.row;
    const { top, bottom } = boxes.row;
    const box = { left, right, top, bottom, x: left, y: top, width: right - left, height: bottom - top };
    const { x, y, middlewareData } = await computePosition(
      { getBoundingClientRect: () => box, contextElement: anchor },
      card,
      {
        strategy: 'fixed',
        placement: side,
        middleware: [
          offset(GAP),
          size({
            padding,
            apply({ availableHeight }) {
              card.style.maxHeight = `${Math.max(0, Math.floor(availableHeight))}px`;
            },
          }),
          shift({ padding }),
          hide(),
        ],
      },
    );
    if (signal.aborted) return;
    if (middlewareData.hide?.referenceHidden) return onGone();
    const docked = side.startsWith('bottom') ? room.foot - GAP - card.offsetHeight : GAP;
    card.dataset.at = isSheet ? 'sheet' : 'badge';
    card.style.translate = `${Math.round(x)}px ${Math.round(isSheet ? docked : y)}px`;
  };
  await sit();
  if (signal.aborted) return;
  // Its own watch on sizes acts within the browser's, which the page would hear of as an error.
  const sizes = whenResized(() => requestAnimationFrame(sit));
  sizes.at([card, anchor]);
  const follow = () => {
    void sit();
    // The badge follows its row in the next frame.
    requestAnimationFrame(sit);
  };
  const stop = autoUpdate(anchor, card, follow, { elementResize: false });
  signal.addEventListener('abort', () => {
    stop();
    sizes.rest();
  });
}

interface Room {
  readonly above: number;
  readonly below: number;
  readonly before: number;
  readonly after: number;
  /** Where the room below ends: at the bars, or at the window's edge where there is hardly any above them. */
  readonly foot: number;
}

function roomAround(
  row: WindowBox,
  { width, height, foot }: { readonly width: number; readonly height: number; readonly foot: number },
): Room {
  const above = row.top - 2 * GAP;
  const end = Math.max(above, foot - row.bottom - 2 * GAP) < LEAST ? height : foot;
  const below = end - row.bottom - 2 * GAP;
  return { above, below, before: row.left - 2 * GAP, after: width - row.right - 2 * GAP, foot: end };
}

function sideFor({ above, below, before, after }: Room, width: number, isSheet: boolean): Placement {
  if (below >= ENOUGH) return 'bottom-start';
  if (above >= ENOUGH) return 'top-start';
  if (!isSheet && after >= width) return 'right-start';
  if (!isSheet && before >= width) return 'left-start';
  return below >= above ? 'bottom-start' : 'top-start';
}
