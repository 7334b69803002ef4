import Papa, { type ParseResult } from 'papaparse';
import {
  type ColumnMapping,
  type ProposedMapping,
  proposeColumns,
  refusal,
  wholeMapping,
} from './columns.ts';
import { type ImportPlan, importPlan, type PlanBuilder } from './plan.ts';

/** The head of a file, for the user to look at and to put the columns right. */
export interface CsvPreview {
  readonly headings: readonly string[];
  /** The first few rows under the headings. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: ProposedMapping;
  /** One sentence that says why it cannot be read as it is mapped now; null when it can. */
  readonly refusal: string | null;
}

export type CsvReading =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly refusal: string };

type Row = string[];

const PREVIEW_ROWS = 20;
const PREVIEW_BYTES = 256 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;

const SPREADSHEET = 'This is a spreadsheet file. Save it as CSV first, then choose the CSV file.';
const EMPTY = 'This file is empty.';

// No `worker`: Papa Parse starts one from a blob, which the extension's content security policy forbids.
const COMMON = { delimitersToGuess: [',', '\t', ';'], worker: false as const };

/** Reads the head of a CSV, tab- or semicolon-separated file (UTF-8) and proposes which column is which. */
export async function previewCsv(file: File | string): Promise<CsvPreview> {
  const { data } = await new Promise<ParseResult<Row>>((resolve, reject) => {
    start(file, {
      ...COMMON,
      preview: PREVIEW_ROWS,
      chunkSize: PREVIEW_BYTES,
      complete: resolve,
      error: reject,
    });
  });
  const [headings = [], ...rows] = data.filter((row) => !isBlank(row));
  const mapping = proposeColumns(headings);
  return { headings, rows: rows.slice(0, 5), mapping, refusal: refusalOf(headings, mapping) };
}

/**
 * Reads a whole file of marks in long form, one row for each pupil, date and session. Nothing is stored. `mapping` is what the
 * user confirmed; without it the headings decide. Rejects when the file itself cannot be read.
 */
export async function readCsv(file: File | string, mapping?: ColumnMapping): Promise<CsvReading> {
  const reader = chunkReader(mapping);
  await new Promise<void>((resolve, reject) => {
    start(file, {
      ...COMMON,
      chunkSize: CHUNK_BYTES,
      chunk(results, parser) {
        try {
          if (!reader.take(results)) parser.abort();
        } catch (error) {
          reject(error);
          parser.abort();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return reader.finish();
}

/** Takes the file chunk by chunk: the first row that is not blank holds the headings, the rest are rows. */
function chunkReader(chosen: ColumnMapping | undefined) {
  let builder: PlanBuilder | null = null;
  let refused: string = EMPTY;
  let line = 1;

  function begin(headings: Row): boolean {
    const proposed = chosen ?? proposeColumns(headings);
    const mapping = wholeMapping(proposed);
    const why = refusalOf(headings, proposed);
    if (!mapping || why !== null) {
      refused = why ?? EMPTY;
      return false;
    }
    builder = importPlan(mapping, headings.length);
    return true;
  }

  /** False when the file is refused and the rest of it need not be read. */
  function take({ data, errors }: ParseResult<Row>): boolean {
    const torn = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
    for (const [index, row] of data.entries()) {
      const at = line;
      line += 1 + lineBreaksIn(row);
      if (isBlank(row)) continue;
      if (!builder) {
        if (!begin(row)) return false;
      } else if (torn.has(index)) builder.refuse(at, row.join(' '), 'a quotation mark is not closed');
      else builder.add(at, row);
    }
    return true;
  }

  function finish(): CsvReading {
    return builder ? { ok: true, plan: builder.finish() } : { ok: false, refusal: refused };
  }

  return { take, finish };
}

function refusalOf(headings: readonly string[], mapping: ProposedMapping): string | null {
  if (headings.length === 0) return EMPTY;
  return headings[0]?.startsWith('PK\u0003\u0004') ? SPREADSHEET : refusal(headings, mapping);
}

type Config = Papa.ParseConfig<Row, File> & {
  readonly worker: false;
  readonly chunkSize: number;
  chunk?(results: ParseResult<Row>, parser: Papa.Parser): void;
  complete(results: ParseResult<Row>): void;
  error(error: Error): void;
};

function start(file: File | string, config: Config): void {
  if (typeof file !== 'string') Papa.parse<Row, File>(file, config);
  else Papa.parse<Row>(file, textConfig(config));
}

/** A text cannot fail to be read, and Papa Parse's types allow no `error` for one. */
function textConfig({ error: _, complete, ...config }: Config) {
  return { ...config, complete };
}

function isBlank(row: Row): boolean {
  return row.every((cell) => cell.trim() === '');
}

function lineBreaksIn(row: Row): number {
  let breaks = 0;
  for (const cell of row) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}
