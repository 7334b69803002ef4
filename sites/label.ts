import type { Session } from '../rules/calendar/dates.ts';
import { KNOWN_CODES } from '../rules/codes/codes.ts';
import { foldLookAlikes } from '../rules/codes/look-alikes.ts';

/** What a mark's label says. */
export interface Label {
  /** The code as it stands on the page, or the whole label where no code could be told from it. */
  readonly code: string;
  /** Whether it is, or ever was, an attendance code. */
  readonly known: boolean;
}

const known = new Set(KNOWN_CODES);
const isKnown = (text: string): boolean => known.has(text) || known.has(foldLookAlikes(text));

const NO_MARK = /^(?:[-–—.…]*|no mark|none|not marked|unmarked|blank|\W*(?:please )?(?:select|choose)\b.*)$/i;
const BARE_CODE = /^(?:\p{L}{1,2}\d{0,2}|[^\p{L}\p{N}\s])$/u;
const CODE_FIRST = /^[[(]?([A-Z]\d?|[/\\#])[\])]?(?:\s*[-–—:=|]\s*|[.)\]]?\s+)\S/;
const CODE_LAST = /[([]([A-Z]\d?|[/\\#])[\])]$/;
const PRESENT = /^present(?: in school)?(?:[ -]+(am|pm|morning|afternoon))?[\s/\\]*$/i;

/** Words that stand for one code only, whatever the school. "Late", "Absent" and "Excused" do not. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^late,? before (?:the )?registers? (?:is |are |has |have )?closed?s?$/i, 'L'],
  [/^late,? after (?:the )?registers? (?:is |are |has |have )?closed?s?$/i, 'U'],
  [/^illness$/i, 'I'],
  [/^religious observance$/i, 'R'],
];

/**
 * Reads the label of a mark: a bare code, a code with its meaning ("L - Late", "Late (U)"), or words that can mean one
 * code only. "Present" is `/` in the morning and `\` in the afternoon, so it needs the session. Null: no mark.
 */
export function readLabel(text: string, session: Session | null): Label | null {
  if (NO_MARK.test(text)) return null;
  if (BARE_CODE.test(text)) return { code: text, known: isKnown(text) };
  const written = CODE_FIRST.exec(text)?.[1] ?? CODE_LAST.exec(text)?.[1];
  if (written !== undefined && isKnown(written)) return { code: written, known: true };
  const code = presentCode(text, session) ?? WORDS.find(([pattern]) => pattern.test(text))?.[1];
  return code === undefined ? { code: text, known: false } : { code, known: true };
}

/** Whether a set of labels is that of an attendance register: it offers "present", and at least half are known codes. */
export function isAttendance(labels: readonly string[]): boolean {
  let shown = 0;
  let recognised = 0;
  let present = false;
  for (const text of labels) {
    const label = readLabel(text, 'AM');
    if (!label) continue;
    shown++;
    if (label.known) recognised++;
    if (label.code === '/' || label.code === '\\') present = true;
  }
  return present && shown >= 2 && recognised * 2 >= shown;
}

function presentCode(text: string, session: Session | null): string | undefined {
  const match = PRESENT.exec(text);
  if (!match) return undefined;
  const half = (match[1] ?? session)?.toLowerCase();
  if (half === undefined) return undefined;
  return half === 'am' || half === 'morning' ? '/' : '\\';
}
