import { mountAmendment } from '../../components/amend/mount-amendment.tsx';
import { mountLate } from '../../components/late/mount-late.tsx';
import { keptBook } from '../../components/overlay/kept-book.ts';
import type { LoggedArrival, OverlayPort, PortChange, Role } from '../../components/overlay/port.ts';
import { seenBook } from '../../components/overlay/seen-book.ts';
import { PRACTICE_CALENDAR, PRACTICE_DAY } from '../../components/practice/class.ts';
import { mountWhyCard } from '../../components/register/mount-why-card.tsx';
import type { Policy } from '../../rules/policy/policy.ts';
import type { Ask } from '../../store/ask.ts';
import { PRACTICE_ORIGIN } from '../../store/requests.ts';

/** What the practice page's own controls choose, in place of the saved settings. */
export interface PracticeChoice {
  readonly policy: Policy;
  readonly role: Role;
}

/** The overlay's port on the practice page, and a way to tell it that a control was turned. */
export interface PracticePort extends OverlayPort {
  changed(change: PortChange): void;
}

const later = (ms: number, again: () => void) => void setTimeout(again, ms);

/** The day's list of the practice register alone, by the policy that is tried. */
const practiceList = (date: string, policy: string): string =>
  `lates.html?${new URLSearchParams({ date, policy, site: PRACTICE_ORIGIN })}`;

/** A port over the background's own door, by the training clock, with `choice` asked anew each time. */
export function practicePort(ask: Ask, now: () => number, choice: () => PracticeChoice): PracticePort {
  const listeners = new Set<(change: PortChange) => void>();
  const changed = (change: PortChange) => {
    for (const listener of listeners) listener(change);
  };
  const origin = PRACTICE_ORIGIN;
  const calendar = PRACTICE_CALENDAR;
  return {
    async context() {
      const { policy, role } = choice();
      return { role, countsShown: role !== 'teacher', policy, calendar, clockOffsetMs: 0, training: true };
    },
    counts: (question) => ask('own-counts', { ...question, origin, calendar, policyId: choice().policy.id }),
    seen: seenBook(async (sight) => void (await ask('own-seen', { ...sight, origin })), later),
    kept: keptBook({ keptFindings: async () => [], keep: async () => {} }, later),
    amend(change, mark, until) {
      const facts = { change, who: null, today: PRACTICE_DAY, training: true, note: async () => {} };
      return mountAmendment(document, facts, mark, until);
    },
    async seenHistory() {},
    async why(question, place, until) {
      const { policy } = choice();
      const { name: _, saved: __, ...asked } = question;
      const answer = await ask('own-why', { ...asked, origin, calendar, policyId: policy.id }).catch(
        (error: Error) => ({ why: error.message }),
      );
      mountWhyCard(document, { question, policy, calendar, answer }, place, until);
    },
    arrivals: (question) => ask('own-arrivals', { ...question, origin }),
    async late(question, until) {
      const { date, session } = question;
      const of = { origin, date, session };
      const after = async (work: Promise<unknown>) => {
        await work;
        changed({ kind: 'reload' });
      };
      const facts = {
        ...{ question, policy: choice().policy, now },
        arrivals: () => ask('own-arrivals', of),
        log: (arrival: LoggedArrival) => after(ask('own-log-arrival', { ...of, ...arrival })),
        remove: (pupil: string) => after(ask('own-remove-arrival', { ...of, pupil })),
        openList: () => open(practiceList(date, choice().policy.id), '_blank', 'noopener'),
      };
      mountLate(document, facts, until);
    },
    async setUp() {},
    report() {},
    onChange(stop, listener) {
      listeners.add(listener);
      stop.addEventListener('abort', () => listeners.delete(listener));
    },
    changed,
  };
}
