import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

const BLOCK = 32;

/** What can't be opened: wrong key, length or padding. */
export class CryptoError extends Error {}

/** Sorts the strings, joins them and hashes: `signature` of (token, timestamp, nonce), `msg_signature` with Encrypt. */
export function signatureOf(...parts: string[]): string {
  return createHash("sha1").update(parts.sort().join("")).digest("hex");
}

export function sameSignature(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** AES-256-CBC over random(16) + length + message + appid, padded to blocks of 32 bytes. */
export function seal(aesKey: string, appid: string, message: string, random16: Buffer): string {
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const open = Buffer.concat([random16, length, body, Buffer.from(appid)]);
  const pad = BLOCK - (open.length % BLOCK);
  const key = Buffer.from(`${aesKey}=`, "base64");
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(open), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString("base64");
}

/** The reverse of `seal`; throws CryptoError. Check the signature first: CBC doesn't notice a changed bit. */
export function unseal(aesKey: string, sealed: string): { message: string; appid: string } {
  const key = Buffer.from(`${aesKey}=`, "base64");
  const bytes = Buffer.from(sealed, "base64");
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) throw new CryptoError("The length is no multiple of 32.");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK || !padded.subarray(-pad).every((byte) => byte === pad)) {
    throw new CryptoError("The padding is wrong.");
  }
  const open = padded.subarray(16, padded.length - pad);
  const length = open.length < 4 ? -1 : open.readUInt32BE(0);
  if (length < 0 || length > open.length - 4) throw new CryptoError("The length inside is wrong.");
  return { message: open.subarray(4, 4 + length).toString(), appid: open.subarray(4 + length).toString() };
}
