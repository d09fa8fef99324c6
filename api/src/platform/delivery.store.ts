import { DeliveryRow } from "./platform.table.js";
import { marks } from "./sql.js";
import type { Tx } from "./tx.js";

export const LEASE_MS = 30_000;

/**
 * Leases those of the deliveries that still are due, in two statements however many: their rows are locked, so of two
 * processes that want one the second finds it leased.
 */
export async function leaseDeliveries(tx: Tx, ids: readonly string[]): Promise<DeliveryRow[]> {
  const lock = tx.dialect === "sqlite" ? "" : " FOR UPDATE"; // embedded, the transaction is the only one that writes
  const due = `WHERE t.id IN (${marks(ids)}) AND t.state = 'PENDING' AND t.nextAt <= ? ORDER BY t.nextAt, t.factSeq${lock}`;
  const rows = await tx.rows(DeliveryRow, due, [...ids, tx.now]);
  if (rows.length === 0) return [];
  const nextAt = tx.now + LEASE_MS;
  await tx.run(`UPDATE deliveries SET attempts = attempts + 1, nextAt = ? WHERE id IN (${marks(rows)})`, [
    nextAt,
    ...rows.map(({ id }) => id),
  ]);
  return rows.map((row) => ({ ...row, attempts: row.attempts + 1, nextAt }));
}

/** Guarded by their leases: a process that was paused past one can't overwrite its successor's outcome. */
export async function markHeard(tx: Tx, heard: readonly DeliveryRow[]): Promise<void> {
  const leased = heard.map(() => "(id = ? AND attempts = ?)").join(" OR ");
  await tx.run(
    `UPDATE deliveries SET state = 'DONE', lastError = NULL WHERE state = 'PENDING' AND (${leased})`,
    heard.flatMap(({ id, attempts }) => [id, attempts]),
  );
}
