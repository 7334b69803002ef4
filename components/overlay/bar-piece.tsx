import { Bar, type BarShape, type BarView } from '../register/bar.tsx';
import { barCss } from '../register/styles.ts';
import { type Container, container } from './container.ts';

/** The register bar in the page. */
export interface BarPiece {
  show(view: BarView): void;
  /** Whether the page itself took the bar out. */
  robbed(): boolean;
  clear(): void;
}

/** No bar yet. It stands beside the body, where a page that swaps its body's content leaves it alone. */
export function barPiece(
  document: Document,
  mode: ShadowRootMode,
  tone: () => 'light' | 'dark',
  actions: { onCounts: () => void; onJump: (pupil: string) => void },
): BarPiece {
  let piece: Container | null = null;
  let before = '';
  let shape: BarShape = 'line';
  const clear = () => {
    piece?.remove();
    piece = null;
    before = '';
  };
  const draw = (view: BarView) => {
    const onShape = (next: BarShape) => {
      shape = next;
      draw(view);
    };
    piece?.show(<Bar view={view} shape={shape} onShape={onShape} {...actions} />);
  };
  return {
    clear,
    robbed: () => piece !== null && !piece.host.isConnected,
    show(view) {
      piece ??= container({ document, mode, tone: tone(), css: barCss, position: 'fixed' });
      if (!piece.host.isConnected) document.documentElement.append(piece.host);
      const sign = JSON.stringify(view);
      if (sign === before) return;
      before = sign;
      draw(view);
    },
  };
}
