/** Whose counts are on the screen. They start shown or hidden by role, and are shown one by one or all at once. */
export interface Privacy {
  /** Whether this pupil's count is shown. */
  shows(pupil: string): boolean;
  /** Whether any count is. */
  readonly any: boolean;
  /** Shows one pupil's. */
  reveal(pupil: string): void;
  /** Shows all, or hides all. */
  set(shown: boolean): void;
}

/** Everything hidden, until somebody says otherwise. */
export function privacy(): Privacy {
  let all = false;
  const revealed = new Set<string>();
  return {
    shows: (pupil) => all || revealed.has(pupil),
    get any() {
      return all || revealed.size > 0;
    },
    reveal: (pupil) => void revealed.add(pupil),
    set(shown) {
      all = shown;
      revealed.clear();
    },
  };
}
