import type { IsoDate, Session } from '../../rules/calendar/dates.ts';
import type { Basis, ReadLabel, RegisterReading, RegisterRow } from '../contract.ts';
import { assess } from '../health.ts';
import type { SiteProfile } from '../profile.ts';
import { settle } from '../sitting.ts';
import { extrasReader } from './extras.ts';
import type { Register } from './generic.ts';
import { type PupilLine, pupilsOf } from './pupils.ts';
import { stateOf } from './state.ts';
import { surroundings } from './surroundings.ts';
import { NOT_TICKED, type Words } from './words.ts';

/** What is known before a page is read. */
interface Known {
  readonly words: Words;
  readonly profile: SiteProfile | null;
  readonly today: IsoDate | undefined;
}

/** Reads what registers hold, each with the reason where it cannot be trusted. */
export const readingWith =
  (known: Known) =>
  (register: Register, others: readonly Register[]): RegisterReading =>
    readingOf(register, others, known);

function readingOf(
  register: Register,
  others: readonly Register[],
  { words, profile, today }: Known,
): RegisterReading {
  const { sheet, column } = register;
  const { vocabulary } = column;
  const heading = vocabulary?.includes(column.heading) ? '' : column.heading;
  const { date, group, ...sitting } = surroundings(sheet.root, heading, {
    others: others.map((other) => other.sheet.root),
    first: sheet.lines[0]?.parts[0] ?? null,
    today: today ?? null,
  });
  const { session, lesson, half, fault: doubt } = settle(sitting, profile?.session ?? null);
  const pupils = pupilsOf(sheet, column);
  const extras = extrasReader(sheet);
  const read = pupils.lines.map((line) => ({ line, meaning: words.meaning(line.mark.label, half) }));
  const codeOf = ({ line, meaning }: (typeof read)[number]): string | null =>
    meaning ? (meaning.code ?? line.mark.label) : null;
  const health = assess(
    read.map(({ line, meaning }) => ({
      pupilKey: line.pupilKey,
      label: meaning && {
        code: meaning.code ?? line.mark.label,
        known: meaning.code !== null || (profile === null && meaning.proposed !== null),
      },
    })),
    vocabulary && !words.isVocabulary(vocabulary) ? vocabulary : null,
  );
  const unknown = read.flatMap(({ line, meaning }) =>
    meaning && meaning.code === null ? [line.mark.label] : [],
  );
  const fault = column.fault ?? pupils.fault;
  const inAll = sheet.linesInAll ?? (pupils.filling > 0 ? pupils.lines.length + pupils.filling : 0);
  return {
    adapter: 'generic',
    date,
    session,
    lesson,
    group,
    root: sheet.root,
    rows: read.flatMap((one): RegisterRow[] => {
      const { pupilKey, name, anchor, mark } = one.line;
      if (pupilKey === null) return [];
      const state = stateOf(mark, sheet.root);
      return [
        { pupilKey, name, code: codeOf(one), state, ...extras(mark.line), markElement: mark.element, anchor },
      ];
    }),
    basis: basisOf(register, pupils.place, pupils.lines, words, half),
    health: {
      ...health,
      unknownCodes: [...new Set(unknown)],
      rowsInAll: inAll > pupils.lines.length ? inAll : null,
      paused: sheet.fault ?? health.paused ?? fault ?? doubt,
    },
  };
}

function basisOf(
  { column }: Register,
  place: string,
  lines: readonly PupilLine[],
  words: Words,
  half: Session | null,
): Basis {
  const all = new Set([...(column.vocabulary ?? []), ...lines.map(({ mark }) => mark.label)]);
  const labels = [...all].flatMap((label): ReadLabel[] => {
    const meaning = words.meaning(label, half);
    if (meaning) return [{ label, ...meaning }];
    return label === NOT_TICKED ? [{ label, code: null, proposed: null }] : [];
  });
  return { marks: column.kind, pupils: place, labels };
}
