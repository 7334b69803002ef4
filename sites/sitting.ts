import type { Session } from '../rules/calendar/dates.ts';
import { lessonIn } from './lesson.ts';
import type { SessionAnswer } from './profile.ts';
import { sessionsIn } from './session.ts';

/** What a page says its register is of: a session, or a lesson. Neither where it does not say, or says two things. */
export interface Sitting {
  readonly session: Session | null;
  readonly lesson: string | null;
  /** A lesson and a session beside each other, which says neither; null otherwise. */
  readonly both: Both | null;
}

/** A lesson that is named beside a session. */
interface Both {
  /** Null: both sessions are named. */
  readonly session: Session | null;
  readonly lesson: string;
}

/** What a register is of, with what a person said where the page says two things. */
export interface Settled {
  readonly session: Session | null;
  readonly lesson: string | null;
  /** In which half of the day "Present" is read; null where nothing says it. A lesson has no half: there it is `/`. */
  readonly half: Session | null;
  /** Why it cannot be told what the register is of, as a plain sentence; null when it can, or when nobody was asked yet. */
  readonly fault: string | null;
}

/** Of a page that says nothing, or names both sessions. */
export const UNSAID: Sitting = { session: null, lesson: null, both: null };

/** What the register is of by all that is named of sessions and lessons. */
export function sittingFrom(sessions: ReadonlySet<Session>, lesson: string | null): Sitting {
  const [first = null, ...others] = sessions;
  const session = others.length === 0 ? first : null;
  if (lesson === null) return { session, lesson, both: null };
  return sessions.size === 0
    ? { session: null, lesson, both: null }
    : { ...UNSAID, both: { session, lesson } };
}

/** What one text says a register is of, such as the title of a period. */
export function sittingIn(text: string): Sitting {
  return sittingFrom(sessionsIn(text), lessonIn(text));
}

/**
 * A sitting as far as the page, or a person, has said it. A lesson beside a session is the one that the person said, where
 * the page names that one; with any other answer it is neither.
 * @param answer what was confirmed of this kind of page; null when nobody has been asked
 */
export function settle({ session, lesson, both }: Sitting, answer: SessionAnswer | null): Settled {
  if (both === null) return { session, lesson, half: halfOf(session, lesson, answer), fault: null };
  if (answer === 'lesson') return { session: null, lesson: both.lesson, half: 'AM', fault: null };
  if (answer === both.session && both.session !== null)
    return { session: both.session, lesson: null, half: both.session, fault: null };
  return { session: null, lesson: null, half: null, fault: answer === null ? null : twoThings(both) };
}

function halfOf(session: Session | null, lesson: string | null, answer: SessionAnswer | null) {
  if (session !== null) return session;
  if (lesson !== null) return 'AM';
  return answer === 'AM' || answer === 'PM' ? answer : null;
}

function twoThings({ lesson, session }: Both): string {
  const half = { AM: 'the morning', PM: 'the afternoon' };
  const other = session === null ? 'morning and afternoon' : half[session];
  return `This page names both ${lesson.slice(0, 30)} and ${other}, so it cannot be told which of them the register is of.`;
}
