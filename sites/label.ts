import type { Session } from '../rules/calendar/dates.ts';
import { KNOWN_CODES } from '../rules/codes/codes.ts';
import { foldLookAlikes } from '../rules/codes/look-alikes.ts';
import { officialCode } from './official-names.ts';
import { plainLetters } from './plain-letters.ts';
import { contradicts, proposeCode } from './propose.ts';

/** What a mark's label says. */
export interface Label {
  /** The code as it stands on the page, or the whole label where no code could be told from it. */
  readonly code: string;
  /** Whether it is, or ever was, an attendance code. */
  readonly known: boolean;
}

const known = new Set(KNOWN_CODES);
const isKnown = (text: string): boolean => known.has(text) || known.has(foldLookAlikes(text));

const NO_MARK =
  /^(?:[-–—.…]*|(?:[-–—] )?no marks?(?: yet| recorded| entered)?|none|not (?:yet )?(?:marked|taken|recorded|entered|registered)|unmarked|blank|\W*(?:please )?(?:select|choose)\b.*)$/i;
const BARE_CODE = /^(?:[A-Za-z]{1,2}\d{0,2}|[^A-Za-z\d\s])$/;
/** A cross, a ring, a tick and an information sign, drawn as letters. */
const SIGN = /^[xovi]$/;
const CODE_FIRST = /^[[(]?([A-Z]\d?|[/\\#])[\])]?(\s*[-–—:=|]\s*|[.)\]]?\s+)(?=\S)/;
const CODE_LAST = /\s*[([]([A-Z]\d?|[/\\#])[\])]$/;
const SUB_CODE = /^[CJY]\s\d/;
const MINUTES =
  /^(?:\D*\()?[[(]?(?:[LU]|late)[\])]*\s*[-–—:,]?\s*[([]?(\d{1,3})\s?(?:m|mins?|minutes?)?[\])]?(?: late)?$/i;
const PRESENT = /^present(?: in school)?(?:[ -]+(am|pm|morning|afternoon))?[\s/\\]*$/i;

/** Words that stand for one code only, whatever the school. "Late", "Absent" and "Excused" do not. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^late,? before (?:the )?registers? (?:is |are |has |have )?closed?s?$/i, 'L'],
  [/^late,? after (?:the )?registers? (?:is |are |has |have )?closed?s?$/i, 'U'],
];

/**
 * Reads the label of a mark: a bare code, a code with its meaning or minutes ("L - Late", "Late (U)", "L 5"), a code's
 * official name, or words that can mean one code only. "Present" is `/` in the morning and `\` in the afternoon, so it needs
 * the session. A letter beside words that say something else ("P - Present") is the school's own. Null: no mark.
 */
export function readLabel(text: string, session: Session | null): Label | null {
  if (NO_MARK.test(text)) return null;
  if (BARE_CODE.test(plainLetters(text))) return { code: text, known: !SIGN.test(text) && isKnown(text) };
  const written = writtenCode(text);
  if (written !== null) return { code: written, known: true };
  const code =
    presentCode(text, session) ?? WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? officialCode(text);
  return code === undefined ? { code: text, known: false } : { code, known: true };
}

/** Minutes late where a mark's label gives them beside the code: "L 5", "L (12)", "Late 7 mins". Null where it does not. */
export function minutesInLabel(text: string): number | null {
  const [, minutes] = MINUTES.exec(text) ?? [];
  return minutes === undefined ? null : Number(minutes);
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

/** The code that stands in a label beside its meaning, unless the words plainly mean another. */
function writtenCode(text: string): string | null {
  const [first, code, separator = ''] = CODE_FIRST.exec(text) ?? [];
  if (first !== undefined && code !== undefined && isKnown(code)) {
    const words = text.slice(first.length);
    // "I am here": after a mere space a code's meaning begins as a name does, or says plainly the same.
    const isPhrase =
      separator.trim() === '' && /^[a-z]/.test(plainLetters(words)) && proposeCode(words, null) === null;
    return SUB_CODE.test(text) || isPhrase || contradicts(code, words) ? null : code;
  }
  const [last, inside] = CODE_LAST.exec(text) ?? [];
  if (last === undefined || inside === undefined || !isKnown(inside)) return null;
  return contradicts(inside, text.slice(0, -last.length)) ? null : inside;
}
