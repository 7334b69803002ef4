import { type ComponentChild, render } from 'preact';
import { base, tokens } from '../tokens.ts';

/**
 * One piece of ours in the page: a host that takes no part in the page's layout, and a closed root inside it. The host
 * has no size and never changes; what is seen is `inner`, so whoever watches the page's nodes sees us come and go only.
 */
export interface Container {
  readonly host: HTMLElement;
  /** The box that the content is drawn in; its class and data are unseen by the page. */
  readonly inner: HTMLElement;
  /** Draws; drawing again updates in place. */
  show(content: ComponentChild): void;
  /** Takes the host out of the page and lets the content go. */
  remove(): void;
}

/** Where and how a container is made. */
export interface ContainerOptions {
  readonly document: Document;
  /** `open` only in tests: a page must not reach inside. */
  readonly mode: ShadowRootMode;
  readonly tone: 'light' | 'dark';
  /** Styles of what is drawn, besides the tokens. */
  readonly css: string;
  readonly position: 'absolute' | 'fixed';
}

/** Important rules of a root's own sheet outrank every rule of the page, its important ones included. */
const HOST = {
  absolute:
    'position:absolute!important;width:0!important;height:0!important;pointer-events:auto!important}.in{position:absolute;left:0;top:0;width:max-content;visibility:hidden',
  fixed:
    'position:fixed!important;inset:auto 0 0 0!important;z-index:2147483646!important;pointer-events:none!important',
};

/** What is put on paper is the page's alone. */
const UNPRINTED = '@media print{:host{display:none!important}}';

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** A container not yet in the page. */
export function container({ document, mode, tone, css, position }: ContainerOptions): Container {
  const host = document.createElement('span');
  host.dataset.rw = tone;
  const root = host.attachShadow({ mode, delegatesFocus: true });
  const inner = document.createElement('span');
  inner.className = 'in';
  dress(
    root,
    document,
    `:host{all:initial!important;display:block!important;${HOST[position]}}${UNPRINTED}${css}`,
  );
  root.append(inner);
  return {
    host,
    inner,
    show: (content) => render(content, inner),
    remove() {
      render(null, inner);
      host.remove();
    },
  };
}

/** Gives a root the tokens and `css`. One sheet is shared by all roots; Firefox lets no content script adopt one, so there each root gets its own. */
export function dress(root: ShadowRoot, document: Document, css: string): void {
  const text = tokens + base + css;
  try {
    root.adoptedStyleSheets = [sharedSheet(document, text)];
  } catch {
    const style = document.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}

function sharedSheet(document: Document, text: string): CSSStyleSheet {
  const own = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, own);
  let sheet = own.get(text);
  if (!sheet) {
    const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    sheet = new Sheet();
    sheet.replaceSync(text);
    own.set(text, sheet);
  }
  return sheet;
}
