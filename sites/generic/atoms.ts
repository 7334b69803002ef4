import type { Cell, Line } from './sheet.ts';

const WHOLE = new Set(['input', 'select', 'textarea', 'button', 'a', 'svg', 'img', 'label']);
const WHOLE_BY_ROLE = '[role=button], [role=radio], [role=combobox], [contenteditable]';
const UNREAD = new Set(['script', 'style', 'template']);
const SAMPLE = 30;

/**
 * The smallest parts of cards: what has words of its own, is a control, or is drawn. Those that stand at the same path in
 * their card are one column; classes are part of the path only where all cards have them, as some change with the mark.
 */
export function atomsOf(lines: readonly (readonly Element[])[]): readonly Line[] {
  const stable = stableClasses(lines.slice(0, SAMPLE));
  const numbers = new Map<string, number>();
  const dress = new Map<string, string>();
  const kindOf = (element: Element): string => {
    const key = `${element.localName} ${element.getAttribute('class') ?? ''}`;
    const known = dress.get(key);
    if (known !== undefined) return known;
    const kind = [element.localName, ...[...element.classList].filter((name) => stable.has(name))].join('.');
    dress.set(key, kind);
    return kind;
  };
  return lines.map((parts): Line => {
    const cells: Cell[] = [];
    const walk = (element: Element, path: string): void => {
      if (UNREAD.has(element.localName) || isKeptOut(element)) return;
      const trees = element.shadowRoot ? [element.shadowRoot, element] : [element];
      const inner = isWhole(element) ? [] : trees.flatMap((tree) => [...tree.children]);
      if (inner.length === 0 || hasOwnWords(element)) {
        const column = numbers.get(path) ?? numbers.size;
        numbers.set(path, column);
        cells.push({ element, column });
      }
      const seen = new Map<string, number>();
      for (const child of inner) {
        const kind = kindOf(child);
        const nth = seen.get(kind) ?? 0;
        seen.set(kind, nth + 1);
        walk(child, `${path}/${kind}:${nth}`);
      }
    };
    for (const [i, part] of parts.entries()) walk(part, `${i}`);
    return { parts, cells };
  });
}

const isWhole = (element: Element): boolean => WHOLE.has(element.localName) || element.matches(WHOLE_BY_ROLE);

/** Our own, and what is copied for looks; signs are hidden from assistive technology and seen all the same. */
const isKeptOut = (element: Element): boolean =>
  element.hasAttribute('data-rw') ||
  (element.getAttribute('aria-hidden') === 'true' && !['svg', 'i', 'img'].includes(element.localName));

const hasOwnWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

function stableClasses(lines: readonly (readonly Element[])[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const parts of lines) {
    const elements = parts.flatMap((part) => [part, ...(part.shadowRoot ?? part).querySelectorAll('*')]);
    for (const name of new Set(elements.flatMap((element) => [...element.classList])))
      times.set(name, (times.get(name) ?? 0) + 1);
  }
  return new Set([...times].flatMap(([name, count]) => (count === lines.length ? [name] : [])));
}
