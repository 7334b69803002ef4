import { PlainError } from '../plain-error.ts';
import { MOST, OVER } from './bounds.ts';
import { decode } from './encoding.ts';
import type { Table } from './table.ts';
import { textTable } from './text-table.ts';
import { workbookTable } from './workbook-table.ts';
import { xmlTable } from './xml-table.ts';

const EMPTY = 'This file is empty.';
const OLD_WORKBOOK =
  'This is a workbook of Excel 2003 or older, or one with a password. Save it as XLSX or CSV first.';
const PDF = 'This is a PDF. Marks cannot be read from one: export them as CSV, XLSX or XML.';

/**
 * A file as a table, by what its bytes are and whatever its name says. Throws {@link PlainError} for a file that is empty, too
 * large, or none of text, XLSX and XML.
 */
export async function openTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new PlainError(EMPTY);
  if (begins(bytes, 'PK\u0003\u0004')) return workbookTable(bytes);
  if (begins(bytes, '\u00d0\u00cf\u0011\u00e0')) throw new PlainError(OLD_WORKBOOK);
  if (begins(bytes, '%PDF-')) throw new PlainError(PDF);
  if (bytes.length > MOST.bytes) throw new PlainError(OVER.bytes);
  return openText(decode(bytes));
}

/** The same for a text that was pasted: tables are pasted with tabs between the cells. */
export function openPasted(text: string): Table {
  if (text.length > MOST.bytes) throw new PlainError(OVER.bytes);
  return text.includes('\t') && !looksLikeXml(text) ? textTable(text, '\t') : openText(text);
}

function openText(text: string): Table {
  if (text.trim() === '') throw new PlainError(EMPTY);
  return looksLikeXml(text) ? xmlTable(text) : textTable(text);
}

function looksLikeXml(text: string): boolean {
  return /^\s*<(\?xml|!DOCTYPE|[A-Za-z_])/.test(text.slice(0, 1_000));
}

function begins(bytes: Uint8Array, start: string): boolean {
  return [...start].every((character, at) => bytes[at] === character.charCodeAt(0));
}
