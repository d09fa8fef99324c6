import { randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/database.js";
import { WechatError } from "./errors.js";
import type { Quotas } from "./quotas.js";

const LIFE_MS = 7_200_000;
const OVERLAP_MS = 300_000;
const FORCE_APART_MS = 30_000;
const FORCED_PER_DAY = 20;
const LAST_FORCED = "tokens.forced";

type Kind = "plain" | "stable" | "ticket";

/** A token and for how many seconds it is good. */
export interface Issued {
  readonly token: string;
  readonly expiresIn: number;
}

interface TokenRow {
  token: string;
  kind: Kind;
  issued_at: number;
  expires_at: number;
  killed: number;
}

/** access_token in its two kinds, which know nothing of each other, and the JS-SDK's ticket. */
export class Tokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly quotas: Quotas,
  ) {}

  /** /cgi-bin/token: another one each time, and the one before is dead. */
  issue(): Issued {
    return this.database.transaction(() => {
      this.database.run("UPDATE tokens SET killed = 1 WHERE kind = 'plain'");
      return this.make("plain");
    });
  }

  /** stable_token: the same one while it is good for more than five minutes; then old and new are good together. */
  stable(force: boolean): Issued {
    return this.database.transaction(() => (force ? this.forced() : (this.lasting("stable") ?? this.make("stable"))));
  }

  /** The JS-SDK's ticket: the same one while it is good. */
  ticket(): Issued {
    return this.database.transaction(() => this.lasting("ticket") ?? this.make("ticket"));
  }

  /** Tickets a page may have signed with. */
  goodTickets(): string[] {
    const rows = this.database.rows<TokenRow>(
      "SELECT * FROM tokens WHERE kind = 'ticket' AND killed = 0 AND expires_at > ?",
      this.clock.now(),
    );
    return rows.map((row) => row.token);
  }

  /** All access tokens are dead at once, as when someone resets the secret. */
  killAll(): void {
    this.database.run("UPDATE tokens SET killed = 1 WHERE kind <> 'ticket'");
  }

  /** Throws 41001, 40014, 40001 or 42001. */
  check(token: string | null): void {
    if (!token) throw new WechatError(41001);
    if (!/^\d+_[A-Za-z0-9_-]{100,}$/.test(token)) throw new WechatError(40014);
    const row = this.database.rows<TokenRow>("SELECT * FROM tokens WHERE token = ? AND kind <> 'ticket'", token)[0];
    if (!row || row.killed === 1) throw new WechatError(40001);
    if (row.expires_at <= this.clock.now()) throw new WechatError(42001);
  }

  private forced(): Issued {
    const now = this.clock.now();
    if (now - Number(this.database.value(LAST_FORCED) ?? 0) < FORCE_APART_MS) throw new WechatError(45011);
    this.quotas.spend("stable_token force_refresh", FORCED_PER_DAY);
    this.database.keep(LAST_FORCED, String(now));
    this.database.run("UPDATE tokens SET killed = 1 WHERE kind = 'stable'");
    return this.make("stable");
  }

  private lasting(kind: Kind): Issued | null {
    const now = this.clock.now();
    const row = this.database.rows<TokenRow>(
      "SELECT * FROM tokens WHERE kind = ? AND killed = 0 AND expires_at > ? ORDER BY issued_at DESC, rowid DESC LIMIT 1",
      kind,
      now,
    )[0];
    if (!row) return null;
    if (row.expires_at - now > OVERLAP_MS) {
      return { token: row.token, expiresIn: Math.floor((row.expires_at - now) / 1_000) };
    }
    this.database.run("UPDATE tokens SET expires_at = ? WHERE token = ?", now + OVERLAP_MS, row.token);
    return null;
  }

  private make(kind: Kind): Issued {
    const token = TOKENS[kind]();
    const now = this.clock.now();
    this.database.run(
      "INSERT INTO tokens (token, kind, issued_at, expires_at, killed) VALUES (?, ?, ?, ?, 0)",
      token,
      kind,
      now,
      now + LIFE_MS,
    );
    return { token, expiresIn: LIFE_MS / 1_000 };
  }
}

/** A stable token fills the 512 characters that must be kept for it, so that a column too narrow is found here. */
const TOKENS: Readonly<Record<Kind, () => string>> = {
  plain: () => `86_${randomBytes(100).toString("base64url").slice(0, 133)}`,
  stable: () => `87_${randomBytes(400).toString("base64url").slice(0, 509)}`,
  ticket: () => `O3SMpm8bG7kJ${randomBytes(60).toString("base64url").slice(0, 74)}`,
};
