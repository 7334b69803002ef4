/** What a column of a file of marks can hold. */
export type ImportColumn = 'pupil' | 'date' | 'session' | 'code';

/** Which column of the file holds what, by its place from 0; null where none was recognised or chosen. */
export type ImportMapping = Readonly<Record<ImportColumn, number | null>>;

/** A row of the file that would not be imported. */
export interface BadRow {
  /** Line in the file, the first being 1. */
  readonly line: number;
  /** What could not be read. */
  readonly value: string;
  /** Why, in plain words. */
  readonly reason: string;
}

/** What an import would bring in. */
export interface ImportTotals {
  readonly pupils: number;
  readonly marks: number;
  readonly badRows: readonly BadRow[];
  /** Rows for a session that an earlier row already had a mark for: the later row stands. */
  readonly duplicates: number;
  /** Rows whose mark is blank. */
  readonly unmarked: number;
  /** `YYYY-MM-DD`; null when there is no mark. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A file as it would be imported under one mapping of its columns. Nothing is kept yet. */
export interface ImportReading<P extends ImportTotals> {
  readonly headings: readonly string[];
  /** The first real rows, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: ImportMapping;
  /** The plan, or one plain sentence that says why there is none under this mapping. */
  readonly outcome: { readonly ok: true; readonly plan: P } | { readonly ok: false; readonly why: string };
}
