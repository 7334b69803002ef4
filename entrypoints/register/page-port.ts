import { browser } from 'wxt/browser';
import { triedArrivals } from '../../components/late/tried-arrivals.ts';
import { offered } from '../../components/overlay/door.ts';
import { type KeptNotes, keptBook } from '../../components/overlay/kept-book.ts';
import type {
  AmendmentRecord,
  LoggedArrival,
  OverlayContext,
  OverlayPort,
  PortChange,
} from '../../components/overlay/port.ts';
import { seenBook } from '../../components/overlay/seen-book.ts';
import { schoolTime } from '../../rules/calendar/clock.ts';
import type { SiteProfile } from '../../sites/profile.ts';
import type { PageRequests } from '../../store/page-requests.ts';
import type { Push, Reply } from '../../store/requests.ts';
import { bring, type Piece } from './bring.ts';

/** How often we look whether the extension is still there; no event tells a page that it is not. */
const ALIVE_EVERY_MS = 5_000;

/** The port of a real page: the background's page door, and the school's clock. */
export interface PagePort extends OverlayPort {
  now(): number;
  /** Fetches the overlay's script. Rejects where the extension is gone. */
  overlay(): Promise<void>;
  /** Fetches the readers' script. Rejects where the extension is gone. */
  readers(): Promise<void>;
  /**
   * How pages of this site are read, as people confirmed or taught it. `loading` says that the page has just been loaded.
   * Rejects where the site is switched off.
   */
  profiles(loading?: true): Promise<readonly SiteProfile[]>;
}

/** A port for `document`. `stop` is aborted when the site is switched off here. */
export function pagePort(document: Document, stop: AbortController): PagePort {
  const listeners = new Set<(change: PortChange) => void>();
  let context: OverlayContext | null = null;
  let clockOffsetMs = 0;
  let gone = false;

  const leave = () => {
    if (gone || stop.signal.aborted) return;
    gone = true;
    // Where no register was ever found there is nothing of ours to explain.
    if (context) for (const listener of [...listeners]) listener({ kind: 'gone' });
    stop.abort();
  };
  const ask = async <K extends keyof PageRequests>(
    type: K,
    question: PageRequests[K]['ask'],
  ): Promise<PageRequests[K]['answer']> => {
    const message = { ...question, door: 'page', type };
    const reply: unknown = await browser.runtime.sendMessage(message).catch((error: unknown) => {
      if (!alive()) leave();
      throw error;
    });
    if (!isReply<PageRequests[K]['answer']>(reply)) throw new Error('Registerwise did not answer');
    if (!reply.ok) throw new Error(reply.message);
    return reply.value;
  };

  const hear = (message: unknown) => {
    if (!isPush(message)) return;
    if (message.kind === 'stop') {
      const { origin, protocol, hostname } = location;
      if (message.origins.some((named) => named === origin || named === `${protocol}//${hostname}`))
        stop.abort();
      return;
    }
    for (const listener of [...listeners]) listener(message);
  };
  browser.runtime.onMessage.addListener(hear);
  const pulse = setInterval(() => {
    if (!alive()) leave();
  }, ALIVE_EVERY_MS);
  stop.signal.addEventListener('abort', () => {
    clearInterval(pulse);
    if (alive()) browser.runtime.onMessage.removeListener(hear);
  });

  const later = (ms: number, again: () => void) => void setTimeout(() => stop.signal.aborted || again(), ms);
  const notes: KeptNotes = {
    keptFindings: (question) => ask('kept-findings', question),
    async keep(keeping) {
      if (!context?.training) await ask('keep-findings', keeping);
    },
  };
  const kept = keptBook(notes, later);
  const seen = seenBook(async (sight) => void (await ask('seen', sight)), later);
  const tried = triedArrivals();
  const arrivals: OverlayPort['arrivals'] = async (question) => {
    const logged = await ask('arrivals', question);
    return context?.training ? tried.over(question, logged) : logged;
  };
  const tryOut = async (act: () => void) => {
    act();
    for (const listener of [...listeners]) listener({ kind: 'reload' });
  };
  const now = () => Date.now() + clockOffsetMs;
  const profiles: PagePort['profiles'] = async (loading) => {
    const known = await ask('profiles', loading ? { loading } : {});
    clockOffsetMs = known.clockOffsetMs;
    return known.profiles;
  };
  const startedAt = String(Date.now());
  const fetched = (piece: Piece) => bring(piece, startedAt);
  return {
    now,
    overlay: () => fetched('overlay'),
    readers: () => fetched('readers'),
    profiles,
    async context() {
      context = await ask('context', {});
      clockOffsetMs = context.clockOffsetMs;
      return context;
    },
    counts: (question) => ask('counts', question),
    seen,
    kept,
    async amend(change, mark, signal) {
      const [who] = await Promise.all([ask('last-who', {}), fetched('amend')]);
      const { name: _, from: __, to: ___, ...of } = change;
      const facts = {
        ...{ change, who, today: schoolTime(now()).date, training: context?.training ?? false },
        note: async (record: AmendmentRecord) => {
          if (!facts.training) await ask('note-amendment', { ...of, ...record });
        },
      };
      return (await offered('mountAmendment')?.(document, facts, mark, signal)) ?? null;
    },
    seenHistory: async (marks) => void (await ask('seen-history', { marks })),
    async why(question, place, signal) {
      if (!context) return;
      const { policy, calendar, inferred } = context;
      const { name: _, saved: __, ...asked } = question;
      const [answer] = await Promise.all([
        ask('why', asked).catch((error: Error) => ({ why: error.message })),
        fetched('why-card'),
      ]);
      const facts = { question, policy, calendar, inferred, answer };
      offered('mountWhyCard')?.(document, facts, place, signal);
    },
    async setUp(how, signal) {
      const [known] = await Promise.all([profiles(), fetched('setup')]);
      const facts = {
        how,
        profiles: known,
        save: (profile: SiteProfile) => ask('save-profile', { profile }),
        forget: (id: string) => ask('forget-profile', { id }),
        today: schoolTime(now()).date,
      };
      if (!signal.aborted) offered('mountSetUp')?.(document, facts, signal);
    },
    arrivals,
    async late(question, signal) {
      await fetched('late');
      if (!context || signal.aborted) return;
      const { date, session } = question;
      const of = { date, session };
      const facts = {
        ...{ question, policy: context.policy, now },
        arrivals: () => arrivals(of),
        log: (arrival: LoggedArrival) =>
          context?.training
            ? tryOut(() => tried.log(of, arrival))
            : ask('log-arrival', { ...of, ...arrival }),
        remove: (pupil: string) =>
          context?.training ? tryOut(() => tried.remove(of, pupil)) : ask('remove-arrival', { ...of, pupil }),
        openList: () => void ask('open-lates', { date }).catch(() => {}),
      };
      offered('mountLate')?.(document, facts, signal);
    },
    report(state) {
      // The toolbar can wait until what stands beside the mark has been drawn: to write a message takes a millisecond.
      setTimeout(() => ask('report', state).catch(() => {}));
    },
    onChange(signal, listener) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}

/** Whether the extension that put us here is still the one installed. */
function alive(): boolean {
  try {
    return Boolean(browser.runtime?.id);
  } catch {
    return false;
  }
}

function isReply<T>(reply: unknown): reply is Reply<T> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}

function isPush(message: unknown): message is Push {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'page';
}
