import type { MountAmendment } from '../amend/mount-amendment.tsx';
import type { MountLate } from '../late/mount-late.tsx';
import type { MountWhyCard } from '../register/mount-why-card.tsx';
import type { startOverlay } from './overlay.ts';

/** What scripts injected on demand leave for the content script of the same isolated world. */
export interface Offers {
  startOverlay: typeof startOverlay;
  mountWhyCard: MountWhyCard;
  mountAmendment: MountAmendment;
  mountLate: MountLate;
  /** Names of the pupils on this page, asked by a page of ours that lists them by number; null once we have left it. */
  names: () => NamesShown | null;
}

/** The pupils that a page names, by the number that its system gives them. */
export interface NamesShown {
  readonly origin: string;
  readonly names: Readonly<Record<string, string>>;
}

const DOOR = Symbol.for('registerwise.offers');
type Room = typeof globalThis & { [DOOR]?: Partial<Offers> };

/** Leaves a function. The page's own scripts live in another world and see none of it. */
export function offer<K extends keyof Offers>(name: K, what: Offers[K]): void {
  const room = globalThis as Room;
  room[DOOR] = { ...room[DOOR], [name]: what };
}

/** What was left; undefined until the script that leaves it has been injected. */
export function offered<K extends keyof Offers>(name: K): Offers[K] | undefined {
  return (globalThis as Room)[DOOR]?.[name];
}
