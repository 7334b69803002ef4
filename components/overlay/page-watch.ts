import { isOurs, rootsAround } from './across.ts';
import { whenMoved, whenScrolled } from './when-moved.ts';
import { whenResized } from './when-resized.ts';

/** Hears what moves our pieces or takes them out. */
export interface PageWatch {
  /** What the registers are, and elements in them that pieces stand by. Others are watched no more. */
  at(registers: readonly Element[], places: readonly Element[]): void;
  /** Whether the page took this host out together with what it stood in. */
  rewritten(host: Element): boolean;
}

/**
 * A watch that calls `onMove` when what the pieces are placed by may have moved (a scrolled box in the page, the window,
 * a register's size, the fonts) and `onChange` at once, before anything is drawn, when nodes in a register have changed;
 * `theirs` when others than ours have.
 */
export function pageWatch(
  document: Document,
  view: Window,
  signal: AbortSignal,
  { onMove, onChange }: { readonly onMove: () => void; readonly onChange: (theirs: boolean) => void },
): PageWatch {
  let watched: readonly Node[] | null = null;
  let swept = new WeakSet<Node>();
  let scrolled = new AbortController();
  const sizes = whenResized(onMove);
  const hear = (records: readonly MutationRecord[]) => {
    const changes = records.filter(
      ({ type, removedNodes, addedNodes }) =>
        type === 'characterData' || [...removedNodes, ...addedNodes].some((node) => !isOurs(node)),
    );
    for (const { removedNodes } of changes)
      for (const node of removedNodes) if (isOurs(node)) swept.add(node);
    onChange(changes.length > 0);
  };
  const changed = new MutationObserver(hear);
  const leave = () => {
    sizes.rest();
    changed.disconnect();
    scrolled.abort();
  };
  signal.addEventListener('abort', leave);
  whenMoved(document, view, signal, onMove);
  return {
    rewritten(host) {
      const late = changed.takeRecords();
      if (late.length > 0) hear(late);
      return swept.delete(host);
    },
    at(registers, places) {
      const roots = rootsAround([...registers, ...places]);
      const next = [...registers, ...roots];
      const same = next.length === watched?.length && next.every((node, i) => node === watched?.[i]);
      if (signal.aborted || same) return;
      leave();
      watched = next;
      swept = new WeakSet();
      scrolled = new AbortController();
      sizes.at(registers);
      changed.observe(document.documentElement, { childList: true });
      for (const node of next) changed.observe(node, { childList: true, characterData: true, subtree: true });
      for (const root of roots) whenScrolled(root, scrolled.signal, onMove);
    },
  };
}
