import type { IsoDate } from '../../rules/calendar/dates.ts';
import type { RegisterReading } from '../../sites/contract.ts';
import type { Picks, SiteProfile } from '../../sites/profile.ts';
import {
  type Example,
  heldBy,
  inferLines,
  type LinePicks,
  leaveOut,
  widen,
} from '../../sites/taught/infer.ts';
import { inferKey, keyAt, tells } from '../../sites/taught/infer-key.ts';
import type { TaughtLine } from '../../sites/taught/lines.ts';
import { selectorOf } from '../../sites/taught/point.ts';
import { saidAt } from '../../sites/taught/said.ts';
import type { Stage } from './stage.ts';

/** What was pointed at so far, as selectors. */
export interface Draft {
  readonly lines: LinePicks;
  /** Null: no place was found that holds a number for every pupil. */
  readonly key: Picks['key'] | null;
  readonly date: string | null;
  readonly session: string | null;
}

/** What a draft comes to on the page as it is now. */
export interface DraftReading {
  readonly reading: RegisterReading;
  readonly lines: readonly TaughtLine[];
}

/** Where the draft is read. */
type Here = Pick<Stage, 'document' | 'readers' | 'today'>;

/** A better draft, or one plain sentence that says why it is none. */
export type Next = Draft | { readonly problem: string };

const NO_CHOICE =
  'Registerwise cannot see there which mark is chosen. Point at the mark itself, or at one of its buttons.';
const NO_OTHERS =
  'No other pupil’s name and mark stand in the same way. Point at the mark of the same pupil, or go back.';
const NOT_BOTH =
  'Registerwise cannot read this row and the others in one way. If it is no pupil’s row, leave it out.';
const NOT_TOLD_APART = 'This row has nothing about it that the pupils’ rows have not.';
const NO_NUMBER = 'What stands there is not a number of its own on every row.';
const NOT_FOUND_AGAIN = 'Registerwise would not find this again. Point at something around it, or beside it.';

/** The draft that one pupil's name and mark make. */
export function draftFrom({ document, readers }: Here, example: Example): Next {
  if (!readers.marksIn([example.mark]).marks[0]) return { problem: NO_CHOICE };
  const lines = inferLines(example);
  if (!lines) return { problem: NO_OTHERS };
  return { lines, key: inferKey(heldBy(document, lines), lines.mark), date: null, session: null };
}

/** The draft that also reads a line it did not. */
export function corrected({ document, readers }: Here, draft: Draft, example: Example): Next {
  if (!readers.marksIn([example.mark]).marks[0]) return { problem: NO_CHOICE };
  const lines = widen(document, draft.lines, example);
  return lines ? withLines(document, draft, lines) : { problem: NOT_BOTH };
}

/** The draft without a line that is no pupil's. */
export function without({ document }: Here, draft: Draft, line: Element): Next {
  const lines = leaveOut(document, draft.lines, line);
  return lines ? withLines(document, draft, lines) : { problem: NOT_TOLD_APART };
}

export function withNumber({ document }: Here, draft: Draft, pointed: Element): Next {
  const key = keyAt(heldBy(document, draft.lines), pointed);
  return key ? { ...draft, key } : { problem: NO_NUMBER };
}

export function withDate({ document, readers, today }: Here, draft: Draft, pointed: Element): Next {
  const said = saidAt(pointed);
  if (readers.dayIn(said, today) === null)
    return { problem: `No date could be read in “${said.slice(0, 60)}”.` };
  const date = selectorOf(document, pointed);
  return date === null ? { problem: NOT_FOUND_AGAIN } : { ...draft, date };
}

export function withSession({ document, readers }: Here, draft: Draft, pointed: Element): Next {
  const said = saidAt(pointed);
  if (readers.sessionIn(said) === null)
    return { problem: `“${said.slice(0, 60)}” does not say morning or afternoon.` };
  const session = selectorOf(document, pointed);
  return session === null ? { problem: NOT_FOUND_AGAIN } : { ...draft, session };
}

/** What the draft reads now. Without a place for the numbers every line lacks one. */
export function readDraft({ document, readers, today }: Here, draft: Draft): DraftReading | null {
  const picks = picksOf(draft);
  const found = readers.linesBy(document, picks);
  if (found.lines.length === 0) return null;
  return { lines: found.lines, reading: readers.readingOf(document, found, picks, null, today) };
}

/** The draft as it is kept. */
export function profileFrom(
  draft: Draft,
  { basis, date }: RegisterReading,
  given: Pick<SiteProfile, 'id' | 'name' | 'route' | 'codes' | 'session'> & { readonly confirmed: IsoDate },
): SiteProfile {
  const { marks, pupils } = basis ?? { marks: 'text', pupils: '' };
  const dated = date === null ? 'today' : 'page';
  return { version: 1, ...given, marks, pupils, date: dated, picks: picksOf(draft) };
}

function withLines(document: Document, draft: Draft, lines: LinePicks): Draft {
  const held = heldBy(document, lines);
  const key = draft.key && tells(held, draft.key) ? draft.key : inferKey(held, lines.mark);
  return { ...draft, lines, key: key ?? draft.key };
}

const NOWHERE = { selector: ':scope > :not(*)', attribute: null };

function picksOf({ lines, key, date, session }: Draft): Picks {
  return { ...lines, key: key ?? NOWHERE, date, session };
}
