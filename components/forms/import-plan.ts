/** One choice of what a column holds, as offered: `pupil`, “Pupil’s id”. */
export interface ColumnUse {
  readonly value: string;
  readonly label: string;
}

/** A line of the file that would not be imported. */
export interface BadRow {
  /** Line in the file, the first being 1. */
  readonly line: number;
  readonly text: string;
  /** One plain sentence. */
  readonly reason: string;
}

/** A file as it would be imported, under one mapping of its columns. Nothing is kept yet. */
export interface ImportView {
  /** Headings of the file's columns, in order; a column without one is ''. */
  readonly headings: readonly string[];
  /** What each column is taken to hold, in the order of `headings`: a value of `uses`. */
  readonly mapping: readonly string[];
  readonly uses: readonly ColumnUse[];
  /** The first real rows, cell by cell. */
  readonly sample: readonly (readonly string[])[];
  /** Why nothing can be read under this mapping, as one plain sentence; null when it can. */
  readonly problem: string | null;
  /** The first marks as they would be kept. */
  readonly preview: readonly {
    readonly pupil: string;
    readonly date: string;
    readonly session: string;
    readonly code: string;
  }[];
  readonly pupils: number;
  readonly marks: number;
  readonly goodRows: number;
  readonly badRows: readonly BadRow[];
}
