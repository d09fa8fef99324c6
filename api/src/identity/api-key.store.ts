import { newId } from "../kernel/ids.js";
import { fingerprint } from "../platform/signing.js";
import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { Permission } from "../platform/viewer.js";
import { ApiKeyRow } from "./identity.table.js";

export type { ApiKeyRow };

export async function addApiKey(
  tx: Tx,
  key: { name: string; prefix: string; secret: string; scopes: Permission[]; createdBy: string; expiresAt: number },
): Promise<ApiKeyRow> {
  const { secret, ...rest } = key;
  const row = {
    id: newId(),
    ...rest,
    secretHash: fingerprint(secret),
    createdAt: tx.now,
    lastUsedAt: null,
    revokedAt: null,
  };
  await tx.insert(ApiKeyRow, [row]);
  return row;
}

export async function apiKeys(sql: Sql): Promise<ApiKeyRow[]> {
  return sql.rows(ApiKeyRow, "ORDER BY t.createdAt DESC, t.id LIMIT 200");
}

export async function apiKeyById(sql: Sql, id: string): Promise<ApiKeyRow | undefined> {
  return (await sql.rows(ApiKeyRow, "WHERE t.id = ?", [id]))[0];
}

/** The key behind a secret, if it is neither revoked nor over. */
export async function apiKeyBySecret(sql: Sql, secret: string, now: number): Promise<ApiKeyRow | undefined> {
  const tail = "WHERE t.secretHash = ? AND t.revokedAt IS NULL AND t.expiresAt > ?";
  return (await sql.rows(ApiKeyRow, tail, [fingerprint(secret), now]))[0];
}

export async function noteUse(tx: Tx, id: string): Promise<void> {
  await tx.run("UPDATE api_keys SET lastUsedAt = ? WHERE id = ?", [tx.now, id]);
}

export async function revoke(tx: Tx, id: string): Promise<boolean> {
  return tx.tryChange(ApiKeyRow, { id, revokedAt: null }, { revokedAt: tx.now });
}
