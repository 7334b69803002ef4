import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';

/** Changes the page, and says in the scene what is true then. Returns false when the page has nothing to change so. */
export type Operator = (scene: Scene, dice: Dice) => boolean;

/** Operators by the names that reports call them. */
export type Operators = Readonly<Record<string, Operator>>;
