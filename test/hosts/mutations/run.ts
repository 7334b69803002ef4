import { KNOWN_CODES } from '../../../rules/codes/codes.ts';
import type { SightOfPage } from '../../../sites/confirmed.ts';
import { generic } from '../../../sites/generic/generic.ts';
import { confirmationOf, routeOf, type SiteProfile } from '../../../sites/profile.ts';
import { readPage } from '../../../sites/registry.ts';
import { ANATOMIES, type Anatomy } from './anatomy.ts';
import { copyOf, deepAll, everyElement } from './deep.ts';
import { type Dice, diceOf } from './dice.ts';
import { type Before, judge, type Outcome, unconfirmed } from './judge.ts';
import { operatorsOf } from './operators.ts';
import { type Line, type Scene, sceneOf, type Truth } from './scene.ts';

/** One page, changed and read. */
export interface Result {
  readonly seed: number;
  readonly mutations: readonly string[];
  readonly outcome: Outcome;
  /** Milliseconds that changing the page and reading it took. */
  readonly ms: number;
}

/** All that was made of one host page. */
export interface Report {
  readonly unchanged: Outcome;
  /** How the unchanged page was understood; null when it was not. */
  readonly basis: string | null;
  readonly results: readonly Result[];
  readonly ms: number;
}

const CODES = new Set(KNOWN_CODES);
const EVERY_WITHOUT = 9;

/** Changes the page in `count` ways, one after the other, and judges each reading. Runs in the page itself. */
export async function run(
  host: string,
  count: number,
  alone: number,
  only: readonly number[] | null,
): Promise<Report> {
  const anatomy = ANATOMIES[host];
  if (!anatomy) throw new Error(`No anatomy of the host page “${host}”.`);
  const truth = await truthOf();
  const confirmed = confirm(truth);
  const results: Result[] = [];
  if (!only) results.push(...(await scrolled(anatomy, confirmed)));
  const began = performance.now();
  for (const observer of (window as { __observers?: MutationObserver[] }).__observers ?? [])
    observer.disconnect();
  await drawn(anatomy, confirmed.keys);
  const steady = await truthOf();
  const pristine = copyOf(document.body);
  const unchanged = judge(
    sceneOf(document, anatomy, steady, confirmed.keys),
    look(confirmed.profiles),
    confirmed.before,
    CODES,
  );
  const seeds = only ?? Array.from({ length: count * 4 }, (_, i) => i);
  for (const seed of seeds) {
    if (results.length >= count) break;
    const start = performance.now();
    restore(pristine);
    const scene = sceneOf(document, anatomy, steady, confirmed.keys);
    const chosen = operatorsOf(seed, alone);
    const dice = diceOf(seed * 31 + host.length);
    if (!chosen.every((one) => made(one, scene, dice, seed))) continue;
    if (!scene.registers.every(({ lines }) => lines.every(isWhole))) continue;
    const mutations = chosen.map(([name]) => name);
    const outcome = watched(() => judged(scene, confirmed, results.length));
    results.push({ seed, mutations, outcome, ms: Math.round(performance.now() - start) });
  }
  restore(pristine);
  return { unchanged, basis: confirmed.basis, results, ms: Math.round(performance.now() - began) };
}

/** Two radio buttons of one name cannot both be chosen: a change that makes them one group is none of a page's. */
function isWhole({ there, choices, code, strange }: Line): boolean {
  const radios = choices.filter((one) => one instanceof HTMLInputElement);
  if (!there || radios.length === 0 || strange) return true;
  return radios.some(({ checked }) => checked) === (code !== null);
}

function made(
  [name, act]: ReturnType<typeof operatorsOf>[number],
  scene: Scene,
  dice: Dice,
  seed: number,
): boolean {
  try {
    return act(scene, dice);
  } catch (error) {
    throw new Error(`The mutation “${name}” failed on seed ${seed}: ${error}`, { cause: error });
  }
}

type Confirmed = ReturnType<typeof confirm>;

function judged(scene: Parameters<typeof judge>[0], { profiles, before }: Confirmed, turn: number): Outcome {
  const outcome = judge(scene, look(profiles), before, CODES);
  if (turn % EVERY_WITHOUT !== 0) return outcome;
  const wrongs = unconfirmed(look([]));
  return wrongs.length > 0 ? { kind: 'wrong', wrongs } : outcome;
}

