import type { Session } from '../../rules/calendar/dates.ts';
import { lessonIn } from '../lesson.ts';
import { plainLetters } from '../plain-letters.ts';
import { sessionOfTimes, sessionsIn } from '../session.ts';
import { type Sitting, sittingFrom, UNSAID } from '../sitting.ts';
import type { Saying, Sayings } from './sayings.ts';

/** Speaks of a part of the day, and of no register. */
const OTHER_PART =
  /\b(?:absen\w*|activit\w+|assembly|briefings?|break|care|clubs?|events?|meetings?|news|notices?|reminders?|tea)\b/i;
/** A line in small letters that names a session and says nothing else, but for a day and a class. */
const SESSION_LINE =
  /^(?:(?:session|register|registration|reg|roll|call|mark|class|form|group|am|pm|morning|afternoon|a\.m\.|p\.m\.|[a-z]{3,6}day|mon|tue|wed|thu|fri|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*|sept?[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*|\d[a-z\d/.-]{0,9})(?![a-z\d])|[^a-z\d])+$/;

/** What is named, and whether anything is. */
interface Named {
  readonly sessions: ReadonlySet<Session>;
  readonly lesson: string | null;
}

/**
 * What the register is of: as its own names, what is chosen above it and the nearest heading say, which must all agree.
 * Where these are silent, the lines close above decide, if they say one thing only.
 */
export function theSitting(said: Sayings, buttons: readonly Saying[]): Sitting {
  const own = namedIn(said, ({ own }) => own);
  const near = isSilent(own) ? namedIn(said, () => true) : own;
  const lines = said.lines.map(({ text }) => text).filter((text) => !OTHER_PART.test(text));
  const lessons = new Set(lines.flatMap((text) => lessonIn(text) ?? []));
  const [lesson = null] = lessons.size === 1 ? lessons : [];
  if (!isSilent(near)) return sittingFrom(near.sessions, near.lesson ?? lesson);
  const sessions = new Set(lines.flatMap((text) => [...sessionsOfLine(text)]));
  if (lessons.size > 1) return UNSAID;
  return sittingFrom(sessions, sessions.size > 0 ? lesson : (lesson ?? onlyButton(buttons)));
}

/** The one button that shows nothing but a lesson: a lesson is never to pass for a session. Of a session it might lead there. */
function onlyButton(buttons: readonly Saying[]): string | null {
  const lessons = new Set(buttons.filter(({ text }) => text === lessonIn(text)).map(({ text }) => text));
  const [lesson = null] = lessons.size === 1 ? lessons : [];
  return lesson;
}

function sessionsOfLine(text: string): ReadonlySet<Session> {
  const sessions = sessionsIn(text);
  return sessions.size > 0 && SESSION_LINE.test(plainLetters(text.toLowerCase())) ? sessions : new Set();
}

const isSilent = ({ sessions, lesson }: Named): boolean => sessions.size === 0 && lesson === null;

function namedIn({ labels, chosen, headings }: Sayings, which: (saying: Saying) => boolean): Named {
  const near = [...chosen, ...labels].filter(which).map(({ text }) => text);
  const above = headings.filter(which).map(({ text }) => text);
  const heading = above.find((text) => sessionsOf(text).length > 0);
  const named = near.map(sessionsOf);
  const chosenOnes = named.filter((sessions) => sessions.length === 1).flat();
  // A text that names both says which there are; the one that is chosen says which it is.
  const both = [...named, sessionsOf(heading ?? '')].filter((sessions) => sessions.length > 1).flat();
  const single = [...chosenOnes, ...(heading && sessionsOf(heading).length === 1 ? sessionsOf(heading) : [])];
  return {
    sessions: new Set(single.length > 0 ? single : both),
    lesson: [...near, ...above].map(lessonIn).find((lesson) => lesson !== null) ?? null,
  };
}

function sessionsOf(text: string): readonly Session[] {
  if (OTHER_PART.test(text)) return [];
  const sessions = [...sessionsIn(text)];
  const ofTimes = sessions.length === 0 && lessonIn(text) === null ? sessionOfTimes(text) : null;
  return ofTimes === null ? sessions : [ofTimes];
}
