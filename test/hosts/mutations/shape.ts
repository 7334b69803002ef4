import { everyText } from './deep.ts';
import type { Operators } from './operator.ts';
import { cellsOf, linesOf, type Scene } from './scene.ts';

/** How the page is nested and its texts are cut: a person sees no difference. */
export const shape: Operators = {
  'what the cells hold wrapped': (scene, dice) => {
    const tag = dice.pick(['div', 'span', 'x-cell']);
    for (const cell of allCells(scene)) {
      const wrap = scene.document.createElement(tag);
      wrap.append(...cell.childNodes);
      cell.append(wrap);
    }
    return true;
  },
  'names wrapped twice': (scene) => {
    for (const { nameAt } of linesOf(scene)) {
      const [outer, inner] = [scene.document.createElement('span'), scene.document.createElement('b')];
      inner.append(...nameAt.childNodes);
      outer.append(inner);
      nameAt.append(outer);
    }
    return true;
  },
  'lines wrapped': (scene) => {
    for (const part of linesOf(scene).flatMap(({ parts }) => parts)) {
      if (part.matches('tr')) return false;
      const wrap = scene.document.createElement('div');
      part.replaceWith(wrap);
      wrap.append(part);
    }
    return true;
  },
  'the register wrapped': (scene, dice) => {
    for (let times = 1 + dice.int(4); times > 0; times--) {
      const wrap = scene.document.createElement(dice.pick(['div', 'section', 'article']));
      scene.registers[0].root.replaceWith(wrap);
      wrap.append(scene.registers[0].root);
    }
    return true;
  },
  'a table for layout around the register': (scene) => {
    const { root } = scene.registers[0];
    const table = scene.document.createElement('table');
    const row = table.insertRow();
    row.insertCell().textContent = 'Menu';
    root.replaceWith(table);
    row.insertCell().append(root);
    return true;
  },
  'the body in several bodies': (scene, dice) => {
    const lines = linesOf(scene);
    const body = lines[0]?.parts[0]?.parentElement;
    if (
      !body?.matches('tbody') ||
      lines.some(({ parts }) => parts.length > 1 || parts[0]?.parentElement !== body)
    )
      return false;
    const next = body.cloneNode(false) as Element;
    body.after(next);
    next.append(...lines.slice(4 + dice.int(lines.length - 6)).map(({ parts }) => parts[0] as Element));
    return true;
  },
  'texts cut in two': (scene, dice) => {
    for (const text of everyText(scene.document.body)) {
      if (text.data.length < 2 || text.parentElement?.matches('option, textarea, title')) continue;
      const cut = text.splitText(1 + dice.int(text.data.length - 1));
      if (dice.chance(0.3)) cut.before(scene.document.createComment('!'));
    }
    return true;
  },
  'blanks that do not break': (scene) => padded(scene, (text) => text.replaceAll(' ', '\u00a0')),
  'blanks around every text': (scene) => padded(scene, (text) => `\n   ${text}\t `),
  'blanks that do not break around every text': (scene) => padded(scene, (text) => `\u00a0${text}\u00a0`),
  'marks without width in every text': (scene) => padded(scene, (text) => `\u200b${text}\ufeff`),
  'marks without width within every text': (scene) =>
    padded(scene, (text) => `${text.slice(0, 1)}\u200b${text.slice(1)}`),
  'soft hyphens in the names': (scene) => {
    for (const text of linesOf(scene).flatMap(({ nameAt }) => everyText(nameAt)))
      text.data = text.data.replace(/(\p{L}{3})(\p{L})/u, '$1\u00ad$2');
    return true;
  },
  'names with a badge beside them': (scene, dice) => {
    if (linesOf(scene)[0]?.nameAt.matches(scene.anatomy.cells)) return false;
    for (const { nameAt } of dice.some(linesOf(scene), 0.4)) {
      const badge = scene.document.createElement('sup');
      badge.textContent = dice.pick(['SEN', 'PP', 'EAL', 'FSM']);
      nameAt.after(badge);
    }
    return true;
  },
  'elements without content added': (scene, dice) => {
    for (const cell of dice.some(allCells(scene), 0.4))
      cell.prepend(scene.document.createElement(dice.pick(['span', 'i', 'div'])));
    return true;
  },
};

const allCells = (scene: Scene): Element[] =>
  linesOf(scene)
    .flatMap(({ parts }) => parts)
    .flatMap((part) => cellsOf(scene, part))
    .filter((cell) => !cell.matches('select, button, img, a, h4, x-select, x-link'));

function padded(scene: Scene, to: (text: string) => string): boolean {
  for (const text of everyText(scene.document.body))
    if (!text.parentElement?.matches('textarea, title')) text.data = to(text.data);
  return true;
}
