import { copyOf, plain } from './deep.ts';
import { cellsOf, type Line, linesOf, type Scene, selectOf } from './scene.ts';

/** How a line's control stands; only of use for a line of the same page. */
export interface Stand {
  readonly code: string | null;
  readonly strange: boolean;
  readonly chosen: number;
  readonly content: readonly Node[];
  readonly looks: readonly (readonly (string | null)[])[];
}

const LOOKS = ['class', 'aria-pressed', 'aria-checked', 'style'];

/** How a line's mark stands now. */
export function standOf(line: Line): Stand {
  const { code, strange, choices, markAt } = line;
  const looks = choices.map((one) => LOOKS.map((name) => one.getAttribute(name)));
  const chosen = selectOf(line)?.selectedIndex ?? choices.findIndex((one) => isTicked(one));
  const content = selectOf(line) || choices.length > 0 ? [] : [...markAt.childNodes].map(copyOf);
  return { code, strange, chosen, content, looks };
}

/** Makes a line's mark as another's stood. */
export function setStand(line: Line, stand: Stand): void {
  const select = selectOf(line);
  if (select) select.selectedIndex = stand.chosen;
  else if (line.choices.length > 0)
    line.choices.forEach((one, i) => {
      if (one instanceof HTMLInputElement) one.checked = i === stand.chosen;
      LOOKS.forEach((name, at) => {
        const value = stand.looks[i]?.[at] ?? null;
        if (value !== null) one.setAttribute(name, value);
        else one.removeAttribute(name);
      });
    });
  else {
    line.markAt.replaceChildren(...stand.content.map(copyOf));
    if (line.markAt.hasAttribute('title'))
      line.markAt.setAttribute('title', line.markAt.textContent?.trim() ?? '');
  }
  line.code = stand.code;
  line.strange = stand.strange;
}

/** Takes a line's mark away. False where the page has no line without one to go by. */
export function clearMark(scene: Scene, line: Line): boolean {
  const blank = linesOf(scene).find(({ code, strange }) => code === null && !strange);
  if (!blank) return false;
  setStand(line, standOf(blank));
  return true;
}

/** What a person reads as the mark of a line now: every text that may be taken for it. */
export function shownIn(scene: Scene, line: Line): readonly string[] {
  const select = selectOf(line);
  if (select) return [...select.selectedOptions].map(({ text, label }) => plain(label || text));
  if (line.choices.length === 0) return [plain(line.markAt.textContent ?? '')];
  return line.choices.flatMap((one) => {
    if (!isTicked(one) && !/on\b|active/.test(one.className)) return [];
    const row = one.closest('tr');
    const cell = row ? cellsOf(scene, row).find((each) => each.contains(one)) : null;
    const heading =
      row && cell && scene.head ? cellsOf(scene, scene.head)[cellsOf(scene, row).indexOf(cell)] : null;
    const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [one];
    return [...labels.map((label) => plain(label.textContent ?? '')), plain(heading?.textContent ?? '')];
  });
}

const isTicked = (one: Element): boolean =>
  one instanceof HTMLInputElement ? one.checked : one.getAttribute('aria-pressed') === 'true';

/** A place where a label of a mark stands: a text to read and to write. */
export interface LabelPlace {
  read(): string;
  write(label: string): void;
}

/** Every place a mark's label stands in the lines, the options of a control and the headings of code columns among them. */
export function labelPlaces(scene: Scene): LabelPlace[] {
  const lines = linesOf(scene);
  const texts: Text[] = [];
  const add = (element: Element | null | undefined): void => {
    for (const node of element?.childNodes ?? [])
      if (node instanceof Text && node.data.trim() !== '') texts.push(node);
  };
  const headings = lines.some(({ choices }) =>
    choices.some((one) => one instanceof HTMLInputElement && !one.labels?.length),
  );
  for (const line of lines) {
    const select = selectOf(line);
    if (select) for (const option of select.options) add(option);
    else if (line.choices.length === 0) add(line.markAt);
    else if (!headings) for (const one of line.choices) for (const label of labelsOf(one)) add(label);
  }
  if (headings && scene.head) {
    const before = lines[0]?.choices[0];
    const row = lines[0]?.parts[0];
    const cells = row ? cellsOf(scene, row) : [];
    const first = before ? cells.findIndex((cell) => cell.contains(before)) : -1;
    const heads = cellsOf(scene, scene.head).slice(first, first + (lines[0]?.choices.length ?? 0));
    for (const head of heads)
      add([...head.querySelectorAll('*'), head].find((one) => one.childElementCount === 0));
  }
  return texts.map((text) => ({
    read: () => plain(text.data),
    write: (label) => {
      const owner = text.parentElement?.closest('[title]');
      if (owner && owner.getAttribute('title') === text.data) owner.setAttribute('title', label);
      text.data = label;
    },
  }));
}

const labelsOf = (one: Element): readonly Element[] =>
  one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [one];
