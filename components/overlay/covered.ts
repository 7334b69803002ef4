import { isOurs, outwards } from './across.ts';

/** A part of the window, in viewport pixels. */
export interface Patch {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CONTROL =
  'a[href],button,input,select,textarea,summary,iframe,[contenteditable],[tabindex]:not([tabindex^="-"]),[role=button],[role=link],[role=tab],[role=combobox],[role=menuitem]';
/** A control of the page, and where in the window it is drawn: one box for each line it goes over. */
interface Drawn {
  readonly control: Element;
  readonly boxes: readonly DOMRect[];
}

/** The controls of the page drawn below `top`, in viewport pixels. For several patches they are looked for once. */
export function controlsBelow(top: number, document: Document): readonly Drawn[] {
  return controlsIn(document).flatMap((control) => {
    if (control.getBoundingClientRect().bottom <= top) return [];
    return [{ control, boxes: [...control.getClientRects()] }];
  });
}

/** Whether one of `controls` lies under `patch` and no scrolling brings it out, neither now nor at the scroll's end. */
export function isInTheWay(patch: Patch, controls: readonly Drawn[]): boolean {
  return controls.some(
    ({ control, boxes }) =>
      boxes.some((box) => isUnder(control, box, patch)) &&
      roomBelow(control) < control.getBoundingClientRect().bottom - patch.top,
  );
}

function controlsIn(tree: Document | ShadowRoot): readonly Element[] {
  const roots = [...tree.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot && !isOurs(element) ? [element.shadowRoot] : [],
  );
  return [...tree.querySelectorAll(CONTROL)].filter((one) => !isOurs(one)).concat(roots.flatMap(controlsIn));
}

/** Whether a control would be pressed in the middle of what `patch` takes of it. */
function isUnder(control: Element, box: DOMRect, patch: Patch): boolean {
  const left = Math.max(box.left, patch.left);
  const right = Math.min(box.right, patch.right);
  const top = Math.max(box.top, patch.top);
  const bottom = Math.min(box.bottom, patch.bottom);
  if (right <= left || bottom <= top) return false;
  const root = control.getRootNode() as Document | ShadowRoot;
  const pressed = root
    .elementsFromPoint((left + right) / 2, (top + bottom) / 2)
    .find((element) => !isOurs(element));
  return pressed !== undefined && [...outwards(pressed)].includes(control);
}

/** How much further an element can be scrolled up by all that it stands in; what is fixed or sticks is not scrolled. */
function roomBelow(element: Element): number {
  const { scrollingElement } = element.ownerDocument;
  let room = 0;
  for (const at of outwards(element)) {
    const { position, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(overflowY) || at === scrollingElement)
      room += Math.max(0, at.scrollHeight - at.clientHeight - at.scrollTop);
    if (position === 'fixed' || position === 'sticky') break;
  }
  return room;
}
