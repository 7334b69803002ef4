import type { Session } from '../../rules/calendar/dates.ts';
import { readLabel } from '../label.ts';
import type { SiteProfile } from '../profile.ts';
import { looksLikeAttendance, proposeCode } from '../propose.ts';
import { sessionIn } from '../session.ts';

/** What a label stands for. */
export interface Meaning {
  /** Known by itself, or because a person said so. */
  readonly code: string | null;
  /** Likely, until a person says so. */
  readonly proposed: string | null;
}

/** The label of a single box to tick while it is not: no mark, unless a person says what it stands for. */
export const NOT_TICKED = 'not ticked';

/** Reads labels with what people have said of a page's own. */
export interface Words {
  /** Null: the label says that there is no mark. */
  meaning(label: string, session: Session | null): Meaning | null;
  /** Whether a list to choose from is that of attendance: it offers "present", and half of it or more is understood. */
  isVocabulary(labels: readonly string[]): boolean;
  /**
   * Whether marks as they stand in a column are attendance: codes nearly all, pupils present among them, some alike. Of
   * signs that are drawn half must be understood. Where the page is named for attendance, all may say what elsewhere could
   * be said of homework.
   */
  areMarks(labels: readonly string[], how?: { areDrawn?: boolean; isNamed?: boolean }): boolean;
  isUnderstood(label: string): boolean;
  /** Whether a label says that there is no mark. */
  saysNothing(label: string): boolean;
}

const FEWEST = 3;
const CODE_LENGTH = 2;
const MANY = 10;

/**
 * Of the labels that can be chosen, those that are codes by themselves elsewhere and may be the school's own here: where nothing
 * else says that a pupil is there, P is more likely “present” than a sporting activity.
 */
export function doubtfulAmong(offered: readonly string[]): ReadonlySet<string> {
  const present = offered.some((label) => isPresent(readLabel(label, 'AM')?.code ?? ''));
  return new Set(present ? [] : offered.filter((label) => label === 'P'));
}

/**
 * @param profile what a person confirmed of this kind of page; its codes come before ours
 * @param doubtful labels that are asked about though they are codes: {@link doubtfulAmong}
 */
export function wordsFor(profile: SiteProfile | null, doubtful: ReadonlySet<string> = new Set()): Words {
  const said = profile?.codes ?? {};
  const known = new Map<string, Meaning | null>();
  const ofAny = (label: string): Meaning | null => {
    let meaning = known.get(label);
    if (meaning === undefined) {
      meaning = read(label, 'AM');
      known.set(label, meaning);
    }
    return meaning;
  };
  const read = (label: string, session: Session | null): Meaning | null => {
    if (Object.hasOwn(said, label))
      return { code: turned(said[label] as string, label, session), proposed: null };
    if (label === NOT_TICKED) return null;
    const own = readLabel(label, session);
    if (!own) return null;
    if (doubtful.has(label)) return { code: null, proposed: session === 'PM' ? '\\' : '/' };
    if (own.known) return { code: own.code, proposed: null };
    return { code: null, proposed: proposeCode(label, session) };
  };
  const codeOf = (meaning: Meaning): string | null => meaning.code ?? meaning.proposed;
  const tally = (labels: readonly string[], isNamed = false) => {
    const shown = labels.flatMap((label) => ofAny(label) ?? []);
    const codes = shown.flatMap((meaning) => codeOf(meaning) ?? []);
    const known = shown.some(({ code }) => code !== null && isPresent(code));
    return {
      shown: shown.length,
      understood: codes.length,
      present: known || (codes.some(isPresent) && (isNamed || looksLikeAttendance(labels))),
    };
  };
  const isUnderstood = (label: string): boolean => {
    const meaning = ofAny(label);
    return meaning !== null && codeOf(meaning) !== null;
  };
  return {
    meaning: read,
    isVocabulary(labels) {
      const { shown, understood, present } = tally(labels);
      return present && shown >= 2 && understood * 2 >= shown;
    },
    areMarks(labels, { areDrawn = false, isNamed = false } = {}) {
      // Names and numbers, nearly all different, need no reading one by one.
      const different = new Set(labels.filter(Boolean)).size;
      if (different > MANY && different * 10 > labels.length * 8) return false;
      const { shown, understood, present } = tally(labels, isNamed);
      const kinds = new Set(labels.filter((label) => ofAny(label))).size;
      const likely = labels.filter(
        (label) => ofAny(label) && (label.length <= CODE_LENGTH || isUnderstood(label)),
      );
      const enough = understood * 2 >= shown && (areDrawn || likely.length * 10 >= shown * 8);
      return present && shown >= FEWEST && enough && kinds < shown;
    },
    isUnderstood,
    saysNothing: (label) => ofAny(label) === null,
  };
}

/** Whether a code says that a pupil is there at the start of a session. */
export const isPresent = (code: string): boolean => code === '/' || code === '\\';

/** "Present", once confirmed, is `/` in the morning and `\` in the afternoon, unless the label itself says which. */
function turned(code: string, label: string, session: Session | null): string {
  if (!isPresent(code) || session === null || isPresent(label) || sessionIn(label) !== null) return code;
  return session === 'AM' ? '/' : '\\';
}
