import { listMarks } from '../../rules/strips/strips.ts';
import { choose } from '../../store/import/choices.ts';
import { type ImportDesk, importDesk, type Opened } from '../../store/import/desk.ts';
import type { Layout } from '../../store/import/layout.ts';
import { PlainError } from '../../store/plain-error.ts';
import { fromBase64 } from '../../store/strip-text.ts';
import { encode } from './encode.ts';
import { type Mutation, mutateBytes, mutateSheet } from './mutate.ts';
import { type Made, made, type School, type Style } from './school.ts';
import { type Sheet, write } from './write.ts';

/** One made file. */
export interface Case {
  readonly school: School;
  readonly style: Style;
  readonly mutation: Mutation;
}

/** How a file fared: all of it read, some of it left out and listed, all of it refused in a sentence. */
export type Fate = 'whole' | 'part' | 'refused';

/** What is said of one file: how it fared, whether its layout was proposed rightly, and whether its dates were asked about. */
export interface Verdict {
  readonly fate: Fate;
  readonly proposed: boolean;
  readonly asked: boolean;
  readonly milliseconds: number;
}

/** A file that takes longer hangs: real ones of this size take a few milliseconds. */
const TOO_LONG_MS = 5_000;

/**
 * Imports one file as a person would who knows it and puts its layout right. Throws where a mark comes out that was not made, where
 * an unharmed file is not read whole, and for any error that is no plain sentence.
 */
export async function judge({ school, style: wanted, mutation }: Case): Promise<Verdict> {
  // XML has no second row of headings, and its fields cannot share a name.
  const style: Style =
    wanted.format === 'xml' && wanted.shape === 'two-rows' ? { ...wanted, format: 'text' } : wanted;
  const sheet = write(school, style);
  const whole = encode(mutateSheet(sheet, mutation), style);
  const harmed = typeof whole === 'string' ? null : mutateBytes(whole, mutation);
  const source = harmed?.bytes ?? whole;
  const allowed = harmed
    ? allowedIn(whole as Uint8Array, harmed, sheet, style)
    : 'row' in mutation
      ? sheet.sessions
      : 0;

  const began = performance.now();
  const outcome = await bring(source, sheet, style).catch((error: unknown) => {
    if (error instanceof PlainError) return null;
    throw error;
  });
  const milliseconds = performance.now() - began;
  if (milliseconds > TOO_LONG_MS) throw new Error(`It took ${Math.round(milliseconds)} ms.`);
  const unharmed = mutation.kind === 'none' || ('at' in mutation && harmed === null);
  if (!outcome) {
    if (unharmed) throw new Error('An unharmed file could not be opened.');
    return { fate: 'refused', proposed: false, asked: false, milliseconds };
  }
  const truth = made(school);
  for (const marks of [outcome.proposed, outcome.marks]) if (marks) check(marks, truth, allowed);
  if (unharmed && !mayBeRefused(style)) {
    if (!outcome.marks) throw new Error(`An unharmed file was refused: ${outcome.why}`);
    if (outcome.marks.size !== truth.size || outcome.bad > 0)
      throw new Error(
        `Of an unharmed file ${outcome.marks.size} of ${truth.size} marks came, ${outcome.bad} bad.`,
      );
  }
  const fate = !outcome.marks ? 'refused' : outcome.bad > 0 ? 'part' : 'whole';
  return { fate, proposed: outcome.rightly, asked: outcome.asked, milliseconds };
}

/** One-character marks cannot hold the codes of 2024: such rows are refused. */
function mayBeRefused({ shape }: Style): boolean {
  return shape === 'one' || shape === 'seven-days';
}

function check(marks: Made, truth: Made, allowed: number): void {
  const wrong = [...marks].filter(([session, code]) => truth.get(session) !== code);
  if (wrong.length > allowed)
    throw new Error(
      `Marks that nobody made: ${wrong
        .slice(0, 5)
        .map(([session, code]) => `${session} ${code} (${truth.get(session)})`)
        .join(', ')}`,
    );
}

/**
 * How many marks may differ when bytes are changed: those of the rows they touch, for the file says what it says. A change to the
 * headings may give every mark another date or session; a packed file has no such excuse.
 */
function allowedIn(
  bytes: Uint8Array,
  { from, to }: { from: number; to: number },
  sheet: Sheet,
  { format, encoding, newline }: Style,
): number {
  if (format === 'xlsx') return 0;
  const of = encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8';
  const sign = format === 'xml' || newline === '\r\n' ? '\n' : newline;
  const before = (end: number) =>
    new TextDecoder(of).decode(bytes.subarray(0, Math.max(0, end))).split(sign).length - 1;
  const head = format === 'xml' ? 2 : sheet.titles.length + sheet.headings.length;
  const [first, last] = [before(from - 2), before(to + 2)];
  return first < head ? Number.POSITIVE_INFINITY : (last - first + 1) * sheet.sessions;
}

interface Outcome {
  /** What came of the layout as it was proposed; null where it was refused. */
  readonly proposed: Made | null;
  /** What came of the right layout. */
  readonly marks: Made | null;
  readonly why: string;
  readonly bad: number;
  readonly rightly: boolean;
  readonly asked: boolean;
}

async function bring(source: Uint8Array<ArrayBuffer> | string, sheet: Sheet, style: Style): Promise<Outcome> {
  const desk = importDesk();
  const opened = await desk.open(typeof source === 'string' ? source : new File([source], 'marks'), {});
  const proposed = readBy(desk, opened.layout);
  const right = rightLayout(opened, sheet, style);
  const asDatesShow = { ...right, order: null };
  const first = readBy(desk, asDatesShow);
  const last = first.marks ? first : readBy(desk, right);
  return {
    ...{ proposed: proposed.marks, marks: last.marks, why: last.why, bad: last.bad },
    ...{ rightly: sameColumns(opened.layout, right), asked: first.marks === null && last.marks !== null },
  };
}

function readBy(desk: ImportDesk, layout: Layout): { marks: Made | null; why: string; bad: number } {
  const read = desk.read(layout, () => {});
  if (!read.ok) return { marks: null, why: read.why, bad: 0 };
  const marks = new Map<string, string>();
  for (let part = 0; part < read.parts; part++)
    for (const { pupil, year, bytes } of desk.part(part).strips)
      for (const { date, session, code } of listMarks([
        { year, bytes: fromBase64(bytes) ?? new Uint8Array() },
      ]))
        marks.set(`${pupil}|${date}|${session}`, code);
  return { marks, why: '', bad: read.totals.bad };
}

/** What a person who knows the file chooses; the heading first, for it has the columns found anew. */
function rightLayout(opened: Opened, sheet: Sheet, { format }: Style): Layout {
  const heading = format === 'xml' ? [] : [['heading', String(sheet.titles.length + 1)] as const];
  const choices = [...heading, ...Object.entries(sheet.truth)];
  return choices.reduce((layout, [id, value]) => choose(layout, opened, id, value), opened.layout);
}

function sameColumns(a: Layout, b: Layout): boolean {
  const bare = (layout: Layout) =>
    JSON.stringify({ ...layout, order: null, name: [], week: null, holds: null, written: null });
  return bare(a) === bare(b);
}
