import { type RegisterReading, type SiteAdapter, SiteReadError } from '../contract.ts';
import { groupBy } from '../group-by.ts';
import { assess, strangeMarks } from '../health.ts';
import { readLabel } from '../label.ts';
import type { SiteProfile } from '../profile.ts';
import { extrasReader } from './extras.ts';
import { type Grid, gridsOf } from './grid.ts';
import { identify } from './identity.ts';
import { type Mark, type Marks, marksIn } from './marks.ts';
import { nameReader } from './names.ts';
import { surroundings } from './surroundings.ts';
import { suspicion } from './suspicion.ts';

/** What stands in the place of a name in a row of controls: "Set all to", "All pupils". */
const CONTROLS =
  /^(?:set|mark|fill|apply|give|change)\b.*\b(?:all|every\w*|blanks)\b|^(?:all|everyone|bulk)\b(?!,)/i;

/** Reads a register in any table, by what its cells hold. Says why when the page looks like one and cannot be trusted. */
export const generic: SiteAdapter = Object.freeze({
  id: 'generic',
  name: 'Any table of pupils and marks',
  version: 1,
  verified: null,
  matches: (_url: URL, document: Document) =>
    document.querySelector('table, [role=table], [role=grid], [role=treegrid]') ? 0.1 : 0,
  read(document: Document, _profile: SiteProfile | null): readonly RegisterReading[] {
    const grids = gridsOf(document);
    const found = grids.flatMap((grid) => {
      const marks = marksIn(grid);
      return marks ? [{ grid, marks }] : [];
    });
    const [only, ...others] = registersAmong(found);
    if (others.length > 0) throw new SiteReadError('This page shows more than one register.');
    if (only) return [readGrid(only)];
    if (found.length > 0) throw new SiteReadError('This register shows more than one mark for each pupil.');
    const strange = grids.map(suspicion).find((labels) => labels !== null);
    if (strange) throw new SiteReadError(strangeMarks(strange));
    return [];
  },
});

interface Candidate {
  readonly grid: Grid;
  readonly marks: Marks;
}

/** Tables with one mark a row; where several remain, those on screen: a register behind a tab is not looked at. */
function registersAmong(found: readonly Candidate[]): readonly Candidate[] {
  const single = found.filter(({ marks }) => marks.marks.length > marks.several);
  const best = single.filter((one) => !single.some((other) => isBetter(other, one)));
  if (best.length < 2) return best;
  const onScreen = best.filter(({ grid }) => grid.element.checkVisibility());
  return onScreen.length > 0 ? onScreen : best;
}

/** Of two tables one inside the other, the one with more marks holds the register; of equals, the inner. */
function isBetter(other: Candidate, one: Candidate): boolean {
  if (other === one) return false;
  const surplus = other.marks.marks.length - one.marks.marks.length;
  if (one.grid.element.contains(other.grid.element)) return surplus >= 0;
  return other.grid.element.contains(one.grid.element) && surplus > 0;
}

function readGrid({ grid, marks: { marks, several, vocabulary } }: Candidate): RegisterReading {
  if (several > 0) throw new SiteReadError('Some pupils on this register have more than one mark.');
  const column = mostCommon(marks.map((mark) => mark.column));
  const heading = grid.headings[column] ?? '';
  const { date, session } = surroundings(grid.element, vocabulary?.includes(heading) ? '' : heading);
  const pupils = pupilLines(grid, marks, column);
  const extras = extrasReader(grid);
  const lines = pupils.map(({ mark, ...line }) => ({ ...line, mark, label: readLabel(mark.label, session) }));
  return {
    adapter: 'generic',
    date,
    session,
    lesson: null,
    group: null,
    root: grid.element,
    rows: lines.flatMap(({ pupilKey, name, anchor, label, mark }) =>
      pupilKey === null
        ? []
        : [
            {
              pupilKey,
              name,
              code: label?.code ?? null,
              state: 'unknown',
              ...extras(mark.row),
              markElement: mark.element,
              anchor,
            },
          ],
    ),
    basis: { marks: 'drop-down', pupils: 'fields', labels: [] },
    health: assess(lines, vocabulary),
  };
}

/** The rows that are pupils': a row without an id is left out when it has no name where others do, or sets all marks. */
function pupilLines(grid: Grid, marks: readonly Mark[], column: number) {
  const nameOf = nameReader(
    grid,
    marks.map(({ row }) => row),
    column,
  );
  const keys = identify(grid.element, marks);
  const lines = marks.map((mark, i) => ({ mark, pupilKey: keys[i] ?? null, ...nameOf(mark.row) }));
  const named = lines.some(({ name }) => name !== null);
  return lines.filter(
    ({ pupilKey, name }) => pupilKey !== null || (name === null ? !named : !CONTROLS.test(name)),
  );
}

function mostCommon(numbers: readonly number[]): number {
  const groups = [...groupBy(numbers, (n) => n)].sort(([, a], [, b]) => b.length - a.length);
  return groups[0]?.[0] ?? -1;
}
