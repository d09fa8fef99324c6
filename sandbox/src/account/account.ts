import { randomBytes } from "node:crypto";
import type { Database } from "../kernel/database.js";
import type { Mode } from "../settings.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** 2^53 is passed on purpose: who reads these as a JavaScript number gets another number. */
const FIRST_MSGID = 3_187_654_321_098_765_433n;

/** The service account 开单服务: credentials made once, the mode of its pushes and the keys they are sealed with. */
export class Account {
  readonly name = "开单服务";
  readonly appid: string;
  readonly originalId: string;
  readonly secret: string;
  readonly token: string;

  constructor(
    private readonly database: Database,
    mode: Mode | undefined,
  ) {
    this.appid = this.once("appid", () => `wx${randomBytes(8).toString("hex")}`);
    this.originalId = this.once("originalId", () => `gh_${randomBytes(6).toString("hex")}`);
    this.secret = this.once("secret", () => randomBytes(16).toString("hex"));
    this.token = this.once("token", () => letters(24));
    this.once("aesKey", () => newAesKey());
    if (mode) this.mode = mode;
  }

  get mode(): Mode {
    return (this.database.value("mode") ?? "safe") as Mode;
  }

  set mode(mode: Mode) {
    this.database.keep("mode", mode);
  }

  get aesKey(): string {
    return this.database.value("aesKey") ?? "";
  }

  /** The key before the last rotation. */
  get previousAesKey(): string | null {
    return this.database.value("aesKeyPrevious");
  }

  /** A new key for all pushes from now on. */
  rotateKey(): void {
    this.database.transaction(() => {
      this.database.keep("aesKeyPrevious", this.aesKey);
      this.database.keep("aesKey", newAesKey());
    });
  }

  /** A 64-bit number as text, each once: MsgId and msgid. */
  nextMsgid(): string {
    return this.database.transaction(() => {
      const next = BigInt(this.database.value("msgid") ?? FIRST_MSGID) + 7n;
      this.database.keep("msgid", String(next));
      return String(next);
    });
  }

  private once(key: string, make: () => string): string {
    const kept = this.database.value(key);
    if (kept !== null) return kept;
    const made = make();
    this.database.keep(key, made);
    return made;
  }
}

/** 43 characters that are 32 bytes: the last one may only carry the four bits that are left. */
function newAesKey(): string {
  let key: string;
  do key = randomBytes(32).toString("base64").slice(0, 43);
  while (!/^[A-Za-z0-9]{43}$/.test(key));
  return key;
}

/** As many letters and digits, unguessable. */
export function letters(count: number): string {
  return Array.from(randomBytes(count), (byte) => LETTERS[byte % LETTERS.length]).join("");
}
