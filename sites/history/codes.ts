import type { Session } from '../../rules/calendar/dates.ts';
import { codeEntry, isAttended } from '../../rules/codes/codes.ts';
import { groupBy } from '../group-by.ts';
import { readLabel } from '../label.ts';
import { isAsConfirmed, type SiteProfile } from '../profile.ts';
import { UNSAID } from '../sitting.ts';
import { titlesOf } from '../titles.ts';
import type { HistoryShape, ShownMark } from './page.ts';

/** The codes of a page's marks. */
export interface Codes {
  /** Null: it is not certain which code the mark is. */
  read(mark: ShownMark, session: Session): string | null;
  /** Whether the marks may be a school's own names that nobody has confirmed: then none of them is read. */
  readonly areOwn: boolean;
}

/** Codes by what people confirmed of the site's registers, or by themselves where all `marks` of the page look like codes. */
export function codesOf(
  marks: readonly ShownMark[],
  shape: HistoryShape,
  profiles: readonly SiteProfile[],
): Codes {
  const profile = agreed(profiles.filter((each) => each.picks === null && isAsConfirmed(each, shape.kind)));
  const texts = groupBy(marks, ({ label }) => label);
  const labels = groupBy(marks, ({ text }) => text);
  const isOne = (all: readonly ShownMark[] = [], part: 'label' | 'text') =>
    new Set(all.map((mark) => mark[part])).size === 1;
  const titles = [...texts.keys()];
  const by = { titles, profile, kind: shape.kind, always: profile !== null };
  const halves = {
    AM: titlesOf({ ...by, sitting: { ...UNSAID, session: 'AM' } }),
    PM: titlesOf({ ...by, sitting: { ...UNSAID, session: 'PM' } }),
  };
  return {
    areOwn: profile === null && !areCodes(titles),
    read(mark, session) {
      const { label, text, state } = mark;
      const isConfirmed = profile !== null && Object.hasOwn(profile.codes, label);
      if (profile && !shape.calledAsOnRegister && !isConfirmed) return null;
      if (!(isOne(texts.get(label), 'text') && isOne(labels.get(text), 'label'))) return null;
      const read = halves[session].read(label);
      if (!read?.known || !fits(read.code, state)) return null;
      return isConfirmed || isSame(read.code, text, session) ? read.code : null;
    },
  };
}

/** What several confirmations of one site say alike; a name they give different codes is none of theirs. */
function agreed([first, ...others]: readonly SiteProfile[]): SiteProfile | null {
  if (!first) return null;
  const said = groupBy(
    [first, ...others].flatMap(({ codes }) => Object.entries(codes)),
    ([label]) => label,
  );
  const alike = [...said].flatMap(([label, codes]) => {
    const [code, ...more] = new Set(codes.map(([, each]) => each));
    return code !== undefined && more.length === 0 ? [[label, code] as const] : [];
  });
  return { ...first, codes: Object.fromEntries(alike) };
}

/** Whether labels are attendance codes by themselves: “present” is among them, and no more are strange than are known. */
function areCodes(labels: readonly string[]): boolean {
  const read = labels.flatMap((label) => readLabel(label, 'AM') ?? []);
  const known = read.filter((label) => label.known);
  return known.some(({ code }) => isPresent(code)) && known.length * 2 >= read.length;
}

/** Whether what is written in the cell, where it is a code, is the code that the mark is called by. */
function isSame(code: string, text: string, session: Session): boolean {
  const written = readLabel(text, session);
  if (!written?.known) return true;
  return written.code === code || (isPresent(written.code) && isPresent(code));
}

/** Whether a code can stand in a cell of this colour: no code of an absence is present, and none is half a day. */
function fits(code: string, state: ShownMark['state']): boolean {
  if (state === null) return true;
  if (state === 'half-day') return false;
  const { class: statisticalClass } = codeEntry(code) ?? {};
  if (statisticalClass === undefined) return true;
  if (isAttended(statisticalClass)) return state === 'present';
  return state === 'absent' || statisticalClass.startsWith('not-');
}

const isPresent = (code: string): boolean => code === '/' || code === '\\';
