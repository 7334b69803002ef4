import { plainFault } from '../../store/faults.ts';
import type { OwnRequests } from '../../store/own-requests.ts';
import type { PageRequests } from '../../store/page-requests.ts';
import { isWebOrigin, parseOwnMessage, parsePageMessage } from '../../store/parse.ts';
import type { Reply } from '../../store/requests.ts';

/** Who sent a message, as the browser says; nothing in it is taken from the message itself. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Chrome's own word on the sender's origin; `null` as a text for a sandboxed frame. */
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** A page's content script, once the sender has been checked. */
export interface Page {
  readonly origin: string;
  readonly tabId: number;
  readonly frameId: number;
  /** Differs for each document loaded into the frame. */
  readonly document: string;
}

/** One handler for each question a page may ask. A {@link PlainError} reaches the page as its message. */
export type PageAnswers = {
  readonly [K in keyof PageRequests]: (
    ask: PageRequests[K]['ask'],
    page: Page,
  ) => Promise<PageRequests[K]['answer']>;
};

/** One handler for each question the extension's own pages may ask. */
export type OwnAnswers = {
  readonly [K in keyof OwnRequests]: (ask: OwnRequests[K]['ask']) => Promise<OwnRequests[K]['answer']>;
};

/** What stands behind the two doors. */
export interface House {
  /** The extension's id, and the address its own pages begin with, which ends in a slash. */
  readonly extension: { readonly id: string; readonly root: string };
  /** Whether the browser lets us read an origin and the user has it switched on. */
  readonly isOpenTo: (origin: string) => Promise<boolean>;
  readonly page: PageAnswers;
  readonly own: OwnAnswers;
}

const NOT_A_PAGE = 'This message did not come from a page that Registerwise reads.';
const NOT_OURS = 'This message did not come from one of Registerwise’s own pages.';
const SWITCHED_OFF = 'Registerwise is not switched on for this site.';
const WRONG_SHAPE = 'This message is not a question Registerwise knows.';
const FAULT = 'Something went wrong inside Registerwise. Reload the page and try again.';

/**
 * The reply to a message at either door: the sender is checked, then the shape, then the handler asked. Null for a message
 * that is for neither door. Never rejects.
 */
export function replyTo(house: House, message: unknown, sender: Sender): Promise<Reply<unknown>> | null {
  const door = doorOf(message);
  if (door === 'page') return settle(() => atPageDoor(house, message, sender));
  return door === 'own' ? settle(() => atOwnDoor(house, message, sender)) : null;
}

async function atPageDoor(house: House, message: unknown, sender: Sender): Promise<Reply<unknown>> {
  const page = pageOf(house, sender);
  if (!page) return refuse(NOT_A_PAGE);
  if (!(await house.isOpenTo(page.origin))) return refuse(SWITCHED_OFF);
  const question = parsePageMessage(message);
  if (!question) return refuse(WRONG_SHAPE);
  const { door: _, type, ...ask } = question;
  // The handler is the one of the question's own type, which the compiler cannot follow through a union.
  const answer = house.page[type] as (ask: unknown, page: Page) => Promise<unknown>;
  return { ok: true, value: await answer(ask, page) };
}

async function atOwnDoor(house: House, message: unknown, sender: Sender): Promise<Reply<unknown>> {
  if (!isOwnPage(house, sender)) return refuse(NOT_OURS);
  const question = parseOwnMessage(message);
  if (!question) return refuse(WRONG_SHAPE);
  const { door: _, type, ...ask } = question;
  const answer = house.own[type] as (ask: unknown) => Promise<unknown>;
  return { ok: true, value: await answer(ask) };
}

/** The page behind a sender: a web page in a tab, whose address and origin do not contradict each other. */
function pageOf({ extension }: House, sender: Sender): Page | null {
  const { id, url, tab, frameId = 0 } = sender;
  if (id !== extension.id || tab?.id === undefined || url === undefined || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  if (!isWebOrigin(origin) || (sender.origin !== undefined && sender.origin !== origin)) return null;
  return { origin, tabId: tab.id, frameId, document: sender.documentId ?? url };
}

function isOwnPage({ extension: { id, root } }: House, { id: from, url, origin }: Sender): boolean {
  if (from !== id || !root.endsWith('/') || !url?.startsWith(root)) return false;
  return origin === undefined || `${origin}/` === root;
}

function doorOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'door' in message ? message.door : undefined;
}

async function settle(reply: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  try {
    return await reply();
  } catch (error) {
    const why = plainFault(error);
    if (why === null) console.error(error);
    return refuse(why ?? FAULT);
  }
}

function refuse(message: string): Reply<never> {
  return { ok: false, message };
}
