import { decode, encode } from '@msgpack/msgpack';
import type { KeptKeys, Keys } from './keys.ts';

/** Bytes as IndexedDB and WebCrypto take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Where a sealed row stands: its table and its key. It opens nowhere else. */
export interface Spot {
  readonly table: string;
  readonly key: readonly (string | number)[];
}

/** Seals and opens what is kept, and knows where each pupil is. */
export interface Vault {
  readonly mode: KeptKeys['mode'];
  /** In which of {@link SHARDS} places a pupil of a site is kept: nobody without the key can tell. */
  shardOf(origin: string, pupil: string): Promise<number>;
  /** Any plain value, sealed for one spot: a new random IV (96 bits), then AES-GCM-256 of the value. */
  seal(spot: Spot, value: unknown): Promise<Bytes>;
  /** The value sealed for that spot; null when it does not open there. */
  open(spot: Spot, sealed: unknown): Promise<{ readonly value: unknown } | null>;
}

/**
 * Pupils of a site are kept in this many rows, because a browser charges for each row far more than for its bytes: a school of
 * 1,500 has six pupils to a row, and an import of it writes 256 rows and not 4,500.
 */
export const SHARDS = 256;

const IV_BYTES = 12;
const MOST_REMEMBERED = 20_000;

const encoder = new TextEncoder();

/** A vault under two keys. */
export function vault(mode: KeptKeys['mode'], { pupils, rows }: Keys): Vault {
  const shards = new Map<string, number>();
  const about = ({ table, key }: Spot) => encoder.encode(JSON.stringify([table, ...key]));

  return {
    mode,
    async shardOf(origin, pupil) {
      const name = `${origin}\0${pupil}`;
      const known = shards.get(name);
      if (known !== undefined) return known;
      const digest = new Uint8Array(await crypto.subtle.sign('HMAC', pupils, encoder.encode(name)));
      const shard = digest[0] as number;
      if (shards.size >= MOST_REMEMBERED) shards.clear();
      shards.set(name, shard);
      return shard;
    },
    async seal(spot, value) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const how = { name: 'AES-GCM', iv, additionalData: about(spot) };
      const closed = new Uint8Array(await crypto.subtle.encrypt(how, rows, encode(value) as Bytes));
      const sealed = new Uint8Array(IV_BYTES + closed.length);
      sealed.set(iv);
      sealed.set(closed, IV_BYTES);
      return sealed;
    },
    async open(spot, sealed) {
      if (!(sealed instanceof Uint8Array)) return null;
      const bytes = sealed as Bytes;
      const how = { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES), additionalData: about(spot) };
      try {
        return { value: decode(await crypto.subtle.decrypt(how, rows, bytes.subarray(IV_BYTES))) };
      } catch {
        return null;
      }
    },
  };
}
