/** Attributes through which pages show a mark, or that it is saved. */
const MARK_ATTRIBUTES = [
  'class',
  'value',
  'checked',
  'title',
  'aria-checked',
  'aria-pressed',
  'aria-selected',
  'data-saved',
];
const EVENTS = ['click', 'keyup', 'input', 'change', 'submit'];
const CONTROLS = 'input, select, textarea';

/** How often, in milliseconds, controls are compared: bulk buttons set values with no event and no mutation. */
const COMPARE_EVERY = 1000;

/**
 * Calls `onChange` when the page may read differently, whoever changed it and however: at once for the first thing a user
 * does in a frame, and at most once a frame for the rest; stops with `signal`. Watches the whole document, so a register that is swapped for another is seen too. Does nothing while the
 * page is hidden. Changes inside elements with `data-rw`, and such elements coming and going, are our own and not told.
 */
export function observe(document: Document, signal: AbortSignal, onChange: () => void): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;

  let frame = 0;
  const tell = (): void => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      onChange();
    });
  };

  // Browsers draw a frame between a user's action and any timer, so a warning that is to be in that frame is made here,
  // after the page's own handlers; what they do later, or keep from bubbling, is told in the frame as ever.
  let hastened = false;
  const hasten = ({ isTrusted }: Event): void => {
    if (!isTrusted || hastened) return;
    hastened = true;
    view.requestAnimationFrame(() => {
      hastened = false;
    });
    onChange();
  };

  const observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) tell();
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: MARK_ATTRIBUTES,
  });
  for (const type of EVENTS) {
    view.addEventListener(type, tell, { capture: true, passive: true, signal });
    view.addEventListener(type, hasten, { passive: true, signal });
  }

  let timer = 0;
  let before = fingerprint(document);
  const compare = (): void => {
    const now = fingerprint(document);
    if (now !== before) tell();
    before = now;
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

/** A number that differs, but for a chance of one in four thousand million, when any control holds something else. */
function fingerprint(document: Document): number {
  let hash = 0x811c9dc5;
  const mix = (n: number): void => {
    hash = Math.imul(hash ^ n, 0x01000193);
  };
  for (const control of document.querySelectorAll(CONTROLS)) {
    if (control instanceof HTMLSelectElement) mix(control.selectedIndex + 2);
    else if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
      mix(control.checked ? 1 : 0);
    else for (const letter of `${(control as HTMLInputElement).value}\n`) mix(letter.charCodeAt(0));
  }
  return hash;
}

function isOurs({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  const parent = target instanceof Element ? target : target.parentElement;
  if (parent?.closest('[data-rw]')) return true;
  if (type !== 'childList') return false;
  return [...addedNodes, ...removedNodes].every(
    (node) => node instanceof Element && node.hasAttribute('data-rw'),
  );
}
