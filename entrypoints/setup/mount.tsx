import type { ComponentChild } from 'preact';
import { container } from '../../components/overlay/container.ts';
import { onePanel } from '../../components/overlay/one-panel.ts';
import type { SetUp } from '../../components/overlay/port.ts';
import { pageTone } from '../../components/overlay/tone.ts';
import { outlines } from '../../components/setup/outlines.tsx';
import { type Dock, dockFor, Panel } from '../../components/setup/panel.tsx';
import { setUpCss } from '../../components/setup/styles.ts';
import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { SiteProfile } from '../../sites/profile.ts';
import type { Readers } from '../../sites/readers.ts';
import { confirm } from './confirm.tsx';
import { teach } from './teach.tsx';

/** What the panel is opened with. */
export interface SetUpFacts {
  readonly how: SetUp;
  /** What is known of this site. */
  readonly profiles: readonly SiteProfile[];
  /** Keeps one, in place of that of the same id. Rejects with an Error whose message is one plain sentence. */
  save(profile: SiteProfile): Promise<unknown>;
  forget(id: string): Promise<unknown>;
  readonly today: IsoDate;
}

/** Opens the panel in `document`, in place of one already open; goes with `signal`, and leaves nothing behind. */
export type MountSetUp = (
  document: Document,
  facts: SetUpFacts,
  signal: AbortSignal,
  mode?: ShadowRootMode,
) => void;

const SAID_FOR_MS = 5_000;

const open = onePanel();

/** A {@link MountSetUp} by what the readers understand. Closing the panel gives the focus back to where it was. */
export const mountWith =
  (readers: Readers): MountSetUp =>
  (document, facts, signal, mode = 'closed') => {
    if (signal.aborted) return;
    const tone = pageTone(document.body);
    const piece = container({ document, mode, tone, css: setUpCss, position: 'fixed' });
    const { close, closed } = open(piece, signal);
    const frames = outlines(document, tone, closed, mode);
    let dock: Dock | null = null;
    let finished = false;
    let drawn: { readonly title: string; readonly content: ComponentChild } | null = null;

    const moveTo = (next: Dock) => {
      dock = next;
      draw();
    };
    const draw = () => {
      if (!drawn || finished || closed.aborted) return;
      piece.show(
        <Panel title={drawn.title} dock={dock ?? 'right'} onDock={moveTo} onClose={close}>
          {drawn.content}
        </Panel>,
      );
    };
    const stage = {
      ...facts,
      ...{ document, readers, outlines: frames, signal: closed, close },
      show(title: string, content: ComponentChild, around: Element | null = null) {
        if (finished) return;
        if (dock === null && document.defaultView) dock = dockFor(around, document.defaultView);
        drawn = { title, content };
        draw();
      },
      finish(says: string) {
        frames.show([]);
        drawn = {
          title: 'Saved',
          content: (
            <p class="body" role="status">
              {says}
            </p>
          ),
        };
        draw();
        finished = true;
        setTimeout(close, SAID_FOR_MS);
      },
    };
    if (facts.how === 'confirm') confirm(stage);
    else teach(stage);
    piece.inner.querySelector<HTMLElement>('.picker, .panel')?.focus();
  };
