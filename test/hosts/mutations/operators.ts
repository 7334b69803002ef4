import { around } from './around.ts';
import { attributes } from './attributes.ts';
import { codes } from './codes.ts';
import { columns } from './columns.ts';
import { diceOf } from './dice.ts';
import { headings } from './headings.ts';
import { numbers } from './numbers.ts';
import type { Operator } from './operator.ts';
import { rows } from './rows.ts';
import { said } from './said.ts';
import { shape } from './shape.ts';

/** Every way of changing a page, by name. */
export const OPERATORS: readonly (readonly [string, Operator])[] = Object.entries({
  ...attributes,
  ...numbers,
  ...columns,
  ...headings,
  ...rows,
  ...codes,
  ...shape,
  ...said,
  ...around,
});

/** What a seed does: each operator alone as many times as asked, then two or three of them together. */
export function operatorsOf(seed: number, alone: number): readonly (readonly [string, Operator])[] {
  if (seed < OPERATORS.length * alone) return OPERATORS.slice(seed % OPERATORS.length).slice(0, 1);
  const dice = diceOf(seed + 77_777);
  return dice.shuffled(OPERATORS).slice(0, 2 + dice.int(2));
}
