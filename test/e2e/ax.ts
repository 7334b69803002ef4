import type { CDPSession, Page } from '@playwright/test';

/** One thing as assistive technology is told of it: what role it plays and what it is called. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  readonly node: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function cdp(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/** The page's accessibility tree as a list, closed shadow roots included: what a screen reader gets. */
export async function accessible(page: Page): Promise<readonly Accessible[]> {
  const client = await cdp(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      node: node.backendDOMNodeId ?? 0,
    }));
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

/** Clicks with the mouse on the first thing of that role and name, wherever it is drawn: a trusted click. */
export async function press(page: Page, role: string, name: RegExp): Promise<void> {
  const [found] = await all(page, role, name);
  if (!found) throw new Error(`Nothing here is a ${role} called ${name}`);
  const client = await cdp(page);
  await client.send('DOM.enable');
  await client.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: found.node });
  const { quads } = await client.send('DOM.getContentQuads', { backendNodeId: found.node });
  const [quad] = quads;
  if (!quad) throw new Error(`The ${role} called ${found.name} is not drawn`);
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quad;
  await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
}

/** The whole of the document as text, closed shadow roots and every attribute included: where a secret would show. */
export async function everything(page: Page): Promise<string> {
  const client = await cdp(page);
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  return JSON.stringify(root);
}
