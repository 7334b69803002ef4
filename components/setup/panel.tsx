import type { ComponentChildren } from 'preact';
import { onEscape, trusted } from '../overlay/trusted.ts';

/** Where the panel stands. */
export type Dock = 'right' | 'left' | 'bottom';

const NEXT: Readonly<Record<Dock, Dock>> = { right: 'left', left: 'bottom', bottom: 'right' };

/** The frame of the panel: a heading, a way to move it off what it covers, and a way out. Escape closes it. */
export function Panel(props: {
  title: string;
  dock: Dock;
  onDock: (dock: Dock) => void;
  onClose: () => void;
  children: ComponentChildren;
}) {
  return (
    <section
      class={`panel ${props.dock}`}
      role="dialog"
      aria-label={`Registerwise: ${props.title}`}
      tabIndex={-1}
      onKeyDown={onEscape(props.onClose)}
    >
      <header>
        <h2>{props.title}</h2>
        <span class="tools">
          <button type="button" class="quiet move" onClick={trusted(() => props.onDock(NEXT[props.dock]))}>
            Move
          </button>
          <button type="button" class="quiet" onClick={trusted(props.onClose)}>
            Close
          </button>
        </span>
      </header>
      {props.children}
    </section>
  );
}

/** What keeps somebody from going on, announced; nothing where nothing does. */
export function Problem(props: { children: string | null }) {
  return (
    <p class="problem" role="alert">
      {props.children}
    </p>
  );
}

/** What scrolls in a panel, and below it what always stays in sight. */
export function Sheet(props: { children: ComponentChildren; foot: ComponentChildren }) {
  return (
    <>
      <div class="body">{props.children}</div>
      <div class="foot">{props.foot}</div>
    </>
  );
}

/** Where a panel `width` wide covers least of the register: beside it where there is room, else along the bottom. */
export function dockFor(register: Element | null, view: Window, width = 420): Dock {
  const screen = view.innerWidth;
  if (screen < 700) return 'bottom';
  if (!register) return 'right';
  const { left, right } = register.getBoundingClientRect();
  if (screen - right >= width) return 'right';
  return left >= width ? 'left' : 'bottom';
}
