import { fingerprint } from './fingerprint.ts';
import { MAY_HOST } from './generic/scope.ts';
import { isTelling } from './telling.ts';

const EVENTS = ['click', 'keyup', 'input', 'change', 'submit'];
/** Of these, the ones that do not leave a shadow root. */
const KEPT_IN = ['change', 'submit'];
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeOldValue: true,
};

/** How often, in milliseconds, controls are compared: bulk buttons set values with no event and no mutation. */
const COMPARE_EVERY = 1000;

/**
 * Calls `onChange` when the page may read differently, whoever changed it and however: at once for the first thing a user
 * does in a frame, and at most once a frame for the rest; stops with `signal`. Watches the whole document and its open
 * shadow roots, so a register that is swapped for another is seen too. Does nothing while the page is hidden. Changes
 * inside elements with `data-rw`, and such elements coming and going, are our own and not told.
 */
export function observe(document: Document, signal: AbortSignal, onChange: () => void): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;

  let frame = 0;
  let changed = false;
  const observer = new MutationObserver((records) => {
    if (!records.some(isTelling)) return;
    changed = true;
    soon();
  });
  /** Whether anything reads differently since this was last asked. An event by itself says that something may. */
  const hasChanged = (): boolean => {
    const now = fingerprint([document, ...roots]);
    const is = observer.takeRecords().some(isTelling) || changed || now !== before;
    before = now;
    changed = false;
    return is;
  };
  const soon = (): void => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (!hasChanged()) return;
      watchRootsIn(document);
      onChange();
    });
  };

  // Browsers draw a frame between a user's action and any timer, so a warning that is to be in that frame is made here,
  // after the page's own handlers; what they do later, or keep from bubbling, is told in the frame as ever.
  let hastened = false;
  const hasten = ({ isTrusted }: Event): void => {
    if (!isTrusted || hastened || !hasChanged()) return;
    hastened = true;
    view.requestAnimationFrame(() => {
      hastened = false;
    });
    onChange();
  };

  const listen = (target: EventTarget, types: readonly string[]): void => {
    for (const type of types) {
      target.addEventListener(type, soon, { capture: true, passive: true, signal });
      target.addEventListener(type, hasten, { passive: true, signal });
    }
  };
  let roots = new Set<ShadowRoot>();
  // A root may be made for an element long after it stood there, which nothing tells of by itself.
  const watchRootsIn = (tree: ParentNode): void => {
    for (const { shadowRoot } of tree.querySelectorAll(MAY_HOST)) {
      if (!shadowRoot) continue;
      if (!roots.has(shadowRoot)) {
        roots.add(shadowRoot);
        observer.observe(shadowRoot, WATCHED);
        listen(shadowRoot, KEPT_IN);
      }
      watchRootsIn(shadowRoot);
    }
  };
  observer.observe(document.documentElement, WATCHED);
  listen(view, EVENTS);
  watchRootsIn(document);

  let timer = 0;
  let before = fingerprint([document, ...roots]);
  let unmade = document.querySelectorAll(':not(:defined)').length;
  const compare = (): void => {
    if ([...roots].some(({ isConnected }) => !isConnected)) roots = new Set([...roots].filter(isStill));
    const waiting = document.querySelectorAll(':not(:defined)').length;
    changed ||= waiting !== unmade;
    unmade = waiting;
    changed = hasChanged();
    if (changed) soon();
  };
  const wake = (): void => {
    view.clearInterval(timer);
    if (document.visibilityState === 'visible') timer = view.setInterval(compare, COMPARE_EVERY);
  };
  document.addEventListener('visibilitychange', wake, { signal });
  wake();

  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      view.clearInterval(timer);
      view.cancelAnimationFrame(frame);
    },
    { once: true },
  );
}

const isStill = ({ isConnected }: ShadowRoot): boolean => isConnected;
