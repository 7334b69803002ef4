const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});

/** The CRC-32 of ISO 3309, as packed files keep it of each part. */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (TABLE[(remainder ^ byte) & 0xff] as number) ^ (remainder >>> 8);
  return (remainder ^ 0xffffffff) >>> 0;
}

/**
 * The checksums that a packed file states of its parts, by name, from its directory (APPNOTE.TXT 4.3.12 and 4.3.16): the library
 * that unpacks them does not look at them, and a damaged file would give marks nobody made.
 */
export function checksumsOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sums = new Map<string, number>();
  const names = new TextDecoder();
  let at = bytes.length - 22;
  while (at >= 0 && at > bytes.length - 22 - LONGEST_COMMENT && view.getUint32(at, true) !== END) at--;
  if (at < 0 || view.getUint32(at, true) !== END) return sums;
  let entry = view.getUint32(at + 16, true);
  while (entry + 46 <= bytes.length && view.getUint32(entry, true) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(entry + field, true)) as [
      number,
      number,
      number,
    ];
    const start = entry + 46;
    sums.set(names.decode(bytes.subarray(start, start + name)), view.getUint32(entry + 16, true));
    entry = start + name + extra + comment;
  }
  return sums;
}
