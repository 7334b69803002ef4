import { PlainError } from '../plain-error.ts';
import { MOST, OVER, rowCounter } from './bounds.ts';
import type { RowFault, Table } from './table.ts';
import { eachXmlRecord } from './xml-records.ts';

const EMPTY = 'This XML file holds no records.';
/** Kinds of record of one file that are looked at: those of real exports have up to some thirty. */
const MOST_KINDS = 100;

interface XmlRow {
  readonly cells: string[];
  readonly fault: RowFault | null;
}

/** Records of one kind; cells stand under `names`, and are left out where a record ends before them. */
interface Kind {
  readonly names: Map<string, number>;
  readonly rows: XmlRow[];
}

/**
 * An XML file as a table: each kind of record is a sheet, its fields' names the first row, and the number of a record stands for
 * its line. Throws {@link PlainError} for a broken file and for one that declares entities.
 */
export function xmlTable(text: string): Table {
  const kinds = new Map<string, Kind>();
  const count = rowCounter();
  eachXmlRecord(text, (name, fields, twice) => {
    const kind: Kind = kinds.get(name) ?? { names: new Map<string, number>(), rows: [] };
    kinds.set(name, kind);
    if (kinds.size > MOST_KINDS) throw new PlainError(OVER.columns);
    const cells: string[] = [];
    let fault: RowFault | null = twice ? 'a field comes twice in one record' : null;
    for (const [field, value] of fields) {
      const at = kind.names.get(field) ?? kind.names.size;
      kind.names.set(field, at);
      while (cells.length < at) cells.push('');
      cells[at] = value;
      if (value.length > MOST.cell) fault = 'a cell is too long';
    }
    count(cells);
    kind.rows.push({ cells, fault });
  });
  if (kinds.size === 0) throw new PlainError(EMPTY);
  return tableOf([...kinds.keys()], [...kinds.values()]);
}

function tableOf(sheets: readonly string[], kinds: readonly Kind[]): Table {
  return {
    ...{ unit: 'record', sheets },
    each(sheet, take, onProgress) {
      const kind = kinds[sheet];
      if (!kind || !take(0, [...kind.names.keys()], null)) return;
      for (const [index, { cells, fault }] of kind.rows.entries()) {
        while (cells.length < kind.names.size) cells.push('');
        if (cells.some((cell) => cell.trim() !== '') && !take(index + 1, cells, fault)) return;
      }
      onProgress?.(1);
    },
  };
}
