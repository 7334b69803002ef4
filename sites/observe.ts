import { MAY_HOST } from './generic/scope.ts';
import { CONTROLS, heldBook } from './held.ts';
import { kept } from './kept.ts';
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

/** Custom elements that nothing has made yet what they are called. */
const UNMADE = ':not(:defined)';

/** How often, in milliseconds, controls are compared: bulk buttons set values with no event and no mutation. */
const COMPARE_EVERY = 1000;

/** What is known between one call of `onChange` and the next. */
export interface Watch {
  /** Whether the page may read differently than when `onChange` was last called. */
  isBehind(): boolean;
}

/**
 * Calls `onChange` when the page may read differently, whoever changed it and however: at once for the first thing a user
 * does in a frame, and at most once a frame for the rest; stops with `signal`. Watches the whole document and its open
 * shadow roots, so a register that is swapped for another is seen too. Does nothing while the page is hidden. Changes
 * inside elements with `data-rw`, and such elements coming and going, are our own and not told.
 */
export function observe(document: Document, signal: AbortSignal, onChange: () => void): Watch {
  const view = document.defaultView;
  if (!view || signal.aborted) return { isBehind: () => true };

  let frame = 0;
  let changed = false;
  let roots = new Set<ShadowRoot>();
  const trees = () => [document, ...roots];
  const controls = kept(CONTROLS, trees);
  const hosts = kept(MAY_HOST, trees);
  let unmade: readonly Element[] = [];
  const holdOther = heldBook(controls.all);
  const lookAnew = (): void => {
    controls.anew();
    hosts.anew();
  };
  const hear = (records: readonly MutationRecord[]): void => {
    changed ||= records.some(isTelling);
    if (records.some((record) => record.type === 'childList' && isTelling(record))) lookAnew();
  };
  const observer = new MutationObserver((records) => {
    hear(records);
    if (changed) soon();
  });
  /** An event by itself says only that something may have changed. */
  const hasChanged = (): boolean => {
    hear(observer.takeRecords());
    changed = holdOther() || changed;
    return changed;
  };
  const isBehind = (): boolean => {
    if (signal.aborted) return true;
    if (hasChanged()) soon();
    return changed;
  };
  const tell = (): void => {
    changed = false;
    watchRoots();
    onChange();
  };
  const soon = (): void => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      if (hasChanged()) tell();
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
    tell();
  };

  const listen = (target: EventTarget, types: readonly string[]): void => {
    for (const type of types) {
      target.addEventListener(type, soon, { capture: true, passive: true, signal });
      target.addEventListener(type, hasten, { passive: true, signal });
    }
  };
  // A root may be made for an element long after it stood there, which nothing tells of by itself.
  const watchRoots = (): void => {
    const found = hosts.all().flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const fresh = found.filter((root) => !roots.has(root));
    unmade = hosts.all().filter((host) => host.matches(UNMADE));
    for (const root of fresh) {
      roots.add(root);
      observer.observe(root, WATCHED);
      listen(root, KEPT_IN);
    }
    if (fresh.length === 0) return;
    lookAnew();
    watchRoots();
  };
  // What is hidden until its style sheet comes reads differently then.
  const onStyled = ({ target }: Event): void => {
    if (!(target instanceof HTMLLinkElement || target instanceof HTMLStyleElement)) return;
    changed = true;
    soon();
  };
  observer.observe(document.documentElement, WATCHED);
  listen(view, EVENTS);
  document.addEventListener('load', onStyled, { capture: true, signal });
  watchRoots();
  holdOther();

  let timer = 0;
  const compare = (): void => {
    if ([...roots].some(({ isConnected }) => !isConnected)) roots = new Set([...roots].filter(isStill));
    changed ||= unmade.some((element) => !element.matches(UNMADE));
    isBehind();
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
  return { isBehind };
}

const isStill = ({ isConnected }: ShadowRoot): boolean => isConnected;
