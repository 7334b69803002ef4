import { everyElement, everyText } from './deep.ts';
import type { Operators } from './operator.ts';
import { type Line, linesOf } from './scene.ts';

/** Pupils' numbers and names: who a line is of. */
export const numbers: Operators = {
  'numbers all changed': (scene, dice) => {
    const lines = linesOf(scene);
    const first = 20_000 + dice.int(50_000);
    const fresh = dice.shuffled(lines.map((_, i) => first + i * 7));
    lines.forEach((line, i) => {
      const next = line.ids.map((_, at) => (at === 0 ? String(fresh[i]) : `${fresh[i]}0${at}`));
      renumber([line], new Map(line.ids.map((id, at) => [id, next[at] as string])));
      line.key = replaced(line.key, new Map(line.ids.map((id, at) => [id, next[at] as string])));
      line.ids = next;
    });
    return true;
  },
  'numbers made row numbers': (scene) => {
    linesOf(scene).forEach((line, i) => {
      renumber([line], new Map(line.ids.map((id) => [id, String(i + 1)])));
      line.knowable = false;
      line.key = String(i + 1);
    });
    return true;
  },
  'numbers made row numbers from nought': (scene) => {
    linesOf(scene).forEach((line, i) => {
      renumber([line], new Map(line.ids.map((id) => [id, String(i)])));
      line.knowable = false;
      line.key = String(i);
    });
    return true;
  },
  'numbers all the same': (scene) => {
    const [first, ...others] = linesOf(scene);
    if (!first) return false;
    for (const line of others) same(line, first);
    first.knowable = false;
    return others.length > 0;
  },
  'two pupils with one number': (scene, dice) => {
    const [one, other] = dice.shuffled(linesOf(scene));
    if (!one || !other) return false;
    same(other, one);
    one.knowable = false;
    return true;
  },
  'a line without numbers': (scene, dice) => {
    const line = dice.pick(linesOf(scene));
    renumber([line], new Map(line.ids.map((id) => [id, ''])));
    line.knowable = false;
    line.key = '';
    return true;
  },
  'two pupils changed places': (scene, dice) => {
    const [one, other] = dice.shuffled(linesOf(scene));
    if (!one || !other) return false;
    const there = new Map<string, string>();
    one.ids.forEach((id, i) => {
      there.set(id, other.ids[i] ?? '').set(other.ids[i] ?? '', id);
    });
    const [mine, yours] = [one.name, other.name];
    const ticked = [...one.choices, ...other.choices].filter(
      (each) => each instanceof HTMLInputElement && each.checked,
    );
    renumber([one, other], there);
    for (const each of ticked) (each as HTMLInputElement).checked = true;
    write(one, mine, yours);
    write(other, yours, mine);
    [one.ids, other.ids] = [other.ids, one.ids];
    [one.key, other.key] = [other.key, one.key];
    [one.name, other.name] = [yours, mine];
    return true;
  },
  'a name corrected': (scene, dice) => {
    const line = dice.pick(linesOf(scene));
    const next = line.name.includes(',') ? 'Underhill, Rosalind' : 'Rosalind Underhill';
    write(line, line.name, next);
    line.name = next;
    return true;
  },
  'names without their commas, in two elements': (scene) => {
    for (const line of linesOf(scene)) {
      const [text] = everyText(line.nameAt);
      const [first, ...more] = line.name.split(/,? /);
      if (!text || !first || text.data.trim() !== line.name) continue;
      const parts = [first, more.join(' ')].map((word) =>
        Object.assign(scene.document.createElement('span'), { textContent: word }),
      );
      text.replaceWith(parts[0] as Element, ' ', parts[1] as Element);
    }
    return true;
  },
};

function same(line: Line, as: Line): void {
  renumber([line], new Map(line.ids.map((id, i) => [id, as.ids[i] as string])));
  line.key = as.key;
  line.knowable = false;
}

/** Numbers stand in attributes, parts of them too, and in text. */
export function renumber(lines: readonly Line[], numbers: ReadonlyMap<string, string>): void {
  const parts = lines.flatMap((line) => line.parts);
  for (const element of everyElement(...parts))
    for (const { name, value } of [...element.attributes]) {
      const next = name === 'class' || name === 'style' ? value : replaced(value, numbers);
      if (next !== value) element.setAttribute(name, next);
    }
  for (const text of everyText(...parts)) text.data = replaced(text.data, numbers);
}

/** A text with some numbers put in the place of others, all at once. */
export function replaced(text: string, numbers: ReadonlyMap<string, string>): string {
  if (!/\d/.test(text)) return text;
  const any = [...numbers.keys()].filter(Boolean).join('|');
  return text.replace(
    new RegExp(`(?<![\\da-f])(?:${any})(?!\\d)`, 'g'),
    (found) => numbers.get(found) ?? found,
  );
}

function write(line: Line, old: string, next: string): void {
  for (const text of everyText(...line.parts))
    if (text.data.includes(old)) text.data = text.data.replace(old, next);
  for (const element of everyElement(...line.parts))
    for (const { name, value } of [...element.attributes])
      if (value.includes(old)) element.setAttribute(name, value.replace(old, next));
}
