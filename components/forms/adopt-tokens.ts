import { tokens } from '../tokens.ts';

/** Gives one of our own pages the colours and type that the overlay draws with. */
export function adoptTokens(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens);
  document.adoptedStyleSheets.push(sheet);
}
