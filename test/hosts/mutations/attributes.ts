import { deepFind, everyElement } from './deep.ts';
import type { Dice } from './dice.ts';
import type { Operators } from './operator.ts';
import { exchange, linesOf, type Scene } from './scene.ts';

const all = (scene: Scene): Element[] => everyElement(scene.document.body);
const lined = (scene: Scene): Element[] => everyElement(...linesOf(scene).flatMap(({ parts }) => parts));

/** Names, classes and numbers of elements: what a new build of a page changes without a person seeing it. */
export const attributes: Operators = {
  'all classes hashed': (scene, dice) => renameClasses(scene, dice, 1),
  'some classes hashed': (scene, dice) => renameClasses(scene, dice, 0.4),
  'classes dropped': (scene) => {
    keepLooks(scene);
    return drop(all(scene), ({ name }) => name === 'class');
  },
  'data attributes renamed': (scene, dice) => {
    const word = dice.word();
    return rename(
      all(scene),
      ({ name }) => name.startsWith('data-'),
      (name) => `data-${word}${name.slice(4)}`,
    );
  },
  'data attributes dropped': (scene) => drop(all(scene), ({ name }) => name.startsWith('data-')),
  'some data attributes dropped': (scene, dice) => {
    const names = [...new Set(all(scene).flatMap((one) => one.getAttributeNames()))].filter((name) =>
      name.startsWith('data-'),
    );
    if (names.length === 0) return false;
    const gone = new Set(dice.some(names, 0.5));
    return drop(all(scene), ({ name }) => gone.has(name));
  },
  'attributes of the lines dropped': (scene) =>
    drop(
      linesOf(scene).flatMap(({ parts }) => parts),
      ({ name }) => name !== 'style' && name !== 'role',
    ),
  'ids dropped': (scene) => drop(all(scene), ({ name }) => name === 'id'),
  'ids changed': (scene, dice) => {
    const word = dice.word();
    for (const one of all(scene))
      for (const name of ['id', 'for', 'aria-labelledby', 'aria-describedby', 'headers']) {
        const value = one.getAttribute(name);
        if (value)
          one.setAttribute(
            name,
            value
              .split(' ')
              .map((id) => `${word}-${id}`)
              .join(' '),
          );
      }
    return true;
  },
  'ids duplicated': (scene, dice) => {
    const word = dice.word();
    for (const one of dice.some(lined(scene), 0.3)) one.id = word;
    return true;
  },
  'field names hashed': (scene, dice) => {
    const [word, fields] = [dice.word(), all(scene).filter((one) => one.hasAttribute('name'))];
    for (const one of fields) one.setAttribute('name', `${word}${one.getAttribute('name')}`);
    return fields.length > 0;
  },
  'names of drop-downs dropped': (scene) =>
    drop(deepFind(all(scene), 'select'), ({ name }) => name === 'name' || name === 'id'),
  'hidden fields dropped': (scene) => removeAll(deepFind([scene.document.body], 'input[type=hidden]')),
  'links made plain text': (scene) => {
    const links = linesOf(scene).flatMap(({ parts }) => deepFind(parts, 'a[href]'));
    for (const link of links) retag(scene, link, 'span', ['href', 'target']);
    return links.length > 0;
  },
  'links that lead nowhere': (scene) => {
    const links = linesOf(scene).flatMap(({ parts }) => deepFind(parts, '[href], [data-href]'));
    for (const link of links) link.setAttribute(link.hasAttribute('href') ? 'href' : 'data-href', '#');
    return links.length > 0;
  },
  'roles dropped': (scene) => drop(all(scene), ({ name }) => name === 'role'),
  'aria attributes dropped': (scene) =>
    drop(all(scene), ({ name }) => /^aria-(?!pressed|selected|current|checked|hidden)/.test(name)),
  'titles and spoken names dropped': (scene) =>
    drop(all(scene), ({ name }) => name === 'title' || name === 'aria-label'),
  'column names renamed': (scene, dice) => {
    const word = dice.word();
    const names = ['col-id', 'data-field', 'data-columnid', 'tabulator-field', 'data-dt-column'];
    const named = all(scene).filter((one) => names.some((name) => one.hasAttribute(name)));
    for (const one of named)
      for (const name of names)
        if (one.hasAttribute(name)) one.setAttribute(name, `${word}${one.getAttribute(name)}`);
    return named.length > 0;
  },
  'column names dropped': (scene) =>
    drop(lined(scene), ({ name }) =>
      ['col-id', 'data-field', 'data-columnid', 'tabulator-field', 'headers'].includes(name),
    ),
  'column numbers dropped': (scene) =>
    drop(all(scene), ({ name }) => /^(?:aria-colindex|data-colindex|aria-colcount)$/.test(name)),
  'tags renamed': (scene, dice) => {
    const [from, to] = dice.pick([
      ['span', 'b'],
      ['a', 'span'],
      ['div', 'section'],
      ['h1, h2, h3, h4', 'div'],
      ['b, strong', 'x-text'],
      ['label', 'span'],
      ['p', 'div'],
    ] as const);
    const found = all(scene).filter((one) => one.matches(from) && !one.shadowRoot && !one.matches('body'));
    for (const one of found) retag(scene, one, to, from === 'a' ? ['href'] : []);
    return found.length > 0;
  },
  'tables made of divs': (scene) => {
    const tags = deepFind([scene.registers[0].root], 'table, thead, tbody, tfoot, tr, td, th, caption');
    const display: Record<string, string> = {
      TR: 'table-row',
      TD: 'table-cell',
      TH: 'table-cell',
      TABLE: 'table',
    };
    for (const one of tags) {
      const made = retag(scene, one, 'div', ['scope']);
      (made as HTMLElement).style.display = display[one.tagName] ?? 'block';
    }
    return tags.length > 0;
  },
  'rows and cells given roles': (scene) => {
    for (const rows of scene.rows)
      for (const row of rows) {
        if (!row.hasAttribute('role')) row.setAttribute('role', 'row');
        for (const cell of row.querySelectorAll(scene.anatomy.cells))
          if (!cell.hasAttribute('role'))
            cell.setAttribute('role', row === scene.head ? 'columnheader' : 'cell');
      }
    return scene.head !== null;
  },
};

