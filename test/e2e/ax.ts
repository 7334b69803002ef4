import type { CDPSession, Page } from '@playwright/test';

/** One thing as assistive technology is told of it: what role it plays and what it is called. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  /** What a control says that is set in it; empty where nothing is. */
  readonly value: string;
  readonly node: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function cdp(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/** The page's accessibility tree as a list, frames and closed shadow roots included: what a screen reader gets. */
export async function accessible(page: Page): Promise<readonly Accessible[]> {
  const client = await cdp(page);
  const trees = await Promise.all(
    (await frameIds(client)).map((frameId) => client.send('Accessibility.getFullAXTree', { frameId })),
  );
  return trees
    .flatMap(({ nodes }) => nodes)
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      value: String(node.value?.value ?? ''),
      node: node.backendDOMNodeId ?? 0,
    }));
}

async function frameIds(client: CDPSession): Promise<readonly string[]> {
  const { frameTree } = await client.send('Page.getFrameTree');
  return [frameTree, ...(frameTree.childFrames ?? [])].map(({ frame }) => frame.id);
}

/** Everything of one role whose name fits. */
export async function all(page: Page, role: string, name: RegExp = /./): Promise<readonly Accessible[]> {
  return (await accessible(page)).filter((one) => one.role === role && name.test(one.name));
}

/** Names of everything of one role, in reading order. */
export async function names(page: Page, role: string, name: RegExp = /./): Promise<readonly string[]> {
  return (await all(page, role, name)).map((one) => one.name);
}

/** What the page says of its marks, row by row: everything that begins `Check:` or `Warning:`. */
export async function findings(page: Page): Promise<readonly string[]> {
  return names(page, 'group', /^(Check|Warning): /);
}

/** Where something is drawn, in pixels of the window; null where it is not. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export async function boxOf(page: Page, { node }: Accessible): Promise<Box | null> {
  const client = await cdp(page);
  const quads = await client
    .send('DOM.getContentQuads', { backendNodeId: node })
    .then((answer) => answer.quads)
    // gone since, or not drawn
    .catch(() => []);
  const [quad] = quads;
  if (!quad) return null;
  const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
  return { left, top, right, bottom };
}

async function only(page: Page, role: string, name: RegExp): Promise<Accessible> {
  const [found] = await all(page, role, name);
  if (!found) throw new Error(`Nothing here is a ${role} called ${name}`);
  const client = await cdp(page);
  await client.send('DOM.enable');
  await client.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: found.node });
  return found;
}

/** Clicks with the mouse on the first thing of that role and name, wherever it is drawn: a trusted click. */
export async function press(page: Page, role: string, name: RegExp): Promise<void> {
  const found = await only(page, role, name);
  const box = await boxOf(page, found);
  if (!box) throw new Error(`The ${role} called ${found.name} is not drawn`);
  await page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/** Puts the focus on the first thing of that role and name. */
export async function focus(page: Page, role: string, name: RegExp): Promise<void> {
  const { node } = await only(page, role, name);
  await (await cdp(page)).send('DOM.focus', { backendNodeId: node });
}

/** The whole of the document as text, closed shadow roots and every attribute included: where a secret would show. */
export async function everything(page: Page): Promise<string> {
  const client = await cdp(page);
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  return JSON.stringify(root);
}
