import { type Container, container } from '../overlay/container.ts';
import { clipOf } from '../overlay/measure.ts';

/** What an outline says of what is inside it. */
export type OutlineKind = 'understood' | 'row' | 'odd' | 'pointed';

/** A frame of ours around something on the page, with a few letters on its corner where there are any. */
export interface Outline {
  readonly elements: readonly Element[];
  readonly kind: OutlineKind;
  readonly tag?: string;
}

/** Frames over the page, which stay with what they are around until `signal`. */
export interface Outlines {
  show(outlines: readonly Outline[]): void;
}

const CSS = `
.box{position:fixed;pointer-events:none;border-radius:5px;border:3px solid var(--accent);background:rgb(15 91 99/.08)}
.row{border-width:2px;border-radius:3px}
.odd{border-color:var(--warn-edge);border-style:dashed;background:rgb(191 74 31/.1)}
.pointed{border-color:var(--focus);background:rgb(122 47 208/.1)}
.tag{position:absolute;inset:-13px auto auto -13px;min-width:22px;padding:1px 5px;border-radius:11px;text-align:center;
background:var(--accent);color:var(--on-accent);font-weight:700;box-shadow:var(--shadow)}
.odd .tag{background:var(--warn);color:var(--warn-ink);border:1px solid var(--warn-edge)}
@media (forced-colors:active){.box{border-color:Highlight}.row{border-width:2px;border-radius:3px}
.odd{border-color:CanvasText}}
`;
/** Rows lie close together: their frames stand inside them. */
const MARGIN: Readonly<Record<OutlineKind, number>> = { understood: 3, pointed: 3, row: -1, odd: 0 };

/** {@link Outlines} over `document`: nothing of the page is changed, and no pointer is kept from it. */
export function outlines(
  document: Document,
  tone: 'light' | 'dark',
  signal: AbortSignal,
  mode: ShadowRootMode,
): Outlines {
  const piece = container({ document, mode, tone, css: CSS, position: 'fixed' });
  piece.host.setAttribute('aria-hidden', 'true');
  document.documentElement.append(piece.host);
  signal.addEventListener('abort', () => piece.remove());
  const view = document.defaultView;
  let shown: readonly Outline[] = [];
  let waiting = false;
  const draw = () => {
    waiting = false;
    if (!signal.aborted) render(piece, shown, document);
  };
  const later = () => {
    if (!waiting) view?.requestAnimationFrame(draw);
    waiting = true;
  };
  document.addEventListener('scroll', later, { capture: true, passive: true, signal });
  view?.addEventListener('resize', later, { signal });
  return {
    show(next) {
      shown = next;
      draw();
    },
  };
}

function render(piece: Container, shown: readonly Outline[], document: Document): void {
  const clip = clipOf(document);
  const screen = document.documentElement.clientHeight;
  const boxes = shown.flatMap(({ elements, kind, tag }) => {
    const box = around(elements.filter((element) => element.isConnected));
    const [first] = elements;
    if (!(box && first)) return [];
    const seen = clip.of(first);
    const left = Math.max(box.left, seen.left);
    const top = Math.max(box.top, seen.top);
    const width = Math.min(box.right, seen.right) - left;
    const height = Math.min(box.bottom, seen.bottom) - top;
    const onScreen = top < screen && top + height > 0;
    return width > 0 && height > 0 && onScreen
      ? [{ kind, tag, style: placed(left, top, width, height, MARGIN[kind]) }]
      : [];
  });
  piece.show(
    boxes.map(({ kind, tag, style }) => (
      <div class={`box ${kind}`} style={style}>
        {tag && <span class="tag">{tag}</span>}
      </div>
    )),
  );
}

function placed(left: number, top: number, width: number, height: number, margin: number): string {
  return `left:${left - margin}px;top:${top - margin}px;width:${width + 2 * margin}px;height:${height + 2 * margin}px`;
}

/** The smallest box around all that is drawn of them. */
function around(elements: readonly Element[]) {
  const rects = elements.map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0);
  if (rects.length === 0) return null;
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    top: Math.min(...rects.map(({ top }) => top)),
    right: Math.max(...rects.map(({ right }) => right)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  };
}
