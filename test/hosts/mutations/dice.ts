/** Chance that can be repeated: the same seed throws the same numbers. */
export interface Dice {
  /** 0 up to, not including, `below`. */
  int(below: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Some of a list, at least `fewest`, in their order. */
  some<T>(list: readonly T[], share: number, fewest?: number): T[];
  shuffled<T>(list: readonly T[]): T[];
  /** Letters and figures as build tools put into names. */
  word(): string;
}

/** Dice of a seed (the generator "mulberry32"). */
export function diceOf(seed: number): Dice {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [next(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  return {
    int,
    shuffled,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => list[int(list.length)] as T,
    some: (list, share, fewest = 1) => {
      const wanted = Math.min(list.length, Math.max(fewest, Math.round(list.length * share)));
      const chosen = new Set(shuffled(list).slice(0, wanted));
      return list.filter((one) => chosen.has(one));
    },
    word: () =>
      `${'abcdefgh'.charAt(int(8))}${(next() * 4294967296).toString(36).replace('.', '').slice(0, 6)}`,
  };
}
