import Papa, { type ParseResult } from 'papaparse';
import { PlainError } from '../plain-error.ts';
import { MOST, OVER, rowCounter } from './bounds.ts';
import { isBlank, type RowFault, type Table, type TakeRow } from './table.ts';

type Row = string[];

const CHUNK = 1024 * 1024;
/** Chunks after which a row that has not ended is given up: no row within the bounds is as long. */
const MOST_CHUNKS_OF_ROW = 4;
const SEPARATORS = [',', '\t', ';', '|'];

/** A comma-, tab-, semicolon- or pipe-separated text; `separator` where it is known, as of a table that was pasted. */
export function textTable(text: string, separator = ''): Table {
  return {
    unit: 'line',
    sheets: [''],
    each: (_, take, onProgress) => eachRow(text, separator, take, onProgress),
  };
}

function eachRow(
  text: string,
  separator: string,
  take: TakeRow,
  onProgress: ((done: number) => void) | undefined,
): void {
  const count = rowCounter();
  const quoted = text.includes('"');
  let line = 1;
  let failed: unknown = null;
  let reached = 0;
  let stuck = 0;

  /** False when the rest is not wanted. */
  function takeAll({ data, errors }: ParseResult<Row>): boolean {
    const torn = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
    for (let index = 0; index < data.length; index++) {
      const row = data[index] as Row;
      const at = line;
      line += quoted ? 1 + lineBreaksIn(row) : 1;
      if (isBlank(row)) continue;
      count(row);
      const fault: RowFault | null = torn.has(index) ? 'a quotation mark is not closed' : faultOf(row);
      if (!take(at, row, fault)) return false;
    }
    return true;
  }

  Papa.parse<Row>(text, {
    // No `worker`: Papa Parse starts one from a blob, which the extension's content security policy forbids.
    ...{ worker: false, chunkSize: CHUNK, delimiter: separator, delimitersToGuess: SEPARATORS },
    // Told, not guessed: a file may mix them, and what is left of a `\r\n` is white space at the end of a cell.
    newline: text.includes('\n') ? '\n' : '\r',
    chunk(results: ParseResult<Row>, parser: Papa.Parser) {
      try {
        const { cursor } = results.meta;
        onProgress?.(cursor / text.length);
        // Papa Parse goes through an unended row again with each chunk.
        stuck = cursor > reached ? 0 : stuck + 1;
        if (stuck > MOST_CHUNKS_OF_ROW) throw new PlainError(OVER.cell);
        reached = cursor;
        if (!takeAll(results)) parser.abort();
      } catch (error) {
        failed = error;
        parser.abort();
      }
    },
    // Its types ask for this, though nothing is left to say at the end.
    complete() {},
  });
  if (failed) throw failed;
}

function faultOf(row: Row): RowFault | null {
  for (const cell of row) if (cell.length > MOST.cell) return 'a cell is too long';
  return null;
}

function lineBreaksIn(row: Row): number {
  let breaks = 0;
  for (const cell of row) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}
