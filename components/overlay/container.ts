import { type ComponentChild, render } from 'preact';
import { base, tokens } from '../tokens.ts';

/** One piece of ours in the page: a host that takes no part in the page's layout, and a closed root inside it. */
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

const LAYER = {
  absolute: 'width:max-content!important;visibility:hidden!important',
  fixed: 'inset:auto 0 0 0!important;z-index:2147483646!important;pointer-events:none!important',
};

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** A host of a neutral name, not yet in the page. Its styles are set so that no rule of the page can reach them. */
export function container({ document, mode, tone, css, position }: ContainerOptions): Container {
  const host = document.createElement('span');
  host.dataset.rw = tone;
  host.style.cssText = `all:initial!important;display:block!important;position:${position}!important;${LAYER[position]}`;
  const root = host.attachShadow({ mode, delegatesFocus: true });
  const inner = document.createElement('span');
  inner.className = 'in';
  dress(root, document, css);
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

/** One sheet is shared by all roots; Firefox lets no content script adopt one, so there each root gets its own. */
function dress(root: ShadowRoot, document: Document, css: string): void {
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
