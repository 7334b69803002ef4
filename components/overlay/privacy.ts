/** Whose counts are on the screen. They start shown or hidden by role, and are shown one by one or all at once. */
export interface Privacy {
  /** Whether this pupil's count is shown. */
  shows(pupil: string): boolean;
  /** Whether any count is. */
  readonly any: boolean;
  /** How counts start here; shows or hides all accordingly. */
  start(shown: boolean): void;
  /** Shows one pupil's. */
  reveal(pupil: string): void;
  /** Shows all, or hides all, because a person said so: it holds whoever else may see the screen. */
  set(shown: boolean): void;
  /**
   * `covered`: hides all while more people than usual see the screen, or it is being printed. Afterwards those that start
   * shown, and were, are shown again; what was revealed stays hidden. Answers whether anything changed.
   */
  cover(covered: boolean): boolean;
}

/** Everything hidden, until somebody says otherwise. */
export function privacy(): Privacy {
  let startsShown = false;
  let all = false;
  /** Under cover: whether all were shown before; null without. */
  let before: boolean | null = null;
  const revealed = new Set<string>();
  const put = (shown: boolean) => {
    all = shown;
    revealed.clear();
  };
  return {
    shows: (pupil) => all || revealed.has(pupil),
    get any() {
      return all || revealed.size > 0;
    },
    start(shown) {
      startsShown = shown;
      if (before === null) put(shown);
      else before = shown;
    },
    reveal: (pupil) => void revealed.add(pupil),
    set(shown) {
      if (before !== null) before = shown;
      put(shown);
    },
    cover(covered) {
      if (covered === (before !== null)) return false;
      const shown = !covered && before === true && startsShown;
      before = covered ? all : null;
      put(shown);
      return true;
    },
  };
}
