/**
 * How copies lie on a device: sealed by AES-GCM under the key of the pass, which itself lies there only wrapped by what
 * is derived from the PIN. The opened key lives in the page's memory and cannot be read out of it.
 */

/** One sealed thing; its place is sealed with it, so that none can be put where another was. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** The wrapped key, and what its opening needs beside the PIN. */
export interface Lock {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  wrapped: Sealed;
}

/** Rounds of PBKDF2: about a second on a telephone, for each guess. */
export const ROUNDS = 600_000;
export const SHORTEST_PIN = 8;

const AES = 'AES-GCM';
const IV_BYTES = 12;
const SALT_BYTES = 16;

const text = new TextEncoder();
const fresh = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Pages over plain HTTP have no sealing: then nothing is taken along. */
export const canSeal = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined;

/** Long enough, and neither one character repeated nor a row as 12345678. */
export function weakPin(pin: string): boolean {
  const codes = [...pin].map((one) => one.charCodeAt(0));
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)));
  return pin.length < SHORTEST_PIN || (steps.size === 1 && Math.abs([...steps][0] ?? 9) <= 1);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}

/** The server's key, to be used and never to be read again. */
export function keyOf(base64: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(base64), AES, false, ['encrypt', 'decrypt']);
}

async function wrapping(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', text.encode(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(way, typed, { name: AES, length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

export async function lockWith(pin: string, base64: string, rounds = ROUNDS): Promise<Lock> {
  const salt = fresh(SALT_BYTES);
  const iv = fresh(IV_BYTES);
  const key = await crypto.subtle.importKey('raw', bytesOf(base64), AES, true, ['encrypt', 'decrypt']);
  const data = await crypto.subtle.wrapKey('raw', key, await wrapping(pin, salt, rounds), { name: AES, iv });
  return { salt, rounds, wrapped: { iv, data } };
}

/** The key; null when the PIN is wrong. */
export async function unlock(pin: string, lock: Lock): Promise<CryptoKey | null> {
  const { iv, data } = lock.wrapped;
  const by = await wrapping(pin, lock.salt, lock.rounds);
  try {
    return await crypto.subtle.unwrapKey('raw', data, by, { name: AES, iv }, AES, false, ['encrypt', 'decrypt']);
  } catch (error) {
    if ((error as { name?: string }).name === 'OperationError') {
      return null;
    }
    throw error;
  }
}

export async function sealBytes(key: CryptoKey, place: string, bytes: BufferSource): Promise<Sealed> {
  const iv = fresh(IV_BYTES);
  return { iv, data: await crypto.subtle.encrypt({ name: AES, iv, additionalData: text.encode(place) }, key, bytes) };
}

export function openBytes(key: CryptoKey, place: string, sealed: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: AES, iv: sealed.iv, additionalData: text.encode(place) }, key, sealed.data);
}

export function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  return sealBytes(key, place, text.encode(JSON.stringify(value)));
}

/** @throws DOMException when it was sealed under another key, for another place, or changed since */
export async function open<T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, place, sealed))) as T;
}
