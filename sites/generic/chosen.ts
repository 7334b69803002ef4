/** Which one of several choices is made: its number; null when none is. */
export interface Chosen {
  readonly made: readonly (number | null)[];
  /** Why it cannot be told, as a plain sentence. */
  readonly fault: string | null;
}

/** The choices of one mark, and what each is called. */
export interface Group {
  readonly elements: readonly Element[];
  readonly labels: readonly string[];
}

const STATES = [
  'aria-checked',
  'aria-pressed',
  'aria-selected',
  'aria-current',
  'data-state',
  'data-checked',
  'data-selected',
  'data-active',
];
const ON = /^(?:true|on|checked|active|selected|pressed|page|step|1|)$/i;
const OFF = /^(?:false|off|unchecked|inactive|unselected|mixed|0)$/i;
const SAYS_CHOSEN = /^(?:.*[-_])?(?:active|selected|checked|chosen|current|pressed|toggled|on)$/i;
const SAYS_NOT =
  /(?:^|[-_])(?:not?|un|in|de)[-_]?(?:active|selected|checked|chosen|on)|focus|hover|ripple|visible|anim|touched/i;

const UNTOLD = 'Registerwise cannot tell yet which button of each pupil is chosen.';
const TWICE = 'Some pupils on this register have more than one button chosen.';

/**
 * The choice made in each group: as radio buttons and ARIA state it; else by the class that says so; else by what at most
 * one choice of a group wears, or lacks, and not always the same one.
 */
export function chosenIn(groups: readonly Group[]): Chosen {
  const all = groups.flatMap(({ elements }) => elements);
  if (all.every((element) => element instanceof HTMLInputElement && element.type === 'radio'))
    return one(groups, (element) => (element as HTMLInputElement).checked);
  const state = STATES.find((name) => {
    const values = all.flatMap((element) => element.getAttribute(name) ?? []);
    return values.length > 0 && values.every((value) => ON.test(value) || OFF.test(value));
  });
  const worn = byDress(groups);
  if (!state) return worn;
  const stated = one(groups, (element) => ON.test(element.getAttribute(state) ?? 'false'));
  const silent = stated.made.every((made) => made === null) && worn.made.some((made) => made !== null);
  return silent ? { made: stated.made, fault: UNTOLD } : stated;
}

function one(groups: readonly Group[], isMade: (element: Element, group: number) => boolean): Chosen {
  let twice = false;
  const made = groups.map(({ elements }, group) => {
    const found = elements.flatMap((element, i) => (isMade(element, group) ? [i] : []));
    twice ||= found.length > 1;
    return found.length === 1 ? (found[0] ?? null) : null;
  });
  return { made, fault: twice ? TWICE : null };
}

function byDress(groups: readonly Group[]): Chosen {
  const known = new Map<string, ReadonlySet<string>>();
  const worn = new Map(
    groups.flatMap(({ elements }) => elements.map((element) => [element, dressOf(element, known)] as const)),
  );
  const wears = (element: Element, piece: string): boolean => worn.get(element)?.has(piece) ?? false;
  const pieces = [...new Set([...worn.values()].flatMap((dress) => [...dress]))].map((piece) => ({
    piece,
    ...spreadOf(piece, groups, wears),
  }));
  const said = pieces.filter(({ piece, most, alone }) => SAYS_CHOSEN.test(piece) && most === 1 && alone);
  if (said.length > 0) return one(groups, (element) => said.some(({ piece }) => wears(element, piece)));
  const moving = pieces.filter(({ moves }) => moves);
  const marks = moving.filter(({ most, alone, missing }) => most === 1 && alone && !missing);
  const lacks = moving.filter(({ most, missing, alone }) => missing && !(most === 1 && alone));
  if (marks.length + lacks.length > 0)
    return one(
      groups,
      (element) =>
        marks.some(({ piece }) => wears(element, piece)) || lacks.some(({ piece }) => !wears(element, piece)),
    );
  const doubtful = moving.length > 0 || !areAlike(groups, worn);
  return { made: groups.map(() => null), fault: doubtful ? UNTOLD : null };
}

/** How one piece of dress is spread over the groups. */
function spreadOf(
  piece: string,
  groups: readonly Group[],
  wears: (element: Element, piece: string) => boolean,
) {
  let most = 0;
  let alone = false;
  let lacking = false;
  let missing = true;
  const byLabel = new Map<string, boolean>();
  let moves = false;
  for (const { elements, labels } of groups) {
    let count = 0;
    elements.forEach((element, i) => {
      const has = wears(element, piece);
      if (has) count++;
      const label = labels[i] ?? '';
      moves ||= (byLabel.get(label) ?? has) !== has;
      byLabel.set(label, has);
    });
    most = Math.max(most, count);
    alone ||= count === 1;
    lacking ||= count === elements.length - 1;
    missing &&= count >= elements.length - 1;
  }
  return { most, alone, missing: missing && lacking, moves };
}

/** Whether each choice wears as much of its own as the others: then nothing sets one apart. */
function areAlike(groups: readonly Group[], worn: ReadonlyMap<Element, ReadonlySet<string>>): boolean {
  const [first] = groups;
  const dresses = first?.elements.map((element) => worn.get(element) ?? new Set<string>()) ?? [];
  const own = dresses.map(
    (dress, i) =>
      [...dress].filter((piece) => !dresses.some((other, k) => k !== i && other.has(piece))).length,
  );
  const shared = dresses.map((dress, i) => dress.size - (own[i] ?? 0));
  return new Set(own).size <= 1 && new Set(shared).size <= 1;
}

/** What an element wears that a page may change with the choice; what counts lines or follows the pointer is left out. */
function dressOf(element: Element, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const child = element.firstElementChild?.getAttribute('class') ?? '';
  const style = element.getAttribute('style') ?? '';
  const key = `${element.getAttribute('class')}|${child}|${style}`;
  const dress = known.get(key) ?? piecesOf(element.classList, child, style);
  known.set(key, dress);
  return dress;
}

function piecesOf(own: Iterable<string>, child: string, style: string): ReadonlySet<string> {
  const inner = child.split(/\s+/).filter(Boolean);
  const classes = [...own, ...inner.map((name) => `in ${name}`)];
  return new Set([
    ...classes.filter((name) => !/\d{2}/.test(name) && !SAYS_NOT.test(name)),
    ...(style ? [`style ${style}`] : []),
  ]);
}
