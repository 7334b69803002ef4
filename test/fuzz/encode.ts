import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Style } from './school.ts';
import type { Sheet } from './write.ts';

/** A sheet as a file's bytes, or as the text that is pasted. */
export function encode(sheet: Sheet, style: Style): Uint8Array<ArrayBuffer> | string {
  const { titles, headings, rows } = sheet;
  const all = [...titles, ...headings, ...rows];
  switch (style.format) {
    case 'text':
      return inBytes(csv(all, style.separator, style), style.encoding);
    case 'paste':
      return csv(all, '\t', { ...style, quoteAll: false });
    case 'xlsx':
      return xlsx(all);
    case 'xml':
      return inBytes(
        xml(headings[0] ?? [], rows),
        style.encoding === 'windows-1252' ? 'utf-8' : style.encoding,
      );
  }
}

function csv(rows: readonly (readonly string[])[], separator: string, { quoteAll, newline }: Style): string {
  return Papa.unparse(rows as string[][], { delimiter: separator, newline, quotes: quoteAll });
}

function inBytes(text: string, encoding: Style['encoding']): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return strToBytes(text);
  if (encoding === 'utf-8-bom') return strToBytes(`\ufeff${text}`);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const bytes = new Uint8Array((text.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  [...`\ufeff${text}`].forEach((letter, at) => {
    view.setUint16(at * 2, letter.charCodeAt(0), encoding === 'utf-16le');
  });
  return bytes;
}

const strToBytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function xml(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const names = headings.map((heading) =>
    heading.replace(/^\d|[^A-Za-z0-9_]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`),
  );
  const records = rows.map(
    (row) =>
      `<Record>${row.map((cell, at) => `<${names[at]}>${escaped(cell)}</${names[at]}>`).join('')}</Record>`,
  );
  return `<?xml version="1.0"?>\n<SuperStarReport>\n${records.join('\n')}\n</SuperStarReport>`;
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The smallest workbook that spreadsheet programs open: every cell a text in its place. */
function xlsx(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const cells = rows.map((row, r) => {
    const inside = row.map((cell, c) =>
      cell === ''
        ? ''
        : `<c r="${letters(c)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    );
    return `<row r="${r + 1}">${inside.join('')}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const docs = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${docs}"><sheets><sheet name="Marks" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${docs}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}
