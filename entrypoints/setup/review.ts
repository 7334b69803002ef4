import type { Outline } from '../../components/setup/outlines.tsx';
import type { Fact, Review } from '../../components/setup/review-panel.tsx';
import { textOf } from '../../sites/text.ts';
import type { DraftReading } from './draft.ts';
import { plainName } from './saved.ts';
import type { Stage } from './stage.ts';
import { FAULTS, fullDay, sessionWord } from './words.ts';

type Line = DraftReading['lines'][number];

const LONGEST = 60;

/** What the draft comes to, for the panel. Rows are named by their place until the page changes. */
export function reviewOf(now: DraftReading | null, stage: Stage, problem: string | null): Review {
  const { lines, reading } = now ?? { lines: [], reading: null };
  return {
    ...{ rows: lines.length, problem, name: plainName(stage.profiles, false) },
    odd: oddOf(lines).map(([line, id]) => ({
      ...{ id, says: saysOf(line), why: line.fault ? FAULTS[line.fault] : '' },
    })),
    facts: now ? factsOf(now) : [],
    labels: reading?.basis?.labels ?? [],
    asksSession: reading !== null && reading.session === null && reading.lesson === null,
  };
}

/** The line that the panel calls by this id. */
export function lineOf(now: DraftReading | null, id: string): Line | null {
  return now?.lines[Number(id)] ?? null;
}

/** A frame around every line, the odd ones under their number in the panel's list. */
export function outlinesOf(lines: readonly Line[]): readonly Outline[] {
  const odd = new Map(oddOf(lines).map(([line], i) => [line, String(i + 1)]));
  return lines.map((line): Outline => {
    const tag = odd.get(line);
    return tag ? { elements: [line.line], kind: 'odd', tag } : { elements: [line.line], kind: 'row' };
  });
}

function oddOf(lines: readonly Line[]): readonly (readonly [Line, string])[] {
  return lines.flatMap((line, i) => (line.fault === null ? [] : [[line, String(i)] as const]));
}

function saysOf({ name, line }: Line): string {
  return (name ?? textOf(line).slice(0, LONGEST)) || 'An empty row';
}

function factsOf({ lines, reading }: DraftReading): readonly Fact[] {
  const sample = lines.find(({ fault }) => fault === null);
  const { date, session } = reading;
  return [
    {
      ...{ what: 'number', label: 'Number' },
      says: sample ? `${sample.number} is ${sample.name ?? 'the first pupil'}` : 'Not found',
    },
    {
      ...{ what: 'date', label: 'Date' },
      says: date === null ? 'Not shown, so today is assumed' : fullDay(date),
    },
    {
      ...{ what: 'session', label: 'Session' },
      says: session === null ? 'Not shown' : sessionWord(session),
    },
  ];
}
