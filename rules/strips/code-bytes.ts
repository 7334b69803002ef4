/**
 * Version of the table below, and the day from which the law it was made from holds. Both are kept with the bytes: when a
 * code is added at the end the version goes up, and its day with it.
 */
export const CODE_BYTES_VERSION = { version: 1, dated: '2024-08-19' } as const;

/**
 * The codes a strip can hold, in a fixed order: byte n of a strip is the n-th code here, counted from 1; 0 is no mark.
 * A storage format, so append-only: nothing here is ever moved or taken out, or kept marks would change meaning.
 */
export const CODE_BYTES: readonly string[] = [
  // In force from 19 August 2024 (SI 2024/208 reg 10).
  ...['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B', 'D', 'C1', 'M', 'J1', 'S', 'X', 'C2', 'C', 'T', 'R', 'I', 'E'],
  ...['Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'G', 'N', 'O', 'U', 'Z', '#'],
  // Withdrawn that day, and still found in older registers.
  ...['H', 'J', 'Y', 'F'],
];

/** The byte of "no mark". */
export const NO_MARK = 0;

const bytes = new Map(CODE_BYTES.map((code, index) => [code, index + 1]));

/** The byte of a code; undefined for what is no code of the table. */
export function byteOf(code: string): number | undefined {
  return bytes.get(code);
}

/** The code of a byte; undefined for 0 and for bytes the table does not reach. */
export function codeOf(byte: number): string | undefined {
  return CODE_BYTES[byte - 1];
}
