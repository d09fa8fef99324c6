import { MINUTE, SECOND } from "../kernel/clock.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { TokenRow } from "./wechat.table.js";

export type { TokenRow };

/** Longer than the one call it is for; afterwards the process that held it counts as gone. */
const LEASE_MS = 10 * SECOND;
/** WeChat hands out a new token in the last five minutes of the old one, and both are good until then. */
export const REFRESH_BEFORE_MS = 5 * MINUTE;

/** WeChat forces twenty times a day; each one kills the token that everybody else has. */
const FORCE_EVERY_MS = 5 * MINUTE;

export async function tokenRow(sql: Sql, key: string): Promise<TokenRow | undefined> {
  return (await sql.rows(TokenRow, "WHERE t.`key` = ?", [key]))[0];
}

/** Takes the right to ask for a new token; returns the lease, or null while another process has it. */
export async function leaseToken(tx: Tx, key: string): Promise<number | null> {
  const ignore = tx.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
  await tx.run(
    `${ignore} INTO wechat_tokens (\`key\`, token, expiresAt, leaseUntil, version) VALUES (?, '', 0, NULL, 1)`,
    [key],
  );
  const lease = tx.now + LEASE_MS;
  const taken = await tx.run(
    "UPDATE wechat_tokens SET leaseUntil = ?, version = version + 1 WHERE `key` = ? AND (leaseUntil IS NULL OR leaseUntil <= ?)",
    [lease, key, tx.now],
  );
  return taken === 1 ? lease : null;
}

/** Stores a new token for all processes and gives the right to ask back, unless the lease is over and another asks. */
export async function saveToken(tx: Tx, held: HeldLease, token: string, lifeMs: number): Promise<void> {
  await tx.run(
    `UPDATE wechat_tokens SET token = ?, expiresAt = ?, leaseUntil = NULL, version = version + 1
     WHERE \`key\` = ? AND leaseUntil = ?`,
    [token, tx.now + lifeMs, held.key, held.lease],
  );
}

/** Gives the right to ask back without a new token, so that the next caller need not wait for the lease to end. */
export async function releaseToken(tx: Tx, { key, lease }: HeldLease): Promise<void> {
  await tx.run("UPDATE wechat_tokens SET leaseUntil = NULL WHERE `key` = ? AND leaseUntil = ?", [key, lease]);
}

/** The right to ask as one process holds it. */
export interface HeldLease {
  readonly key: string;
  /** What `leaseToken` gave: its end, which tells it from every later one. */
  readonly lease: number;
}

/** Takes the right to force a new token, which all processes have once in five minutes; false before that. */
export async function mayForce(tx: Tx, key: string): Promise<boolean> {
  const taken = await tx.run(
    "UPDATE wechat_tokens SET forcedAt = ? WHERE `key` = ? AND (forcedAt IS NULL OR forcedAt <= ?)",
    [tx.now, key, tx.now - FORCE_EVERY_MS],
  );
  return taken === 1;
}
