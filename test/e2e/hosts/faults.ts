import type { Page } from '@playwright/test';
import type { Driver } from '../../hosts/drive.ts';
import { truthOf } from '../../hosts/truth.ts';
import type { Box } from '../ax.ts';
import { LATE, type MarksMade } from './expected.ts';
import { documentOf, type Line, linesOf, overlayOn, type Piece, type Stand } from './overlay.ts';

/** What a look at a host page comes to. */
export interface Look {
  readonly stand: Stand;
  /** What is shown and not true, or lacks though there was room for it. Each a sentence. */
  readonly faults: readonly string[];
  /** Late marks on the screen, and how many of them have their finding beside them. */
  readonly late: number;
  readonly told: number;
}

const EDGE = 2;
const FEWEST = 3;

/** Holds all that is laid over the page against what the page's model says. */
export async function lookAt(page: Page, driver: Driver, made: MarksMade): Promise<Look> {
  const before = await documentOf(page);
  const truth = await truthOf(page);
  if ((await documentOf(page)) !== before) throw new Error('Asked in the middle of a navigation');
  made.see(truth, before);
  const shown = await driver.shown(page);
  const [{ stand, pieces }, lines] = await Promise.all([
    overlayOn(page),
    linesOf(page, [...new Set(truth.pupils.map(({ name }) => name))]),
  ]);
  const faults: string[] = [];
  const nameOf = (id: string) => truth.pupils.find((pupil) => pupil.id === id)?.name ?? '';
  if (stand.kind !== 'checking') {
    // One line or two may be anything: a list that is filtered so far may be passed over.
    if (stand.kind === 'nothing' && shown.length >= FEWEST) faults.push('nothing is said of the page');
    if (pieces.length > 0) faults.push(`not checking, and ${pieces.length} pieces stand on the page`);
    return { stand, faults, late: 0, told: 0 };
  }
  const ids = pupilsOf(lines, shown);
  if (!ids) faults.push(`the test finds ${lines.length} names on the page for ${shown.length} rows`);
  const onScreen = new Set(ids?.filter((_, i) => lines[i]?.seen));
  const late = [...made.late].filter((id) => onScreen.has(id));
  const told = new Set<string>();
  const counted = new Set<string>();
  for (const piece of pieces) {
    const at = lines.flatMap(({ row }, i) => (holds(row, piece.box, lines) ? [ids?.[i] ?? ''] : []));
    const [id] = at;
    if (id === undefined) faults.push(`beside no pupil: ${words(piece)}`);
    else if (at.length > 1) faults.push(`between ${at.join(' and ')}: ${words(piece)}`);
    else if (piece.kind === 'finding') {
      if (!made.late.has(id) || !LATE.test(piece.says)) faults.push(`beside ${id}: ${words(piece)}`);
      if (told.has(id)) faults.push(`twice beside ${id}: ${words(piece)}`);
      told.add(id);
    } else {
      const count = Number(/^\d+/.exec(piece.says)?.[0] ?? -1);
      const wanted = made.counts(id);
      if (!wanted.includes(count))
        faults.push(`beside ${id}, who has ${wanted.join(' or ')}: ${words(piece)}`);
      if (counted.has(id)) faults.push(`twice beside ${id}: ${words(piece)}`);
      counted.add(id);
      const line = lines[ids?.indexOf(id) ?? -1];
      if (line && !onLine(line, piece.box, lines))
        faults.push(`not on the line of ${id}’s name: ${words(piece)}`);
    }
  }
  const rows = stand.inAll ?? truth.inView;
  if (stand.pupils !== shown.length)
    faults.push(`says ${stand.pupils} pupils where ${shown.length} are drawn`);
  if (stand.inAll === null && stand.pupils < rows) faults.push(`does not say that there are ${rows} pupils`);
  const said = late.filter((id) => told.has(id) || (stand.unplaced > 0 && barTells(stand, nameOf(id))));
  return { stand, faults, late: late.length, told: said.length };
}

/** Where there is no room in the row, the bar tells of it. */
const barTells = ({ tells }: Stand & { kind: 'checking' }, name: string) => tells.includes(name);

const words = ({ kind, says }: Piece) => `${kind} “${says.slice(0, 60)}”`;
/** Whether a piece stands on a row: however far to the side, but of a card inside it. */
const holds = (row: Box, piece: Box, lines: readonly Line[]) =>
  isOn(row, piece) &&
  (!isShared(row, lines) || (piece.left >= row.left - EDGE && piece.right <= row.right + EDGE));
/** Whether it is a card, beside which there are others. */
const isShared = (row: Box, lines: readonly Line[]) =>
  lines.some((other) => isOn(other.row, row) && (other.row.left >= row.right || other.row.right <= row.left));
const isOn = (row: Box, { top, bottom }: Box) =>
  (top + bottom) / 2 > row.top && (top + bottom) / 2 < row.bottom;
/** On the line of the name; of a card, anywhere in it. */
const onLine = ({ text, row }: Line, { top, bottom }: Box, lines: readonly Line[]) => {
  const middle = (top + bottom) / 2;
  return isShared(row, lines) || (middle > text.top - EDGE && middle < text.bottom + EDGE);
};

/** Whose each line is: of two pupils of one name the order in which they stand tells; null where the two lists differ. */
function pupilsOf(
  lines: readonly Line[],
  shown: readonly { readonly id: string; readonly name: string }[],
): readonly string[] | null {
  const left = [...shown];
  const ids = lines.map(({ name }) => {
    const at = left.findIndex((row) => row.name === name);
    return at < 0 ? null : (left.splice(at, 1)[0]?.id ?? null);
  });
  const sure = ids.flatMap((id) => (id === null ? [] : [id]));
  return left.length === 0 && sure.length === ids.length ? sure : null;
}
