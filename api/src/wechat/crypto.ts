import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

/** PKCS#7 as WeChat uses it pads to 32 bytes, not to the cipher's own 16. */
const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const HEAD = RANDOM_BYTES + LENGTH_BYTES;

/** Hex SHA-1 over the parts in the order of their bytes: what WeChat signs its requests with, and we our replies. */
export function signatureOf(...parts: readonly string[]): string {
  const sorted = parts.map((part) => Buffer.from(part)).sort(Buffer.compare);
  return createHash("sha1").update(Buffer.concat(sorted)).digest("hex");
}

/** Whether `signature` is that of the parts; in constant time. */
export function isSignedBy(signature: string, ...parts: readonly string[]): boolean {
  const expected = Buffer.from(signatureOf(...parts));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Seals a message for `appid`. `random`: sixteen bytes that are never used again. */
export function seal(message: string, aesKey: string, appid: string, random: Uint8Array): string {
  if (random.length !== RANDOM_BYTES) throw new Error(`Sealing takes ${RANDOM_BYTES} random bytes.`);
  const body = Buffer.from(message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(appid)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const key = keyBytes(aesKey);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    "base64",
  );
}

export interface Unsealed {
  readonly message: string;
  /** The key of the ring that opened it: the answer is sealed with the same. */
  readonly aesKey: string;
}

/**
 * Opens what was sealed for `appid` with one of the keys, the present one first; null when none fits, the padding is wrong, or it
 * was sealed for another account. CBC tells nothing of a changed byte, so check the signature before.
 */
export function unseal(sealed: string, aesKeys: readonly string[], appid: string): Unsealed | null {
  for (const aesKey of aesKeys) {
    const plain = decrypt(sealed, aesKey);
    const message = plain && messageOf(plain, appid);
    if (message !== null) return { message, aesKey };
  }
  return null;
}

function decrypt(sealed: string, aesKey: string): Buffer | null {
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return null;
  const key = keyBytes(aesKey);
  // With its own padding the library fails wherever WeChat padded by more than 16.
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || padded.subarray(-pad).some((byte) => byte !== pad)) return null;
  return padded.subarray(0, -pad);
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function messageOf(plain: Buffer, appid: string): string | null {
  if (plain.length < HEAD) return null;
  const end = HEAD + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length || !plain.subarray(end).equals(Buffer.from(appid))) return null;
  try {
    return strict.decode(plain.subarray(HEAD, end));
  } catch {
    return null; // not UTF-8: nothing WeChat would have written
  }
}

const keyBytes = (aesKey: string): Buffer => Buffer.from(`${aesKey}=`, "base64");
