import { copyOf, deepAll, everyElement, everyText } from './deep.ts';
import type { Dice } from './dice.ts';
import { setStand, standOf } from './marks.ts';
import { renumber } from './numbers.ts';
import type { Operators } from './operator.ts';
import { type Line, linesOf, type Register, type Scene, twinIn } from './scene.ts';

/** What else stands on the page: other registers, copies out of sight, dialogs, tables that are none. */
export const around: Operators = {
  'a second register above': (scene, dice) => second(scene, dice, 'before'),
  'a second register below': (scene, dice) => second(scene, dice, 'after'),
  'a second register of three pupils below': (scene, dice) => second(scene, dice, 'after', 3),
  'a hidden copy with other marks before': (scene, dice) => hiddenCopy(scene, dice, 'before'),
  'a hidden copy with other marks after': (scene, dice) => hiddenCopy(scene, dice, 'after'),
  'a hidden copy with other pupils': (scene, dice) => {
    const copy = copyRegister(scene, dice);
    if (!copy) return false;
    hide(copy.root, dice);
    scene.registers[0].root.before(copy.root);
    return true;
  },
  'a template of the register': (scene) => {
    const { root } = scene.registers[0];
    const template = scene.document.createElement('template');
    template.content.append(root.cloneNode(true));
    root.before(template);
    return true;
  },
  'a hidden row to copy new rows from': (scene) => {
    const [first] = linesOf(scene);
    const part = first?.parts[0];
    if (!part || first.parts.length > 1) return false;
    const copy = copyOf(part) as HTMLElement;
    for (const one of everyElement(copy))
      if (!one.matches('option'))
        for (const name of ['id', 'name', 'href', 'data-href', 'value', 'title']) one.removeAttribute(name);
    for (const { name } of [...copy.attributes])
      if (!/^(?:class|role|style)$/.test(name)) copy.removeAttribute(name);
    for (const text of everyText(copy))
      if (!text.parentElement?.closest('option, button, label')) text.data = '';
    copy.style.display = 'none';
    part.before(copy);
    return true;
  },
  'a dialog over the page': (scene, dice) => {
    dialog(
      scene,
      dice.pick([
        '<h2>Session about to end</h2><p>Saved 19/11/2026 at 14:10. Continue?</p><button>Continue</button>',
        '<h2>Reason for absence</h2><select><option>I</option><option>M</option><option selected>O</option></select><button>Save</button>',
      ]),
    );
    return true;
  },
  'a dialog with the codes': (scene) => {
    dialog(scene, `<h2>Attendance codes</h2><table><tr><th>Code</th><th>Meaning</th></tr>${LEGEND}</table>`);
    return true;
  },
  'a dialog with a pupil’s marks': (scene, dice) => {
    const line = dice.pick(linesOf(scene));
    const rows = ['Mon /\\', 'Tue L\\', 'Wed UU', 'Thu II'].map(
      (text) => `<tr><td>${text.slice(0, 3)}</td><td>${text[4]}</td><td>${text[5]}</td></tr>`,
    );
    dialog(
      scene,
      `<h2>${line.name}</h2><p>Week beginning 09/11/2026</p><table><tr><th>Day</th><th>AM</th><th>PM</th></tr>${rows.join('')}</table>`,
    );
    return true;
  },
  'a table of codes above': (scene) => {
    put(scene, 'before', `<table><tr><th>Code</th><th>Meaning</th></tr>${LEGEND}</table>`);
    return true;
  },
  'a table of totals above': (scene) => {
    put(
      scene,
      'before',
      '<table><tr><th>Mark</th><th>Pupils</th></tr><tr><td>/</td><td>20</td></tr><tr><td>L</td><td>3</td></tr><tr><td>/</td><td>20</td></tr></table>',
    );
    return true;
  },
  'a timetable below': (scene) => {
    put(
      scene,
      'after',
      '<table><tr><th></th><th>Mon</th><th>Tue</th></tr><tr><th>Period 1</th><td>Maths</td><td>PE</td></tr><tr><th>Period 2</th><td>English</td><td>Art</td></tr></table>',
    );
    return true;
  },
  'a mark book below': (scene) => {
    const rows = linesOf(scene).map(
      ({ name, ids }, i) =>
        `<tr><td><a href="/pupil/${ids[0]}/marks">${name}</a></td><td>${'ABCD'[i % 4]}</td><td>${'BCAE'[i % 4]}</td></tr>`,
    );
    put(
      scene,
      'after',
      `<h3>Mark book</h3><table><tr><th>Pupil</th><th>Maths</th><th>English</th></tr>${rows.join('')}</table>`,
    );
    return true;
  },
  'a list of the late below': (scene) => {
    const late = linesOf(scene)
      .filter(({ code }) => code === 'L')
      .map(({ name }) => `<li>${name} 9:05</li>`);
    put(scene, 'after', `<h3>Late this week</h3><ul>${late.join('')}</ul>`);
    return true;
  },
};

