import type { OwnRequests } from './own-requests.ts';
import type { Reply } from './requests.ts';

/** Carries one message to the background and its reply back; `browser.runtime.sendMessage` fits. */
export type Send = (message: { door: 'own'; type: keyof OwnRequests }) => Promise<unknown>;

/** Asks the background one question. Rejects with an Error whose message is one plain sentence. */
export type Ask = <K extends keyof OwnRequests>(
  type: K,
  payload: OwnRequests[K]['ask'],
) => Promise<OwnRequests[K]['answer']>;

const NO_ANSWER =
  'Registerwise did not answer. What you asked for was done in full or not at all: open this page again and look before you try once more.';

/** An {@link Ask} over `send`. */
export function askOver(send: Send): Ask {
  return async <K extends keyof OwnRequests>(type: K, payload: OwnRequests[K]['ask']) => {
    const reply = await send({ ...payload, door: 'own', type }).catch(() => undefined);
    if (!isReply<OwnRequests[K]['answer']>(reply)) throw new Error(NO_ANSWER);
    if (!reply.ok) throw new Error(reply.message);
    return reply.value;
  };
}

function isReply<T>(reply: unknown): reply is Reply<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}
