import { fromBase64, toBase64 } from '../strip-text.ts';

/**
 * The two keys of the store, neither of which can be taken out of the browser by a script: one hides which pupil is where, the
 * other seals what is kept.
 */
export interface Keys {
  readonly pupils: CryptoKey;
  readonly rows: CryptoKey;
}

/** How the keys are remembered, as the store's own table of facts holds it. */
export type KeptKeys =
  | ({ readonly mode: 'kept' } & Keys)
  /** Only memory holds them: `id` tells whether it still holds these. */
  | { readonly mode: 'session-only'; readonly id: string };

/** A place that lasts until the browser closes and never touches the disk. */
export interface SessionMemory {
  get(): Promise<unknown>;
  set(value: SessionKeys): Promise<void>;
  clear(): Promise<void>;
}

interface SessionKeys {
  readonly id: string;
  readonly pupils: string;
  readonly rows: string;
}

const HMAC: HmacKeyGenParams = { name: 'HMAC', hash: 'SHA-256' };
const AES: AesKeyGenParams = { name: 'AES-GCM', length: 256 };
const KEY_BYTES = 32;

/** New keys that the store itself remembers. */
export async function newKeys(): Promise<Keys> {
  const pupils = await crypto.subtle.generateKey(HMAC, false, ['sign']);
  const rows = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);
  return { pupils, rows };
}

/** New keys that only `memory` remembers, with what the store keeps in their place. */
export async function newSessionKeys(memory: SessionMemory): Promise<{ kept: KeptKeys; keys: Keys }> {
  const raw = { id: crypto.randomUUID(), pupils: randomKey(), rows: randomKey() };
  await memory.set(raw);
  const keys = await imported(raw);
  if (!keys) throw new Error('New keys could not be read back');
  return { kept: { mode: 'session-only', id: raw.id }, keys };
}

/** The keys of that id; null when the browser has been closed since they were made. */
export async function recalledKeys(memory: SessionMemory, id: string): Promise<Keys | null> {
  const raw = await memory.get();
  return isSessionKeys(raw) && raw.id === id ? imported(raw) : null;
}

/** Whether a row of the table of facts holds keys that can be used. */
export function areKeptKeys(value: unknown): value is KeptKeys {
  if (typeof value !== 'object' || value === null || !('mode' in value)) return false;
  if (value.mode === 'session-only') return 'id' in value && typeof value.id === 'string';
  return (
    'pupils' in value &&
    value.pupils instanceof CryptoKey &&
    'rows' in value &&
    value.rows instanceof CryptoKey
  );
}

async function imported({ pupils, rows }: SessionKeys): Promise<Keys | null> {
  const [forPupils, forRows] = [fromBase64(pupils), fromBase64(rows)];
  if (forPupils?.length !== KEY_BYTES || forRows?.length !== KEY_BYTES) return null;
  return {
    pupils: await crypto.subtle.importKey('raw', forPupils, HMAC, false, ['sign']),
    rows: await crypto.subtle.importKey('raw', forRows, AES, false, ['encrypt', 'decrypt']),
  };
}

function randomKey(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

function isSessionKeys(value: unknown): value is SessionKeys {
  if (typeof value !== 'object' || value === null) return false;
  const { id, pupils, rows } = value as Partial<Record<keyof SessionKeys, unknown>>;
  return typeof id === 'string' && typeof pupils === 'string' && typeof rows === 'string';
}