const LEGEND = [
  ['/', 'Present'],
  ['L', 'Late'],
  ['U', 'Late after register closed'],
  ['O', 'Unauthorised'],
  ['I', 'Illness'],
]
  .map(([code, name]) => `<tr><td>${code}</td><td>${name}</td></tr>`)
  .join('');

function put(scene: Scene, where: 'before' | 'after', html: string): void {
  const box = scene.document.createElement('div');
  box.innerHTML = html;
  scene.registers[0].root[where](box);
}

function dialog(scene: Scene, html: string): void {
  const box = scene.document.createElement('div');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-modal', 'true');
  box.style.cssText = 'position:fixed;inset:20% 30%;background:#fff;z-index:99';
  box.innerHTML = html;
  scene.document.body.append(box);
}

/** A copy of the register with pupils and marks of its own; null where the page cannot have one. */
function copyRegister(scene: Scene, dice: Dice, most = 99): Register | null {
  const { root, lines, date, session } = scene.registers[0];
  const copy = copyOf(root);
  const twin = twinIn(root, copy);
  const copied = lines
    .filter(({ there }) => there)
    .map(
      (line): Line => ({
        ...line,
        ids: [...line.ids],
        parts: line.parts.map(twin),
        nameAt: twin(line.nameAt),
        markAt: twin(line.markAt),
        choices: line.choices.map(twin),
      }),
    );
  if (copied.some(({ nameAt, markAt, parts }) => !nameAt || !markAt || parts.some((part) => !part)))
    return null;
  const stands = copied.map(standOf);
  const first = 7000 + dice.int(1000);
  copied.forEach((line, i) => {
    const next = line.ids.map((_, at) => `${first + i * 3}${at === 0 ? '' : at}`);
    const there = new Map(line.ids.map((id, at) => [id, next[at] as string]));
    renumber([line], there);
    line.key = there.get(line.key) ?? next[0] ?? '';
    line.ids = next;
    const name = line.name.includes(',')
      ? `Nowak, Ola${'abcdefghijklmnopqrstuvwxyz'[i % 26]}`
      : `Ola${'abcdefghijklmnopqrstuvwxyz'[i % 26]} Nowak`;
    for (const text of everyText(...line.parts)) text.data = text.data.replace(line.name, name);
    line.name = name;
    setStand(line, stands[(i + 4) % stands.length] as (typeof stands)[0]);
  });
  for (const line of copied.slice(most)) {
    for (const part of line.parts) part.remove();
    line.there = false;
  }
  for (const one of everyElement(copy)) if (one.id && !one.matches('tr')) one.id = `second-${one.id}`;
  return { root: copy, lines: copied, date: { ...date }, session: { ...session } };
}

function second(scene: Scene, dice: Dice, where: 'before' | 'after', most = 99): boolean {
  const copy = copyRegister(scene, dice, most);
  if (!copy) return false;
  scene.registers[0].root[where](copy.root);
  scene.registers.push(copy);
  return copy.lines.every(({ there, parts }) => !there || parts.every((part) => part.isConnected));
}

/** What pages for two widths of screen have: the same pupils twice, one of them not shown. Its marks are not kept up. */
function hiddenCopy(scene: Scene, dice: Dice, where: 'before' | 'after'): boolean {
  const { root, lines } = scene.registers[0];
  const copy = copyOf(root);
  const twin = twinIn(root, copy);
  const copied = lines
    .filter(({ there }) => there)
    .map((line) => ({ ...line, markAt: twin(line.markAt), choices: line.choices.map(twin) }));
  const stands = copied.map(standOf);
  copied.forEach((line, i) => {
    setStand(line, stands[(i + 4) % stands.length] as (typeof stands)[0]);
  });
  const names = new Set(deepAll(copy, 'input[type=radio]').map((one) => one.getAttribute('name')));
  for (const one of everyElement(copy))
    if (names.has(one.getAttribute('name')) && one.hasAttribute('name'))
      one.setAttribute('name', `small-${one.getAttribute('name')}`);
  hide(copy, dice);
  root[where](copy);
  return true;
}

function hide(element: Element, dice: Dice): void {
  const how = dice.int(3);
  if (how === 0) element.setAttribute('hidden', '');
  if (how <= 1) (element as HTMLElement).style.display = 'none';
  else (element as HTMLElement).style.visibility = 'hidden';
}