/** A reading writes nothing to the page. */
function watched(act: () => Outcome): Outcome {
  const observer = new MutationObserver(() => undefined);
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  for (const tree of [document, ...everyElement(document.body).flatMap(({ shadowRoot }) => shadowRoot ?? [])])
    observer.observe(tree, everything);
  const outcome = act();
  const written = observer.takeRecords().length;
  observer.disconnect();
  if (written === 0) return outcome;
  return {
    kind: 'wrong',
    wrongs: [{ field: 'page', read: `${written} changes`, truth: 'a reading changes nothing' }],
  };
}

const address = (): URL => new URL(location.href);
const look = (profiles: readonly SiteProfile[]): SightOfPage => readPage(address(), document, profiles);

/** What a person makes of the page when they are shown how it was understood: each label is the code that it is. */
function confirm(truth: Truth) {
  const readings = understood();
  const [reading] = readings;
  const keys = new Map<string, string>();
  const before: Before = {
    date: (reading?.date ?? null) !== null,
    session: (reading?.session ?? null) !== null,
  };
  if (!reading?.basis) return { profiles: [], keys, before, basis: null };
  const given = {
    id: 'host',
    name: 'Host',
    route: routeOf(address()),
    confirmed: '2026-11-20' as SiteProfile['confirmed'],
  };
  const profile = confirmationOf({ ...reading, basis: reading.basis }, given);
  const codes: Record<string, string> = {};
  const unknown = new Map(
    reading.basis.labels.filter(({ code }) => code === null).map(({ label }) => [label, new Set<string>()]),
  );
  for (const { pupilKey, code } of reading.rows) {
    const pupil = truth.pupils.find(({ id, also }) =>
      [id, ...also].some((one) => one === pupilKey || pupilKey.split(/[^\da-z]+/i).includes(one)),
    );
    if (!pupil) continue;
    keys.set(pupil.id, pupilKey);
    if (code !== null && pupil.code) unknown.get(code)?.add(pupil.code);
  }
  learnKeys(truth, keys);
  for (const [label, found] of unknown) if (found.size === 1) codes[label] = [...found][0] as string;
  const { marks, pupils } = reading.basis;
  return {
    profiles: [{ ...profile, codes: { ...profile.codes, ...codes } }],
    keys,
    before,
    basis: `${marks}, ${pupils}`,
  };
}

/** Pupils who were not drawn go by the same kind of number as those who were. */
function learnKeys({ pupils }: Truth, keys: Map<string, string>): void {
  const ids = (pupil: Truth['pupils'][number] | undefined): string[] =>
    pupil ? [pupil.id, ...pupil.also] : [];
  const [id, key] = [...keys][0] ?? ['', ''];
  const known = ids(pupils.find((pupil) => pupil.id === id));
  const at = known.findIndex((one) => key.includes(one));
  for (const pupil of pupils)
    if (at >= 0 && !keys.has(pupil.id))
      keys.set(pupil.id, key.replace(known[at] ?? '', ids(pupil)[at] ?? ''));
}

function understood() {
  try {
    return generic.read(document, null);
  } catch {
    return [];
  }
}

async function truthOf(): Promise<Truth> {
  const truth = await (window as unknown as { __truth: () => Truth | Promise<Truth> }).__truth();
  return JSON.parse(JSON.stringify(truth)) as Truth;
}

function restore(pristine: HTMLElement): void {
  const fresh = copyOf(pristine);
  document.body.replaceWith(fresh);
}

const TRIES = 40;

/** The scene once the page has drawn its rows whole. */
async function drawn(anatomy: Anatomy, keys: ReadonlyMap<string, string>): Promise<Scene> {
  for (let tries = 1; ; tries++) {
    await new Promise((done) => setTimeout(done, 100));
    try {
      return sceneOf(document, anatomy, await truthOf(), keys);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** Where only some rows are drawn: reads at some places while the page itself goes through them. */
async function scrolled(anatomy: Anatomy, confirmed: Confirmed): Promise<Result[]> {
  const [view] = anatomy.scroll ? deepAll(document, anatomy.scroll) : [];
  if (!view) return [];
  const results: Result[] = [];
  for (const to of [0.15, 0.4, 0.75, 1, 0.5, 0]) {
    view.scrollTop = to * (view.scrollHeight - view.clientHeight);
    view.dispatchEvent(new Event('scroll'));
    const scene = await drawn(anatomy, confirmed.keys);
    for (const line of scene.registers[0].lines)
      line.key = confirmed.keys.get(line.ids[0] ?? '') ?? line.ids[0] ?? '';
    results.push({
      seed: -1 - results.length,
      mutations: [`scrolled to ${to * 100} %`],
      outcome: judge(scene, look(confirmed.profiles), confirmed.before, CODES),
      ms: 0,
    });
  }
  return results;
}
