import { Bar, type BarActions } from '../register/bar.tsx';
import type { BarShape, BarView } from '../register/bar-facts.ts';
import { barCss } from '../register/styles.ts';
import { type Container, container } from './container.ts';
import { keepAtFoot } from './foot.ts';
import { makeWay, OPEN_WAY } from './make-way.ts';

/** The registers' bars in the page, one upon another in the order of the registers. */
export interface Bars {
  /** Shows or changes the bar of `owner`. */
  show(owner: object, view: BarView, actions: BarActions): void;
  hide(owner: object): void;
  /** The host, where the page itself took it out. */
  robbed(): readonly Element[];
  /** Where the uppermost begins, in pixels of the window; its lower edge where there is none. */
  top(): number;
  /** The host they stand in; null where there is none. */
  host(): HTMLElement | null;
  clear(): void;
}

interface Entry {
  readonly key: number;
  readonly sign: string;
  readonly view: BarView;
  readonly actions: BarActions;
}

/** A window narrower than this, in pixels, has no room for the lines of several bars. */
const NARROW = 640;

/** No bar yet. They stand beside the body, where a page that swaps its body's content leaves them alone. */
export function bars(document: Document, mode: ShadowRootMode, tone: () => 'light' | 'dark'): Bars {
  let piece: Container | null = null;
  let stop = new AbortController();
  let keys = 0;
  let way = OPEN_WAY;
  let lookForWay = () => {};
  const entries = new Map<object, Entry>();
  const shapes = new WeakMap<object, BarShape>();
  /** Where there is little room, several bars that have nothing to tell would leave none for the page. */
  const isCrowded = ({ checking, place }: BarView) =>
    place !== null && checking && document.documentElement.clientWidth < NARROW;
  /** As nobody has chosen otherwise. A page to be confirmed is asked about all the same. */
  const firstShape = (view: BarView) =>
    isCrowded(view) || (way.isCovered && view.setUp !== 'confirm') ? 'folded' : 'line';
  const clear = () => {
    stop.abort();
    piece?.remove();
    piece = null;
    entries.clear();
  };
  const make = () => {
    const made = container({ document, mode, tone: tone(), css: barCss, position: 'fixed' });
    const sill = document.createElement('span');
    sill.className = 'sill';
    made.inner.before(sill);
    stop = new AbortController();
    way = OPEN_WAY;
    const { defaultView: view } = document;
    if (!view) return made;
    keepAtFoot(made.inner, sill, view, stop.signal);
    lookForWay = makeWay(made.inner, document, view, stop.signal, (next) => {
      way = next;
      draw();
    }).soon;
    return made;
  };
  const draw = () => {
    const inOrder = [...entries].sort(([, a], [, b]) => (a.view.place?.at ?? 0) - (b.view.place?.at ?? 0));
    piece?.show(
      inOrder.map(([owner, { key, view, actions }]) => {
        const onShape = (next: BarShape) => {
          shapes.set(owner, next);
          draw();
        };
        return (
          <Bar
            key={key}
            view={view}
            shape={shapes.get(owner) ?? firstShape(view)}
            tab={way.tab}
            onShape={onShape}
            {...actions}
          />
        );
      }),
    );
    lookForWay();
  };
  return {
    clear,
    host: () => piece?.host ?? null,
    robbed: () => (piece && !piece.host.isConnected ? [piece.host] : []),
    top: () => {
      const drawn = piece ? [...piece.inner.querySelectorAll('.bar')] : [];
      const tops = drawn.map((bar) => bar.getBoundingClientRect().top);
      return Math.min(document.defaultView?.innerHeight ?? 0, ...tops);
    },
    hide(owner) {
      if (!entries.delete(owner)) return;
      if (entries.size === 0) clear();
      else draw();
    },
    show(owner, view, actions) {
      piece ??= make();
      if (!piece.host.isConnected) document.documentElement.append(piece.host);
      const sign = JSON.stringify(view);
      const before = entries.get(owner);
      if (before?.sign === sign) return;
      entries.set(owner, { key: before?.key ?? ++keys, sign, view, actions });
      draw();
    },
  };
}
