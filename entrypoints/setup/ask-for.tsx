import { type Keyboard, type Resolve, startPointing } from '../../components/setup/pointing.ts';
import { TeachPanel } from '../../components/setup/teach-panel.tsx';
import type { Readers } from '../../sites/readers.ts';
import { saidAt } from '../../sites/taught/said.ts';
import type { Stage } from './stage.ts';

/** One thing to be pointed at. */
export interface Asked {
  readonly title: string;
  readonly ask: string;
  readonly problem: string | null;
  readonly resolve: Resolve;
  /** What was pointed at before, which keeps its frame. */
  readonly picked: readonly Element[];
  /** Where the keyboard begins; after what was pointed at before where nothing is said. */
  readonly start?: Element;
  readonly skip?: string | null;
  readonly onSkip?: () => void;
  readonly onBack?: () => void;
  readonly onPick: (elements: readonly Element[]) => void;
}

const REGISTER = 'table, [role=grid], [role=treegrid], [role=table], main';

/** Asks for one thing and waits until it is pointed at, or something else is wanted. */
export function askFor(stage: Stage, asked: Asked): void {
  const { document, outlines } = stage;
  const leave = new AbortController();
  stage.signal.addEventListener('abort', () => leave.abort(), { signal: leave.signal });
  const go = (act: () => void) => () => {
    leave.abort();
    act();
  };
  const before = asked.picked.map((element) => ({ elements: [element], kind: 'understood' as const }));
  let over: readonly Element[] | null = null;
  const point = (elements: readonly Element[] | null) => {
    if (elements?.[0] === over?.[0] && elements?.length === over?.length) return;
    over = elements;
    outlines.show(elements ? [...before, { elements, kind: 'pointed' }] : before);
    draw();
  };
  const keyboard: Keyboard = startPointing(
    {
      ...{ document, resolve: asked.resolve, onPoint: point },
      start: asked.start ?? asked.picked[0] ?? document.querySelector(REGISTER),
      onPick: (elements) => go(() => asked.onPick(elements))(),
    },
    leave.signal,
  );
  const draw = () =>
    stage.show(
      asked.title,
      <TeachPanel
        step={{
          ...{ ask: asked.ask, problem: asked.problem, skip: asked.skip ?? null },
          ...{ over: over && shown(stage.readers, over), canGoBack: asked.onBack !== undefined },
        }}
        onMove={keyboard.move}
        onPick={keyboard.pick}
        onSkip={go(() => asked.onSkip?.())}
        onBack={go(() => asked.onBack?.())}
      />,
      document.querySelector(REGISTER),
    );
  outlines.show(before);
  draw();
}

function shown({ marksIn }: Readers, elements: readonly Element[]): string {
  const [first, ...others] = elements;
  if (!first) return '';
  if (others.length > 0) return marksIn([elements]).marks[0]?.label || 'Buttons, none of them chosen';
  return saidAt(first) || 'Empty';
}
