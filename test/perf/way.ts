/** What one pupil comes to, as every way must answer it. A way that cannot work out a part leaves it out and says so. */
export interface Answer {
  /** Sessions coded G, N, O or U in the window. */
  readonly total: number;
  /** The first session at which the total reached ten, as `2026-11-09 AM`; null when it never did. */
  readonly firstMet?: string | null;
  /** Sessions of the academic year: attended, authorised, unauthorised, not possible. */
  readonly year?: readonly [number, number, number, number];
}

/** One way to make the summaries of the whole school. */
export interface Way {
  readonly name: string;
  /** What is timed, in words. */
  readonly computes: string;
  /** Timed runs, of which the median counts. */
  readonly runs: number;
  /** Gets the marks to where this way wants them; its time is given apart. Throws where this way cannot run here. */
  load(): Promise<Loaded>;
}

export interface Loaded {
  /** All answers, in the order of the pupils. */
  run(): Answer[] | Promise<Answer[]>;
  /** One pupil again, after one mark; left out where there is nothing to make. Microseconds, median. */
  one?(): number;
}
