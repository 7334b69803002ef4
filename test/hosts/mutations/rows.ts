import { everyElement, everyText } from './deep.ts';
import type { Dice } from './dice.ts';
import { clearMark, setStand, standOf } from './marks.ts';
import { renumber } from './numbers.ts';
import type { Operator, Operators } from './operator.ts';
import { copyLine, type Line, linesOf, type Scene } from './scene.ts';

/** Lines that come, go and change places. */
export const rows: Operators = {
  'lines shuffled': (scene, dice) => reorder(scene, dice.shuffled(linesOf(scene))),
  'lines in the opposite order': (scene) => reorder(scene, linesOf(scene).toReversed()),
  'two lines changed places': (scene, dice) => {
    const lines = linesOf(scene);
    const [a, b] = dice.shuffled(lines);
    return reorder(
      scene,
      lines.map((line) => (line === a ? (b as Line) : line === b ? (a as Line) : line)),
    );
  },
  'some lines removed': (scene, dice) => {
    for (const line of dice.some(linesOf(scene), 0.3)) {
      for (const part of line.parts) part.remove();
      line.there = false;
    }
    return true;
  },
  'all lines but three removed': (scene, dice) => {
    const kept = new Set(dice.some(linesOf(scene), 0, 3));
    for (const line of linesOf(scene)) {
      if (kept.has(line)) continue;
      for (const part of line.parts) part.remove();
      line.there = false;
    }
    return true;
  },
  'a line doubled': (scene, dice) => {
    after(dice.pick(linesOf(scene)), (line) => copyLine(line));
    return true;
  },
  'a line doubled with another mark': (scene, dice) => {
    const line = dice.pick(linesOf(scene));
    const other = linesOf(scene).find(({ code }) => code !== null && code !== line.code);
    const copy = after(line, (one) => copyLine(one));
    if (!other || copy.choices.length > 0) return false;
    setStand(copy, standOf(other));
    line.knowable = false;
    return true;
  },
  'some lines hidden by a filter': (scene, dice) => {
    for (const line of dice.some(linesOf(scene), 0.4))
      for (const part of line.parts) (part as HTMLElement).style.display = 'none';
    return true;
  },
  'a row of totals added': (scene, dice) => extra(scene, dice, 'Total present', (i) => String(20 + i)),
  'a row of controls added, “Set all to”': (scene, dice) => extra(scene, dice, 'Set all to', () => ''),
  'a row of controls added, “All pupils”': (scene, dice) => extra(scene, dice, 'All pupils', () => ''),
  'a row that names a group added': (scene, dice) => extra(scene, dice, 'Girls', () => '', true),
  'an empty row added': (scene, dice) => extra(scene, dice, '', () => '', true),
  'half of the lines not loaded yet': (scene, dice) => skeleton(scene, dice, 0.5),
  'three lines not loaded yet': (scene, dice) => skeleton(scene, dice, 0.1),
  'lines used again for other pupils': recycled,
  'one half of the lines one row behind': (scene, dice) => {
    const lines = linesOf(scene);
    if ((lines[0]?.parts.length ?? 0) < 2) return false;
    const gone = dice.int(lines.length);
    lines[gone]?.parts[dice.int(2)]?.remove();
    for (const line of lines.slice(gone)) line.knowable = false;
    return true;
  },
};

function reorder(scene: Scene, order: readonly Line[]): boolean {
  const lines = linesOf(scene);
  const places = lines.map(({ parts }) =>
    parts.map((part) => {
      const place = scene.document.createComment('');
      part.before(place);
      return place;
    }),
  );
  const moved = order.map(({ parts }) => parts);
  places.forEach((marks, i) => {
    marks.forEach((mark, part) => {
      mark.replaceWith(moved[i]?.[part] as Element);
    });
  });
  return lines.length > 1;
}

function after(line: Line, make: (line: Line) => Line): Line {
  const copy = make(line);
  line.parts.forEach((part, i) => {
    part.after(copy.parts[i] as Element);
  });
  return copy;
}

/** A row like a pupil's that is none: at the top, the end, or between. */
function extra(scene: Scene, dice: Dice, name: string, mark: (i: number) => string, bare = false): boolean {
  const lines = linesOf(scene);
  const at = dice.pick([lines[0], lines.at(-1), dice.pick(lines)]) as Line;
  const copy = after(at, (line) => {
    const made = copyLine(line);
    anonymous(made, dice);
    return made;
  });
  for (const text of everyText(...copy.parts))
    if (!text.parentElement?.closest('option, label, button')) text.data = '';
  copy.nameAt.textContent = name;
  if (bare)
    for (const choice of [...copy.choices, copy.markAt])
      if (!copy.parts.includes(choice)) choice.replaceChildren();
  if (bare)
    for (const one of copy.parts.flatMap((part) => [
      ...part.querySelectorAll('select, input, button, label'),
    ]))
      one.remove();
  else if (scene.labels === 'text') copy.markAt.textContent = mark(dice.int(5));
  else clearMark(scene, copy);
  return true;
}

/** Takes every trace of the pupil from a line's attributes. */
function anonymous(line: Line, dice: Dice): void {
  const word = dice.word();
  renumber([line], new Map(line.ids.map((id) => [id, ''])));
  for (const element of everyElement(...line.parts)) {
    for (const name of ['title', 'aria-label', 'href', 'data-href', 'value'])
      if (!element.matches('option, input[type=radio]')) element.removeAttribute(name);
    if (element.hasAttribute('name'))
      element.setAttribute('name', element.matches('input[type=radio]') ? word : '');
    element.removeAttribute('id');
  }
}

function skeleton(scene: Scene, dice: Dice, share: number): boolean {
  for (const line of dice.some(linesOf(scene), share, 3)) {
    anonymous(line, dice);
    for (const one of deepControls(line)) one.remove();
    for (const text of everyText(...line.parts)) text.data = '';
    line.nameAt.textContent = dice.chance(0.5) ? 'Loading…' : '';
    line.there = false;
  }
  return true;
}

const deepControls = (line: Line): Element[] =>
  everyElement(...line.parts).filter((one) => one.matches('select, input, button, label, x-select'));

/** Elements stay, pupils go on: each line's content and attributes come from the one some places further. */
function recycled(...[scene, dice]: Parameters<Operator>): boolean {
  const lines = linesOf(scene);
  const by = 1 + dice.int(lines.length - 1);
  const ticked = lines
    .flatMap(({ choices }) => choices)
    .filter((one) => one instanceof HTMLInputElement && one.checked);
  const held = lines.map(({ parts }) =>
    parts.map((part) => ({
      nodes: [...part.childNodes],
      attributes: [...part.attributes].map(({ name, value }) => [name, value] as const),
    })),
  );
  const parts = lines.map((line) => line.parts);
  lines.forEach((line, i) => {
    const to = (i + by) % lines.length;
    line.parts = parts[to] as Element[];
    line.parts.forEach((part, at) => {
      const from = held[i]?.[at];
      if (!from) return;
      for (const [name, value] of from.attributes)
        if (name !== 'style' && name !== 'comp-id') part.setAttribute(name, value);
      part.append(...from.nodes);
    });
    if (parts[i]?.includes(line.markAt)) line.markAt = line.parts[parts[i].indexOf(line.markAt)] as Element;
  });
  for (const one of ticked) (one as HTMLInputElement).checked = true;
  return true;
}
