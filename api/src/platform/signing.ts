import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.js";

/** What is stored instead of a session, link or key: the secret itself never touches the database. */
export function fingerprint(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Signs short texts (file links, test payments) with the deployment's secret. */
export class Signer {
  constructor(private readonly secret: string) {}

  sign(text: string): string {
    return createHmac("sha256", this.secret).update(text).digest("base64url");
  }

  /** Encrypts a short text that only this deployment reads again, such as an account number. */
  seal(text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.sealingKey(), nonce);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
  }

  /** What was sealed. Throws when it was not sealed here, or was changed since. */
  unseal(sealed: string): string {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", this.sealingKey(), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  }

  private sealingKey(): Buffer {
    return createHash("sha256").update(`seal:${this.secret}`).digest();
  }

  /** Constant-time. */
  verifies(text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(text));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** The configured secret, or for the embedded database one made at the first start and kept beside it. */
export function openSigner(config: Config): Signer {
  if (config.secret) return new Signer(config.secret);
  const file = join(config.dataDir, "secret");
  mkdirSync(config.dataDir, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return new Signer(readFileSync(file, "utf8"));
}
