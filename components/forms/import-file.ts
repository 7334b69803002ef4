import type { IsoDate } from '../../rules/calendar/dates.ts';

/** One thing about how a file is read that can be put right: chosen from a list, or a day. */
export interface ImportChoice {
  readonly id: string;
  readonly label: string;
  /** Empty while nothing is chosen. */
  readonly value: string;
  /** Null for a day, `YYYY-MM-DD`. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  /** Name of the group of choices that are shown only when they are asked for; null for one that is always shown. */
  readonly group: string | null;
}

/** The first real rows of a file, and what each column is read as. */
export interface ImportPreview {
  /** `use` is null for a column that is not read. */
  readonly columns: readonly { readonly heading: string; readonly use: string | null }[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Columns that are not shown. */
  readonly more: number;
  /** Rows above the headings, which are not read. */
  readonly above: number;
}

/** A row of the file, or one cell of it, that would not be imported. */
export interface BadRow {
  readonly line: number;
  /** Heading of the cell; null where it is the whole row. */
  readonly column: string | null;
  /** What could not be read. */
  readonly value: string;
  /** Why, in plain words. */
  readonly reason: string;
}

/** What an import would bring in. */
export interface ImportTotals {
  readonly pupils: number;
  readonly marks: number;
  /** Rows and cells that cannot be read, and how many different rows they are in. */
  readonly bad: number;
  readonly badRows: number;
  /** Marks for a session that an earlier row already had one for: the later row stands. */
  readonly duplicates: number;
  /** Those of them whose mark differs. */
  readonly corrections: number;
  /** Sessions whose mark is blank. */
  readonly unmarked: number;
  /** Null when there is no mark. */
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
}

/** What a file would bring in, or one plain sentence that says why nothing. */
export type ImportOutcome =
  | { readonly ok: true; readonly totals: ImportTotals }
  | { readonly ok: false; readonly why: string };

/** What an import did. */
export interface ImportDone {
  readonly id: number;
  readonly pupils: number;
  readonly marks: number;
  /** Sessions whose kept mark was replaced by a different one. */
  readonly changed: number;
  /** Sessions whose kept mark differs and stands, because a page was seen to hold it after the file was saved. */
  readonly stood: number;
}

/** Hears how much is done, from 0 to 1. */
export type OnProgress = (done: number) => void;

/** A file that was opened, or a table that was pasted. Nothing is kept of it until it is sent. */
export interface ImportFile {
  readonly name: string;
  /** What the number of a row counts. */
  readonly unit: 'line' | 'row' | 'record';
  /** Whether it is read as the last file with such headings was. */
  readonly known: boolean;
  readonly choices: readonly ImportChoice[];
  readonly preview: ImportPreview;
  /** The same file, with one choice made. */
  choose(id: string, value: string): ImportFile;
  /** Reads all of it. Rejects with a plain sentence where it is too large or broken. */
  read(onProgress: OnProgress): Promise<ImportOutcome>;
  /** Bad rows of the last reading, from the one at `from`. */
  bad(from: number, count: number): Promise<readonly BadRow[]>;
  /** All of them as CSV. */
  badCsv(): Promise<string>;
  /** Keeps all of it, or nothing. */
  send(origin: string, onProgress: OnProgress, signal: AbortSignal): Promise<ImportDone>;
}
