import type { Sitting } from '../sitting.ts';
import { levelsAbove } from './above.ts';
import { dataDatesOf, dateFieldsIn } from './date-fields.ts';
import { theDay } from './day-above.ts';
import { theGroup } from './group.ts';
import { linesIn } from './lines.ts';
import { buttonsIn, chosenIn, datesOfferedIn, headingsIn, labelsOf, saidBy } from './sayings.ts';
import { theSitting } from './session-above.ts';

/** What the page says about the whole register; null where it says nothing, or two things. */
export interface Surroundings extends Sitting {
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly group: string | null;
}

/** What is known beside the register itself. */
export interface Beside {
  /** The other registers of the page: what is said of them is not said of this one. */
  readonly others?: readonly Element[];
  /** The first pupil's line: the register's heading may stand inside the register, as with cards; not so in a table. */
  readonly first?: Element | null;
  /** `YYYY-MM-DD`. Null: "Today", and dates without a year, are of no known day. */
  readonly today?: string | null;
}

const TABLE = 'table, [role=table], [role=grid], [role=treegrid]';

/**
 * Date, session, lesson and group of a register, from what stands around it: its names and its mark column, what is chosen
 * in controls above it, and the nearest headings, which must all agree; where these are silent, other lines close above.
 * Says nothing rather than something doubtful.
 * @param markHeading the heading of the column of marks; blank where there is none
 */
export function surroundings(
  register: Element,
  markHeading: string,
  { others = [], first = null, today = null }: Beside = {},
): Surroundings {
  const { ownerDocument: page } = register;
  const above = levelsAbove((register.matches(TABLE) ? null : first) ?? register, others);
  const fromRegister = above.slice(above.findIndex(({ around }) => around === register));
  const drawn = register.checkVisibility();
  const isShown = (element: Element): boolean => !drawn || element.checkVisibility();
  // A dialog's register has nothing to do with the page behind it, nor with its title.
  const title = above.some(({ around }) => around === page.documentElement) ? page.title : '';
  const said = {
    labels: [{ text: markHeading, own: true }, ...labelsOf(fromRegister)],
    chosen: chosenIn(above, isShown),
    headings: headingsIn(above, isShown),
    lines: [...linesIn(above, isShown), ...saidBy([title], false)],
  };
  const dated = {
    ...said,
    fields: [...dataDatesOf(fromRegister), ...dateFieldsIn(above, isShown)],
    buttons: buttonsIn(above, isShown),
    offered: datesOfferedIn(above),
  };
  return { date: theDay(dated, today), ...theSitting(said, dated.buttons), group: theGroup(said) };
}
