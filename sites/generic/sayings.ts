import { isAttendance, readLabel } from '../label.ts';
import { collapse, textOf } from '../text.ts';
import { foundIn, type Level } from './above.ts';
import { withOwnLabel } from './lines.ts';

/** Something the page says before a register. */
export interface Saying {
  readonly text: string;
  /** False where another register stands between. */
  readonly own: boolean;
}

/** All that is said before a register, in each list the nearest first. */
export interface Sayings {
  readonly labels: readonly Saying[];
  readonly chosen: readonly Saying[];
  readonly headings: readonly Saying[];
  readonly lines: readonly Saying[];
}

const HEADING =
  'h1, h2, h3, h4, h5, h6, legend, [role=heading], time[datetime], [class*=breadcrumb] > :last-child';
const CHOSEN =
  '[aria-selected=true], [aria-current]:not([aria-current=false], [aria-current=date]), [aria-pressed=true], [role=radio][aria-checked=true], [role=menuitemradio][aria-checked=true], [role=combobox], [aria-haspopup=listbox], [aria-haspopup=dialog], [aria-haspopup=grid]';
/** Classes that libraries give to the one chosen tab or pill, on an element of few words beside others without it. */
const CHOSEN_CLASS =
  '.active, .selected, .current, .is-active, .is-selected, .k-active, .k-selected, .k-state-active, .x-tab-active';
const BUTTON = 'button, [role=button], [role=combobox], [aria-haspopup]';
const OTHER_PURPOSE =
  /\b(?:copy|set|mark|fill|apply|change|sort|export|print|report|default|bulk)(?: \w+){0,2} (?:all|every\w*|from|to|by|as|with)\b/i;
const LONGEST = 200;
const LONGEST_CHOSEN = 60;
const MANY_OPTIONS = 60;

/** What names the register itself and the blocks it stands in: captions, labels, and data about their day. */
export function labelsOf(levels: readonly Level[]): readonly Saying[] {
  const around = [...new Set(levels.map((level) => level.around))];
  return around.flatMap((element) => {
    const caption = element.localName === 'table' ? (element as HTMLTableElement).caption : null;
    const tree = element.getRootNode() as Document | ShadowRoot;
    const named = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id ? (tree.getElementById?.(id) ?? null) : null));
    const texts = [caption, ...named].map((label) => (label ? textOf(label) : ''));
    return saidBy([...texts, element.getAttribute('aria-label') ?? ''], true);
  });
}

/** Headings before the register, the nearest first. */
export function headingsIn(
  levels: readonly Level[],
  isShown: (element: Element) => boolean,
): readonly Saying[] {
  return levels.flatMap((level) =>
    foundIn(level, HEADING)
      .filter(isShown)
      .flatMap((element) => {
        const said = element.localName === 'time' ? timeText(element) : textOf(element);
        return saidBy([`${said} ${element.getAttribute('datetime') ?? ''}`], level.own);
      }),
  );
}

/** What is chosen before the register in drop-downs, radio buttons, tabs and the like. Marks to set for all are not. */
export function chosenIn(
  levels: readonly Level[],
  isShown: (element: Element) => boolean,
): readonly Saying[] {
  return levels.flatMap((level) => {
    const found = foundIn(
      level,
      `select, input[type=radio], input[readonly]:not([type=hidden]), ${CHOSEN}, ${CHOSEN_CLASS}`,
    ).filter(isShown);
    return saidBy(
      found.flatMap(chosenText).filter((text) => !isMark(text)),
      level.own,
    );
  });
}

/** Buttons before the register that show what has been picked. */
export function buttonsIn(
  levels: readonly Level[],
  isShown: (element: Element) => boolean,
): readonly Saying[] {
  return levels.flatMap((level) =>
    foundIn(level, BUTTON)
      .filter(isShown)
      .flatMap((button) => saidBy([collapse(button.textContent ?? '')], level.own)),
  );
}

/** All that drop-downs before the register offer where they offer dates: these tell how the page writes them. */
export function datesOfferedIn(levels: readonly Level[]): readonly string[] {
  const selects = levels.flatMap((level) => foundIn(level, 'select') as readonly HTMLSelectElement[]);
  return selects
    .filter((select) => /\d[/.-]\d/.test(select.selectedOptions[0]?.text ?? ''))
    .flatMap((select) => [...select.options].map(({ text }) => text));
}

/** The words of a time with those around it: "Saved" makes it another. */
function timeText(time: Element): string {
  const around = time.parentElement ? textOf(time.parentElement) : '';
  return around !== '' && around.length <= LONGEST ? around : withOwnLabel(time);
}

function chosenText(element: Element): readonly string[] {
  if (element.localName === 'select') return chosenOptions(element as HTMLSelectElement);
  if (element.localName === 'input') return chosenInput(element as HTMLInputElement);
  if (element.matches('tr, [role=row]')) return [];
  const text = collapse(`${element.textContent} ${element.getAttribute('data-date') ?? ''}`);
  if (element.matches(CHOSEN)) return [text];
  const { parentElement: parent } = element;
  const others = parent ? [...parent.children].filter((child) => !child.matches(CHOSEN_CLASS)) : [];
  return others.length > 0 && text.length <= LONGEST_CHOSEN ? [text] : [];
}

function chosenInput(input: HTMLInputElement): readonly string[] {
  if (input.type !== 'radio') return input.type === 'text' ? [input.value] : [];
  return input.checked ? [...(input.labels ?? [])].map(textOf) : [];
}

/** The chosen option, with the one the page was sent with where that is another: the register may still be of that one. */
function chosenOptions(select: HTMLSelectElement): readonly string[] {
  const options = [...select.options];
  if (select.selectedOptions.length !== 1) return [];
  const purpose = [...(select.labels ?? [])].map(textOf).join(' ') || select.getAttribute('aria-label') || '';
  if (purpose !== '' && OTHER_PURPOSE.test(`${purpose} `)) return [];
  if (options.length <= MANY_OPTIONS && isAttendance(options.map(({ text }) => collapse(text)))) return [];
  const sent = options.findLast((option) => option.defaultSelected);
  const chosen = select.selectedOptions[0];
  return [...new Set([chosen, sent])].flatMap((option) => (option ? collapse(option.text) : []));
}

const isMark = (text: string): boolean => readLabel(text, 'AM')?.known === true;

/** Texts as they are said, without those too long to be about one thing. */
export const saidBy = (texts: readonly string[], own: boolean): readonly Saying[] =>
  texts.map(collapse).flatMap((text) => (text !== '' && text.length <= LONGEST ? [{ text, own }] : []));
