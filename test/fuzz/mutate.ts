import fc from 'fast-check';
import type { Sheet } from './write.ts';

/** One way in which a file goes wrong on its way to us. */
export type Mutation =
  | { readonly kind: 'none' }
  /** A cell of the data with something else in it. */
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly text: string }
  | {
      readonly kind: 'drop-cell' | 'add-cell' | 'drop-row' | 'swap-cells';
      readonly row: number;
      readonly column: number;
    }
  /** The bytes of the file: one changed, some put in, taken out or given twice, or the end missing. */
  | {
      readonly kind: 'flip' | 'insert' | 'cut' | 'repeat' | 'truncate';
      readonly at: number;
      readonly by: number;
    };

const TEXTS = [
  ...[
    '',
    ' ',
    '?',
    'Q9',
    'XX',
    'Present',
    '31/06/2025',
    '29/02/2023',
    '32/13/2025',
    '2025-09-06',
    '0',
    '9'.repeat(400),
  ],
  ...[
    '=1+1',
    "'",
    '"',
    '""',
    'a"b',
    'a\nb',
    'a\tb',
    'a,b',
    '\u200b',
    '\ufffd',
    '\u202e/',
    'L\u0301',
    '１',
    'null',
    '#N/A',
    '#REF!',
  ],
  ...[
    'Evening',
    'AM PM',
    '3',
    'Period 1',
    '1.23E+10',
    '2025-07-16T23:00:00Z',
    '00/00/0000',
    '99999',
    '-1',
    '<b>',
    '&lt;',
    ']]>',
  ],
];

const place = { row: fc.nat(), column: fc.nat() };
const spot = { at: fc.nat(), by: fc.nat(255) };

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mutation>({ kind: 'none' }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('cell' as const), ...place, text: fc.constantFrom(...TEXTS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('cell' as const),
      ...place,
      text: fc.string({ maxLength: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'drop-cell' as const,
        'add-cell' as const,
        'drop-row' as const,
        'swap-cells' as const,
      ),
      ...place,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'flip' as const,
        'insert' as const,
        'cut' as const,
        'repeat' as const,
        'truncate' as const,
      ),
      ...spot,
    }),
  },
);

/** The sheet with a mutation of its cells; the same one where the mutation is of bytes. Only one row is ever touched. */
export function mutateSheet(sheet: Sheet, mutation: Mutation): Sheet {
  if (!('row' in mutation)) return sheet;
  const rows = sheet.rows.map((row) => [...row]);
  const at = mutation.row % rows.length;
  const row = rows[at] as string[];
  const column = mutation.column % row.length;
  if (mutation.kind === 'cell') row[column] = mutation.text;
  else if (mutation.kind === 'drop-cell') row.splice(column, 1);
  else if (mutation.kind === 'add-cell') row.splice(column, 0, 'L');
  else if (mutation.kind === 'drop-row') rows.splice(at, 1);
  else [row[0], row[column]] = [row[column] as string, row[0] as string];
  return { ...sheet, rows };
}

/** The bytes with a mutation of bytes, and where it is: from the first touched byte of the original up to the last. */
export function mutateBytes(
  bytes: Uint8Array<ArrayBuffer>,
  mutation: Mutation,
): { bytes: Uint8Array<ArrayBuffer>; from: number; to: number } | null {
  if (!('at' in mutation) || bytes.length === 0) return null;
  const from = mutation.at % bytes.length;
  const to = Math.min(bytes.length, from + 1 + (mutation.by % 24));
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (mutation.kind) {
    case 'flip': {
      const flipped = bytes.slice();
      flipped[from] = mutation.by;
      return { bytes: flipped, from, to: from };
    }
    case 'insert':
      return {
        bytes: join(bytes.subarray(0, from), Uint8Array.of(mutation.by), bytes.subarray(from)),
        from,
        to: from,
      };
    case 'cut':
      return { bytes: join(head, tail), from, to };
    case 'repeat':
      return { bytes: join(head, middle, middle, tail), from, to };
    case 'truncate':
      return { bytes: bytes.slice(0, from), from, to: from };
  }
}

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
