import { written } from './dates.ts';
import { deepAll } from './deep.ts';

/** Where a page says the date or the session, and how. */
export type Said = {
  readonly at: string;
  readonly in: 'text' | 'value' | 'select' | 'selects' | 'chosen' | 'data-date';
} & (
  | { readonly as: keyof typeof written; readonly words?: never }
  | { readonly words: Readonly<Record<string, string>>; readonly as?: never }
);

/** One such place on the page as it is. */
export interface SaidPlace {
  /** Says another date or session in the place's own way. False, here and below, when the page no longer lets it. */
  choose(value: string): boolean;
  /** Says these words instead, as text. */
  write(words: string): boolean;
  remove(): boolean;
  /** What stands there. */
  readonly elements: readonly Element[];
}

/** The places of a page that now say `value`. */
export function placesOf(document: Document, said: Said, value: string): SaidPlace[] {
  const elements = deepAll(document, said.at);
  const words = (one: string): string => (said.words ? (said.words[one] ?? one) : written[said.as](one));
  const [element] = elements;
  if (!element) return [];
  let now = words(value);
  const swapText = (next: string): boolean => {
    const text = textWith(element, now);
    if (text) text.data = text.data.replace(now, next);
    now = next;
    return text !== null;
  };
  const stands = (): boolean => elements.every((one) => one.isConnected);
  const swapAll = (next: string): boolean => {
    if (!stands()) return false;
    const span = element.ownerDocument.createElement('span');
    span.textContent = next;
    element.replaceWith(span);
    for (const other of elements) if (other !== element) other.remove();
    return true;
  };
  const removeAll = (): boolean => {
    if (!stands()) return false;
    for (const one of elements) one.remove();
    return true;
  };
  if (said.in === 'text')
    return [
      { elements, choose: (next) => swapText(words(next)), write: swapText, remove: () => swapText('') },
    ];
  if (said.in === 'data-date') {
    const set = (next: string | null): boolean => {
      if (next === null) element.removeAttribute('data-date');
      else element.setAttribute('data-date', next);
      return true;
    };
    return [{ elements: [], choose: set, write: () => set(null), remove: () => set(null) }];
  }
  const place = { elements, write: swapAll, remove: removeAll };
  if (said.in === 'value') {
    const input = element as HTMLInputElement;
    const set = (next: string): boolean => {
      if (input.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(next)) input.type = 'text';
      input.value = next;
      return stands();
    };
    return [{ elements, choose: (next) => set(words(next)), write: set, remove: removeAll }];
  }
  if (said.in === 'select')
    return [{ ...place, choose: (next) => stands() && chooseIn(element, words(next)) }];
  if (said.in === 'selects')
    return [
      {
        ...place,
        choose: (next) => {
          const [year, month, day] = next.split('-').map(Number);
          [day, month, year].forEach((part, i) => {
            (elements[i] as HTMLSelectElement).value = String(part);
          });
          return stands();
        },
      },
    ];
  return [{ ...place, choose: (next) => stands() && press(elements, words(next)) }];
}

/** Chooses the option that begins with some words; none when there is none. */
function chooseIn(element: Element, words: string): boolean {
  const select = element as HTMLSelectElement;
  select.selectedIndex = [...select.options].findIndex(({ text }) => text.startsWith(words));
  return select.selectedIndex >= 0;
}

/** Presses the button with these words, and no other: attributes and classes go from one to the other. */
function press(buttons: readonly Element[], words: string): boolean {
  const pressed = buttons.find((one) => isPressed(one));
  const other = buttons.find((one) => one.textContent?.trim() === words);
  if (!pressed || !other || pressed === other) return false;
  for (const name of ['class', 'aria-pressed', 'aria-selected', 'aria-current']) {
    const [was, will] = [pressed.getAttribute(name), other.getAttribute(name)];
    if (will !== null) pressed.setAttribute(name, will);
    if (was !== null) other.setAttribute(name, was);
  }
  return true;
}

const isPressed = (one: Element): boolean =>
  ['aria-pressed', 'aria-selected', 'aria-current'].some((name) => one.getAttribute(name) === 'true');

function textWith(element: Element, words: string): Text | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if ((walker.currentNode as Text).data.includes(words)) return walker.currentNode as Text;
  return null;
}
