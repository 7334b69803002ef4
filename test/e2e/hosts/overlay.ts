import type { Frame, Page } from '@playwright/test';
import { type Accessible, accessible, type Box, boxOf, names, press } from '../ax.ts';

/** A piece of ours beside a pupil, with what assistive technology is told and where it is drawn. */
export interface Piece {
  readonly kind: 'finding' | 'count';
  readonly says: string;
  readonly box: Box;
}

/** How the page stands by what the bar says. */
export type Stand =
  | {
      readonly kind: 'checking';
      readonly pupils: number;
      readonly inAll: number | null;
      readonly unplaced: number;
      /** Names of pupils whose finding the bar spells out. */
      readonly tells: readonly string[];
    }
  | { readonly kind: 'paused'; readonly why: string }
  | { readonly kind: 'nothing' };

const COUNT = /^(?:\d+(?: of \d+)? unauthorised sessions?|No count|Show count:)/;
const CHECKING = /^Checking (\d+)(?: of (\d+))? pupils?/;
const PAUSED = /^(?:Not checking this|Registerwise found a register here)/;

/** The bar where it has made way for a control of the page. */
const TAB = /^Registerwise\b/;

/** Everything of ours on the page now. A bar that has made way is opened first, as by a person who wants to read it. */
export async function overlayOn(page: Page): Promise<{ stand: Stand; pieces: readonly Piece[] }> {
  if ((await names(page, 'button', TAB)).length > 0) await press(page, 'button', TAB);
  const tree = await accessible(page);
  const found = tree.flatMap((one) => {
    const kind = kindOf(one);
    return kind ? [{ kind, one }] : [];
  });
  const pieces = await Promise.all(
    found.map(async ({ kind, one }) => {
      const box = await boxOf(page, one);
      return box ? [{ kind, says: one.name, box }] : [];
    }),
  );
  return { stand: standOf(tree), pieces: pieces.flat() };
}

function kindOf({ role, name }: Accessible): Piece['kind'] | null {
  if (role === 'group' && /^(Check|Warning): /.test(name)) return 'finding';
  return role === 'button' && COUNT.test(name) ? 'count' : null;
}

function standOf(tree: readonly Accessible[]): Stand {
  const said = tree.filter(({ role }) => role === 'StaticText').map(({ name }) => name);
  const paused = said.find((text) => PAUSED.test(text));
  if (paused) return { kind: 'paused', why: paused };
  const health = said.map((text) => CHECKING.exec(text)).find((match) => match !== null);
  if (!health) return { kind: 'nothing' };
  const noRoom = said
    .map((text) => /^No room on the page for (\d+)/.exec(text))
    .find((match) => match !== null);
  return {
    kind: 'checking',
    pupils: Number(health[1]),
    inAll: health[2] === undefined ? null : Number(health[2]),
    unplaced: Number(noRoom?.[1] ?? 0),
    tells: tree.flatMap(({ role, name }) =>
      role === 'button' ? (/^Go to (.*)$/.exec(name)?.slice(1, 2) ?? []) : [],
    ),
  };
}

/** A pupil's line, or card, as it is drawn. */
export interface Line {
  readonly name: string;
  readonly text: Box;
  readonly row: Box;
  /** Not scrolled out of the box that holds the rows. */
  readonly seen: boolean;
}

const ROW = 'tr,[role=row],.card,.row,.x-grid-item,.tabulator-row,li.pupil';

/** Where the names of pupils are drawn, in the order in which they stand, and the rows they stand in. */
export async function linesOf(page: Page, names: readonly string[]): Promise<readonly Line[]> {
  const found: Line[] = [];
  for (const frame of page.frames()) found.push(...(await linesIn(frame, names)));
  return found;
}

async function linesIn(frame: Frame, names: readonly string[]): Promise<readonly Line[]> {
  const holder = frame.parentFrame() ? await (await frame.frameElement()).boundingBox() : null;
  const [dx, dy] = [holder?.x ?? 0, holder?.y ?? 0];
  const lines = await frame.evaluate(
    ([all, rows]) => {
      const wanted = new Set(all);
      const textOf = (node: Node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      const plain = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
      const isSeen = (from: Element, { top, bottom }: DOMRect) => {
        for (let at: Element | null = from; at; at = at.parentElement ?? hostOf(at)) {
          const box = at.getBoundingClientRect();
          const clips = at !== document.body && at !== document.documentElement;
          if (clips && getComputedStyle(at).overflowY !== 'visible')
            if ((top + bottom) / 2 < box.top || (top + bottom) / 2 > box.bottom) return false;
        }
        return true;
      };
      const hostOf = (at: Element) => {
        const root = at.getRootNode();
        return root instanceof ShadowRoot ? root.host : null;
      };
      const seek = (root: ParentNode): { name: string; text: Box; row: Box; seen: boolean }[] =>
        [...root.querySelectorAll('*')].flatMap((element) => {
          const inside = element.shadowRoot ? seek(element.shadowRoot) : [];
          const name = textOf(element);
          if (!wanted.has(name) || !element.checkVisibility({ visibilityProperty: true })) return inside;
          if (element.matches('option') || [...element.children].some((child) => textOf(child) === name))
            return inside;
          const range = document.createRange();
          range.selectNodeContents(element);
          const drawn = range.getBoundingClientRect();
          const text = drawn.width > 0 ? drawn : element.getBoundingClientRect();
          const row = element.closest(rows) ?? element;
          return text.width > 0
            ? [
                ...inside,
                {
                  name,
                  text: plain(text),
                  row: plain(row.getBoundingClientRect()),
                  seen: isSeen(element, text),
                },
              ]
            : inside;
        });
      return seek(document);
    },
    [names, ROW] as const,
  );
  const moved = ({ left, top, right, bottom }: Box): Box => ({
    left: left + dx,
    top: top + dy,
    right: right + dx,
    bottom: bottom + dy,
  });
  return lines.map((line) => ({ ...line, text: moved(line.text), row: moved(line.row) }));
}

/** Names one document, so that another can be told from it. */
export async function documentOf(page: Page): Promise<string> {
  const made = await Promise.all(page.frames().map((frame) => frame.evaluate(() => performance.timeOrigin)));
  return made.join(' ');
}
