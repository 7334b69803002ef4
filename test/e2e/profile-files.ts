import fs from 'node:fs';
import path from 'node:path';
import { blocksOfTable, recordsOfLog } from './leveldb.ts';

/** One file of a browser's profile: its bytes as they stand, and, of a LevelDB, what its compressed blocks hold. */
export interface ProfileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file of a profile of a browser that is closed. */
export function profileFiles(profile: string): readonly ProfileFile[] {
  return fs
    .readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const name = path.join(entry.parentPath, entry.name);
      const bytes = fs.readFileSync(name);
      const within = name.endsWith('.ldb')
        ? blocksOfTable(bytes)
        : name.endsWith('.log')
          ? recordsOfLog(bytes)
          : null;
      const of = path.relative(profile, name);
      return [{ name: of, bytes }, ...(within ? [{ name: `${of} (unpacked)`, bytes: within }] : [])];
    });
}

/** Where each of some texts stands, in UTF-8 or UTF-16 of either order: empty where none stands anywhere. */
export function found(files: readonly ProfileFile[], texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const wide = Buffer.from(text, 'utf16le');
    const ways = [Buffer.from(text), wide, Buffer.from(wide).swap16()];
    return files
      .filter(({ bytes }) => ways.some((way) => bytes.includes(way)))
      .map(({ name }) => `${text} in ${name}`);
  });
}

/** How Chromium begins an AES key it writes into IndexedDB; three to five small numbers follow, then 32 and the key itself. */
const AES_KEY = Buffer.from([0x5c, 0x4b, 0x01]);
const KEY_BYTES = 32;

/** The bytes of every AES key that stands readable in the files. */
export function aesKeys(files: readonly ProfileFile[]): readonly Buffer[] {
  return files.flatMap(({ bytes }) => {
    const keys: Buffer[] = [];
    for (let at = bytes.indexOf(AES_KEY); at !== -1; at = bytes.indexOf(AES_KEY, at + 1)) {
      const length = bytes.indexOf(KEY_BYTES, at + 6);
      if (length !== -1 && length <= at + 8) keys.push(bytes.subarray(length + 1, length + 1 + KEY_BYTES));
    }
    return keys;
  });
}
