import { PlainError } from '../plain-error.ts';
import type { Bytes } from '../sealed/vault.ts';

/**
 * A backup's file: a head of {@link HEAD_BYTES} bytes, then the contents under AES-GCM-256. The head is the eight letters of
 * {@link MAGIC}, a version (1 byte), PBKDF2's iterations (4), its salt (16), a check of the passphrase (16), the IV (12), and how
 * many bytes follow (4), numbers with their highest byte first. All of it is additional data: changed anywhere, nothing opens.
 */
const MAGIC = 'REGWISE\0';
const VERSION = 1;
const AT = { version: 8, iterations: 9, salt: 13, check: 29, iv: 45, length: 57 } as const;
export const HEAD_BYTES = 61;

/**
 * What OWASP asks for of PBKDF2 with SHA-256: most of a second on a school's older computers. A file may ask for more, but not
 * for so many that the browser stands still.
 */
export const ITERATIONS = 600_000;
const MOST_ITERATIONS = 5_000_000;

/** Far above any school's marks, and what one message to the background can carry. */
export const LARGEST_FILE = 32_000_000;

/** Letters, spaces and signs of a passphrase, at the least. */
export const SHORTEST_PASSPHRASE = 12;

const NO_BACKUP = 'This is not a backup made by Registerwise.';
const NEWER = 'This backup was made by a newer version of Registerwise. Update Registerwise, then try again.';
const TOO_LARGE = 'This file is larger than a backup can be.';
const CUT = 'This backup is not whole: part of the file is missing, or something was added to it.';
const WRONG = 'This passphrase does not open the backup. Check capitals and spaces, then try again.';
const ALTERED =
  'This backup was changed after it was made, or is damaged, so nothing of it was used. The passphrase is right.';

const encoder = new TextEncoder();

/** The file that holds `contents` under a passphrase. Throws {@link PlainError} when it would be too large to be read again. */
export async function lockFile(contents: Bytes, passphrase: string): Promise<Bytes> {
  const length = contents.length + 16;
  if (HEAD_BYTES + length > LARGEST_FILE) throw new PlainError('There is too much here for one backup.');
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  head.set(encoder.encode(MAGIC));
  view.setUint8(AT.version, VERSION);
  view.setUint32(AT.iterations, ITERATIONS);
  crypto.getRandomValues(head.subarray(AT.salt, AT.check));
  crypto.getRandomValues(head.subarray(AT.iv, AT.length));
  view.setUint32(AT.length, length);
  const { key, check } = await keyOf(passphrase, head);
  head.set(check, AT.check);
  const sealed = new Uint8Array(await crypto.subtle.encrypt(howOf(head), key, contents));
  const file = new Uint8Array(HEAD_BYTES + sealed.length);
  file.set(head);
  file.set(sealed, HEAD_BYTES);
  return file;
}

/** The contents of a file. Throws {@link PlainError} that says what is wrong with the file or the passphrase. */
export async function unlockFile(file: Bytes, passphrase: string): Promise<Bytes> {
  if (file.length > LARGEST_FILE) throw new PlainError(TOO_LARGE);
  const magic = new TextDecoder('latin1').decode(file.subarray(0, AT.version));
  if (magic !== MAGIC) throw new PlainError(NO_BACKUP);
  if ((file[AT.version] ?? 0) > VERSION) throw new PlainError(NEWER);
  if (file.length < HEAD_BYTES) throw new PlainError(CUT);
  const head = file.slice(0, HEAD_BYTES);
  const view = new DataView(head.buffer);
  const iterations = view.getUint32(AT.iterations);
  if (head[AT.version] !== VERSION || iterations < ITERATIONS || iterations > MOST_ITERATIONS)
    throw new PlainError(NO_BACKUP);
  if (view.getUint32(AT.length) !== file.length - HEAD_BYTES) throw new PlainError(CUT);
  const { key, check } = await keyOf(passphrase, head);
  if (check.some((byte, i) => byte !== head[AT.check + i])) throw new PlainError(WRONG);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(howOf(head), key, file.subarray(HEAD_BYTES)));
  } catch {
    throw new PlainError(ALTERED);
  }
}

/** The key, and what tells a wrong passphrase from a changed file: two independent halves of one slow derivation. */
async function keyOf(passphrase: string, head: Bytes): Promise<{ key: CryptoKey; check: Bytes }> {
  const { subtle } = crypto;
  // One way to write each letter, however the keyboard makes it.
  const typed = encoder.encode(passphrase.normalize('NFKC'));
  const slow = await subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: head.slice(AT.salt, AT.check),
      iterations: new DataView(head.buffer).getUint32(AT.iterations),
    },
    await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']),
    256,
  );
  const base = await subtle.importKey('raw', slow, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const part = (info: string) => ({
    ...{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: encoder.encode(info) },
  });
  const [key, check] = await Promise.all([
    subtle.deriveKey(part('registerwise backup key'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    subtle.deriveBits(part('registerwise backup check'), base, 128),
  ]);
  return { key, check: new Uint8Array(check) };
}

/** The check, which is made from the passphrase, is part of the additional data once it stands in the head. */
function howOf(head: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv: head.slice(AT.iv, AT.length), additionalData: head };
}
