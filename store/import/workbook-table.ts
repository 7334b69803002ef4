import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate';
import readWorkbook, { type CellValue } from 'read-excel-file/universal';
import { PlainError } from '../plain-error.ts';
import { MOST, OVER, rowCounter } from './bounds.ts';
import { checksumsOf, crc32 } from './checksums.ts';
import { isBlank, type RowFault, type Table } from './table.ts';

const BROKEN = 'This workbook cannot be read. Open it, save it again as XLSX or CSV, and choose that file.';
const NOT_XLSX =
  'This is a packed file, but not a workbook. Save the marks as XLSX or CSV and choose that file.';
const EMPTY = 'This workbook is empty.';
/** Parts that hold cells, their kinds and their texts; pictures, macros and printer settings are not unpacked. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** The sheets of an XLSX workbook. Throws {@link PlainError} for one that is too large, broken, or no workbook. */
export async function workbookTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > MOST.workbookBytes) throw new PlainError(OVER.workbook);
  const parts = unpack(bytes);
  const book = parts['xl/workbook.xml'];
  if (!book) throw new PlainError(NOT_XLSX);
  if (Object.values(parts).some(hasDeclaration)) throw new PlainError(BROKEN);
  const sums = checksumsOf(bytes);
  if (Object.entries(parts).some(([name, part]) => sums.get(name) !== crc32(part)))
    throw new PlainError(BROKEN);
  const noDayNumbers = /date1904\s*=\s*["'](1|true)["']/i.test(strFromU8(book));
  const sheets = (await readSheets(parts)).filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new PlainError(EMPTY);
  return {
    unit: 'row',
    noDayNumbers,
    sheets: sheets.map(({ name }) => name),
    each(sheet, take, onProgress) {
      for (const { line, cells, fault } of sheets[sheet]?.rows ?? []) if (!take(line, cells, fault)) break;
      onProgress?.(1);
    },
  };
}

/**
 * Unpacked within bounds: the sizes a packed file states are checked before anything is unpacked, and no part can unpack to
 * more than it states.
 */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let parts = 0;
  let unpacked = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (++parts > MOST.parts) throw new PlainError(OVER.unpacked);
        if (!NEEDED.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST.unpackedBytes || originalSize > Math.max(size, 1_000) * MOST.ratio)
          throw new PlainError(OVER.unpacked);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(BROKEN);
  }
}

/** No workbook declares a document type: entities and what they could bring in are not read at all. */
function hasDeclaration(part: Uint8Array): boolean {
  return strFromU8(part.subarray(0, 2_048), true).includes('<!DOCTYPE');
}

/**
 * Every sheet as rows of text. The parts are handed over packed without compression: the library would unpack large ones in
 * workers made from blobs, which the extension's content security policy forbids.
 */
async function readSheets(parts: Zippable) {
  const stored = zipSync(parts, { level: 0 });
  const sheets = await readWorkbook(stored.buffer, { parseNumber: (text) => text, trim: false }).catch(() => {
    throw new PlainError(BROKEN);
  });
  const count = rowCounter();
  return sheets.map(({ sheet, data }) => {
    const rows: { line: number; cells: string[]; fault: RowFault | null }[] = [];
    data.forEach((row, index) => {
      const cells = row.map(textOf);
      if (isBlank(cells)) return;
      count(cells);
      const fault = cells.some((cell) => cell.length > MOST.cell) ? 'a cell is too long' : null;
      rows.push({ line: index + 1, cells, fault });
    });
    return { name: sheet, rows };
  });
}

/** A cell as text. A day comes as midnight, Greenwich; a time besides is left out, as it is of a day written in a text. */
function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '?' : value.toISOString().slice(0, 10);
  return String(value);
}
