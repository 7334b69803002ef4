import { mountAmendment } from '../../components/amend/mount-amendment.tsx';
import { keptBook } from '../../components/overlay/kept-book.ts';
import type { OverlayPort, PortChange, Role } from '../../components/overlay/port.ts';
import { seenBook } from '../../components/overlay/seen-book.ts';
import { mountWhyCard } from '../../components/register/mount-why-card.tsx';
import type { Policy } from '../../rules/policy/policy.ts';
import type { Ask } from '../../store/ask.ts';
import { PRACTICE_ORIGIN } from '../../store/requests.ts';
import { PRACTICE_CALENDAR, PRACTICE_DAY } from './class.ts';

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

/** A port over the background's own door, with `choice` asked anew each time. */
export function practicePort(ask: Ask, choice: () => PracticeChoice): PracticePort {
  const listeners = new Set<(change: PortChange) => void>();
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
    async why(question, until) {
      const { marks } = await ask('own-why', { origin, pupil: question.pupil });
      mountWhyCard(document, { question, policy: choice().policy, calendar, marks }, until);
    },
    async setUp() {},
    report() {},
    onChange(stop, listener) {
      listeners.add(listener);
      stop.addEventListener('abort', () => listeners.delete(listener));
    },
    changed(change) {
      for (const listener of listeners) listener(change);
    },
  };
}