/** Puts an element of another tag in the place of one, with all it has; some attributes go. */
export function retag(scene: Scene, old: Element, tag: string, without: readonly string[]): Element {
  const made = scene.document.createElement(tag);
  for (const { name, value } of old.attributes) if (!without.includes(name)) made.setAttribute(name, value);
  made.append(...old.childNodes);
  exchange(scene, old, made);
  return made;
}

/** What only a style sheet shows stays as it looks, as it does in a new build with a style sheet of its own. */
function keepLooks(scene: Scene): void {
  for (const one of everyElement(scene.document.body))
    if (one instanceof HTMLElement && one.className && getComputedStyle(one).display === 'none')
      one.style.display = 'none';
  const looks = linesOf(scene).flatMap(({ choices, markAt }) => [
    ...choices,
    ...deepFind([markAt], '[class*=icon]'),
  ]);
  for (const one of looks) {
    const { color, backgroundColor } = getComputedStyle(one);
    Object.assign((one as HTMLElement).style, { color, backgroundColor });
  }
}

function renameClasses(scene: Scene, dice: Dice, share: number): boolean {
  keepLooks(scene);
  const classed = all(scene).filter((one) => one.classList.length > 0);
  const names = [...new Set(classed.flatMap((one) => [...one.classList]))];
  if (names.length === 0) return false;
  const hashed = new Map(dice.some(names, share).map((name) => [name, `c${dice.word()}`]));
  for (const one of classed)
    one.setAttribute('class', [...one.classList].map((name) => hashed.get(name) ?? name).join(' '));
  return true;
}

function drop(elements: readonly Element[], which: (attribute: Attr) => boolean): boolean {
  let dropped = 0;
  for (const one of elements)
    for (const attribute of [...one.attributes])
      if (which(attribute)) {
        one.removeAttribute(attribute.name);
        dropped++;
      }
  return dropped > 0;
}

function rename(
  elements: readonly Element[],
  which: (attribute: Attr) => boolean,
  to: (name: string) => string,
): boolean {
  let renamed = 0;
  for (const one of elements)
    for (const attribute of [...one.attributes])
      if (which(attribute)) {
        one.removeAttribute(attribute.name);
        one.setAttribute(to(attribute.name), attribute.value);
        renamed++;
      }
  return renamed > 0;
}

function removeAll(elements: readonly Element[]): boolean {
  for (const one of elements) one.remove();
  return elements.length > 0;
}
