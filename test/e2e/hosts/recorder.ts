import type { Page } from '@playwright/test';

/** What was done to a page by the end, as the page itself can tell. */
export interface Recording {
  /** Events that no person caused and no script of the page sent. */
  readonly sent: readonly string[];
  /** What the page's own scripts did to its controls: `value`, `click change`, and how often. */
  readonly calls: Readonly<Record<string, number>>;
  /** How often a node of ours came into the page. */
  readonly ours: number;
  /** Nodes of ours that are more than an empty, unnamed host. */
  readonly odd: readonly string[];
}

/** What the page holds: its markup without ours, open shadow roots included, and all that is in its fields. */
export interface Picture {
  readonly html: string;
  readonly fields: readonly string[];
  readonly posted: readonly string[];
  /** Null while one of our own buttons has it. */
  readonly focus: string | null;
  readonly counts: string;
}

/** What MUI draws of a click, for a moment. */
const RIPPLE = /<span class=\\"(?:css-\w+ )?MuiTouchRipple-ripple.*?<\/span><\/span>/g;

const STILL = 250;
const AT_MOST = 2500;

/** Identifiers that a page makes up anew each time. */
const MADE_UP = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

type Recorder = {
  readonly __recorder: { recording: () => Recording; picture: () => Picture; stillFor: () => number };
};

/** Records from before the first script of any document in `page` runs, in the world of the page's own scripts. */
export const record = (page: Page): Promise<unknown> => page.addInitScript(install);

/** What was recorded in every frame since each was loaded. */
export const recordings = (page: Page): Promise<readonly Recording[]> =>
  Promise.all(
    page
      .frames()
      .map((frame) => frame.evaluate(() => (globalThis as unknown as Recorder).__recorder.recording())),
  );

/** Waits until nothing in any frame has changed for a while. */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + AT_MOST;
  for (;;) {
    await page.waitForTimeout(60);
    const still = await Promise.all(
      page
        .frames()
        .map((frame) => frame.evaluate(() => (globalThis as unknown as Recorder).__recorder.stillFor())),
    );
    if (Math.min(...still) > STILL || Date.now() > until) return;
  }
}

/** What every frame holds now. `without` is text that differs between runs. */
export async function pictures(page: Page, without: readonly string[]): Promise<readonly Picture[]> {
  const all = await Promise.all(
    page
      .frames()
      .map((frame) => frame.evaluate(() => (globalThis as unknown as Recorder).__recorder.picture())),
  );
  const plain = (text: string) =>
    without
      .reduce((rest, one) => rest.replaceAll(one, '…'), text)
      .replace(MADE_UP, '…')
      .replace(RIPPLE, '');
  return all.map((picture) => JSON.parse(plain(JSON.stringify(picture))) as Picture);
}

/** Runs in the page: nothing outside this function can be named in it. */
function install(): void {
  const TYPES =
    'click dblclick mousedown mouseup pointerdown pointerup keydown keypress keyup beforeinput input change submit reset focus blur focusin focusout invalid paste select';
  const OURS = /<span data-rw[^>]*><\/span>/g;
  const sent: string[] = [];
  const calls: Record<string, number> = {};
  const odd: string[] = [];
  let ours = 0;
  let inCall = 0;
  const own = new WeakSet<Event>();
  const roots: (Document | ShadowRoot)[] = [];
  const count = (what: string) => {
    calls[what] = (calls[what] ?? 0) + 1;
  };

  const hear = (event: Event) => {
    if (!event.isTrusted && !own.has(event) && inCall === 0) sent.push(event.type);
  };
  let last = 0;
  const changed = new MutationObserver((records) => {
    last = performance.now();
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLElement && node.hasAttribute('data-rw'))) continue;
      ours++;
      const others = node.getAttributeNames().filter((name) => name !== 'data-rw' && name !== 'aria-hidden');
      if (node.localName !== 'span' || node.childNodes.length > 0 || others.length > 0)
        odd.push(node.outerHTML);
    }
  });
  const watch = (root: Document | ShadowRoot) => {
    roots.push(root);
    for (const type of TYPES.split(' ')) root.addEventListener(type, hear, true);
    changed.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };

  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    own.add(event);
    count(`dispatch ${event.type}`);
    return dispatch.call(this, event);
  };
  const within = (holder: object, name: string) => {
    const about = Object.getOwnPropertyDescriptor(holder, name);
    const before = about?.value as ((...args: unknown[]) => unknown) | undefined;
    if (!before) return;
    Object.defineProperty(holder, name, {
      ...about,
      value(this: unknown, ...args: unknown[]) {
        count(name);
        inCall++;
        try {
          return before.apply(this, args);
        } finally {
          inCall--;
        }
      },
    });
  };
  for (const name of ['click', 'focus', 'blur']) within(HTMLElement.prototype, name);
  for (const name of ['submit', 'requestSubmit', 'reset']) within(HTMLFormElement.prototype, name);
  const setting = (holder: object, name: string) => {
    const about = Object.getOwnPropertyDescriptor(holder, name);
    if (!about?.set) return;
    Object.defineProperty(holder, name, {
      ...about,
      set(this: unknown, value: unknown) {
        count(`set ${name}`);
        about.set?.call(this, value);
      },
    });
  };
  setting(HTMLInputElement.prototype, 'value');
  setting(HTMLInputElement.prototype, 'checked');
  setting(HTMLTextAreaElement.prototype, 'value');
  setting(HTMLOptionElement.prototype, 'selected');
  for (const name of ['value', 'selectedIndex']) setting(HTMLSelectElement.prototype, name);

  const everywhere = (selector: string) =>
    roots
      .filter((root) => root instanceof Document || root.host.isConnected)
      .flatMap((root) => [...root.querySelectorAll(selector)]);
  const focused = (): Element | null => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const picture = (): Picture => ({
    html: document.documentElement
      .getHTML({
        shadowRoots: roots.filter(
          (root): root is ShadowRoot => root instanceof ShadowRoot && root.mode === 'open',
        ),
      })
      .replace(OURS, ''),
    fields: everywhere('input,select,textarea').map((field) => {
      const { value, checked, selectedIndex } = field as HTMLInputElement & HTMLSelectElement;
      return `${field.localName} ${value} ${checked ?? ''} ${selectedIndex ?? ''}`;
    }),
    posted: [...document.forms].flatMap((form) => [...new FormData(form)].map(String)),
    // With the Tab key a person comes by our buttons as well.
    focus: focused()?.matches('[data-rw]') ? null : (focused()?.outerHTML.replace(OURS, '') ?? ''),
    counts: [document.links, document.forms, document.images].map(({ length }) => length).join(' '),
  });
  const recording = (): Recording => ({ sent, calls, ours, odd });
  const stillFor = () => performance.now() - last;
  Object.assign(globalThis, { __recorder: { recording, picture, stillFor } });
}
