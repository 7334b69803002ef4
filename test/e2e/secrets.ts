import type { CDPSession, Page } from '@playwright/test';
import { accessible } from './ax.ts';

/** What a count, its band, its card or its steps would be told by. None of the test pages says any of it itself. */
export const SECRET =
  /\b(?:at least )?\d+(?: of |\/)10\b|unauthorised|threshold|not settled|\bnear\b|\bmet\b|school weeks|Sessions counted|What leaves|"class","badge (?!hidden)/i;

/** A page's document, asked of the browser itself, to which no shadow root is closed. */
export async function walker(page: Page) {
  const client = await page.context().newCDPSession(page);
  /** Every place in which a page can hold a word, as text: markup and attributes, what is drawn and with which generated content, the accessibility tree, and performance entries. */
  const places = async (): Promise<Readonly<Record<string, string>>> => {
    const [{ root }, { documents, strings }, tree, entries] = await Promise.all([
      client.send('DOM.getDocument', { depth: -1, pierce: true }),
      client.send('DOMSnapshot.captureSnapshot', { computedStyles: ['content'] }),
      accessible(page),
      page.evaluate(() =>
        ['mark', 'measure'].flatMap((type) =>
          performance.getEntriesByType(type).map((entry) => [entry.name, (entry as PerformanceMark).detail]),
        ),
      ),
    ]);
    const drawn = documents.flatMap(({ layout, nodes }) =>
      [...layout.text, ...layout.styles.flat(), ...(nodes.attributes ?? []).flat()].map((at) => strings[at]),
    );
    return {
      document: JSON.stringify(root),
      drawn: JSON.stringify(drawn),
      accessibility: JSON.stringify(tree.map(({ role, name, value }) => [role, name, value])),
      performance: JSON.stringify(entries),
    };
  };
  /** The places that tell of a count, each with what it says; empty where all are silent. */
  const telling = async (): Promise<readonly string[]> =>
    Object.entries(await places()).flatMap(([place, text]) => {
      const found = SECRET.exec(text);
      return found
        ? [`${place}: …${text.slice(Math.max(0, found.index - 60), found.index + found[0].length + 40)}…`]
        : [];
    });
  return { client, telling };
}

/** Buttons of a class, with an attribute where one is named, in any root, in the order of the document. Of thousands of rows the accessibility tree takes minutes, this not. */
export async function buttons(
  client: CDPSession,
  className: string,
  attribute?: string,
): Promise<readonly number[]> {
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: number[] = [];
  const walk = ({ localName, attributes = [], backendNodeId, children = [], shadowRoots = [] }: DomNode) => {
    const classes = attributes[attributes.indexOf('class') + 1]?.split(' ') ?? [];
    const has = attribute === undefined || attributes.includes(attribute);
    if (localName === 'button' && classes.includes(className) && has) found.push(backendNodeId);
    for (const node of [...children, ...shadowRoots]) walk(node);
  };
  walk(root);
  return found;
}
type DomNode = Awaited<ReturnType<typeof documentOf>>['root'];
const documentOf = (client: CDPSession) => client.send('DOM.getDocument');

/**
 * Has the page note when the count in each of these buttons' roots was hidden, on the clock of its events, and when a key was
 * last pressed. Answers what reads when the last of them was, and begins anew.
 */
export async function timeHiding(page: Page, client: CDPSession, nodes: readonly number[]) {
  await page.evaluate(() => {
    Object.assign(globalThis, { hiddenAt: new Map(), keyAt: 0 });
    addEventListener('keydown', ({ timeStamp }) => Object.assign(globalThis, { keyAt: timeStamp }), true);
  });
  for (const backendNodeId of nodes) {
    const { object } = await client.send('DOM.resolveNode', { backendNodeId });
    await client.send('Runtime.callFunctionOn', {
      objectId: String(object.objectId),
      functionDeclaration: `function () {
        const root = this.getRootNode();
        const note = () => root.querySelector('.badge:not(.hidden)') || globalThis.hiddenAt.set(root, performance.now());
        const whole = { subtree: true, childList: true, attributes: true, characterData: true };
        new MutationObserver(() => globalThis.hiddenAt.has(root) || note()).observe(root, whole);
      }`,
    });
  }
  return () =>
    page.evaluate(() => {
      const { hiddenAt, keyAt } = globalThis as unknown as { hiddenAt: Map<Node, number>; keyAt: number };
      const last = Math.max(...hiddenAt.values());
      hiddenAt.clear();
      return { last, keyAt, lastOnTheClock: performance.timeOrigin + last };
    });
}

/**
 * Tells our scripts in the page that its tab was left, or come back to. Playwright keeps every page in front, whatever is done
 * to its tab, so what the browser would say is said in its place.
 */
export async function leaveTab(client: CDPSession, extensionId: string, left: boolean): Promise<void> {
  const world = await ourWorld(client, extensionId);
  await client.send('Runtime.evaluate', {
    contextId: world,
    expression: `Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${left ? 'hidden' : 'visible'}' });
      document.dispatchEvent(new Event('visibilitychange'))`,
  });
}

/** The world of our scripts in a page, in which alone their listeners and their view of the document can be seen. */
export async function ourWorld(client: CDPSession, extensionId: string): Promise<number> {
  let world: number | undefined;
  client.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.includes(extensionId)) world = id;
  });
  await client.send('Runtime.disable');
  await client.send('Runtime.enable');
  if (world === undefined) throw new Error('No script of ours runs in this page');
  return world;
}
