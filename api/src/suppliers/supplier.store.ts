import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/unit-of-work.js";
import type { Scores } from "./supplier.js";
import { SupplierMemberRow, SupplierRow } from "./supplier.table.js";

export type { SupplierMemberRow, SupplierRow };

/** The active membership of a work account. */
export async function memberOfAccount(sql: Sql, accountId: string): Promise<SupplierMemberRow | undefined> {
  return (await sql.rows(SupplierMemberRow, "WHERE t.accountId = ? AND t.active = 1", [accountId]))[0];
}

export async function suppliersById(sql: Sql, ids: readonly string[]): Promise<Map<string, SupplierRow>> {
  const rows = await sql.rows(SupplierRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function supplierById(sql: Sql, id: string): Promise<SupplierRow | undefined> {
  return (await suppliersById(sql, [id])).get(id);
}

/** Adds one customer's marks. Two at once both count: the sums are added to in the database. */
export async function addRating(tx: Tx, supplierId: string, scores: Scores): Promise<void> {
  await tx.run(
    `UPDATE suppliers SET ratingCount = ratingCount + 1, overallSum = overallSum + ?, qualitySum = qualitySum + ?,
       punctualitySum = punctualitySum + ?, attitudeSum = attitudeSum + ? WHERE id = ?`,
    [scores.overall, scores.quality, scores.punctuality, scores.attitude, supplierId],
  );
}

/** Counts one more accepted piece of work. */
export async function addCompleted(tx: Tx, supplierId: string): Promise<void> {
  await tx.run("UPDATE suppliers SET completedCount = completedCount + 1 WHERE id = ?", [supplierId]);
}
