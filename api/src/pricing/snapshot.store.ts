import { newId } from "../kernel/ids.js";
import { fingerprint } from "../platform/signing.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import type { PriceBasis, Priced } from "./basis.js";
import { PriceSnapshotRow } from "./pricing.table.js";
import { snapshotText } from "./snapshot.js";

export type { PriceSnapshotRow };

/** What a snapshot belongs to: an order, or a version of a quotation. */
export type SnapshotOf = { readonly orderId: string } | { readonly quotationId: string };

/**
 * Keeps a price for good: with what it was made of, its trace and its fingerprint. One statement, and one more when
 * formulas priced it.
 */
export async function addSnapshot(tx: Tx, of: SnapshotOf, basis: PriceBasis, priced: Priced): Promise<string> {
  const { total, tax, cost } = priced;
  const row: PriceSnapshotRow = {
    id: newId(),
    orderId: "orderId" in of ? of.orderId : null,
    quotationId: "quotationId" in of ? of.quotationId : null,
    basis,
    priced,
    ...{ total, tax, cost },
    hash: fingerprint(snapshotText(basis, priced)),
    createdAt: tx.now,
  };
  await tx.insert(PriceSnapshotRow, [row]);
  await noteFormulas(tx, row);
  return row.id;
}

async function noteFormulas(tx: Tx, { id, basis, createdAt }: PriceSnapshotRow): Promise<void> {
  const versionIds = [...new Set(basis.lines.flatMap((line) => line.formulaVersionId ?? []))];
  if (versionIds.length === 0) return;
  await tx.run(
    `INSERT INTO price_snapshot_formulas (snapshotId, formulaId, createdAt)
     SELECT DISTINCT ?, formulaId, ${createdAt} FROM formula_versions WHERE id IN (${marks(versionIds)})`,
    [id, ...versionIds],
  );
}

/** The snapshots of these orders, in one statement. */
export async function snapshotsOfOrders(sql: Sql, orderIds: readonly string[]): Promise<Map<string, PriceSnapshotRow>> {
  const rows = await sql.rows(PriceSnapshotRow, `WHERE t.orderId IN (${marks(orderIds)})`, orderIds);
  return new Map(rows.map((row) => [row.orderId ?? "", row]));
}

/** The newest snapshots of orders, at most `count`: of all, or of those that a formula priced. */
export async function newestSnapshots(sql: Sql, count: number, formulaId?: string): Promise<PriceSnapshotRow[]> {
  if (formulaId === undefined) {
    return sql.rows(
      PriceSnapshotRow,
      `WHERE t.orderId IS NOT NULL ORDER BY t.createdAt DESC, t.id DESC LIMIT ${count}`,
    );
  }
  const tail = `JOIN price_snapshot_formulas f ON f.snapshotId = t.id WHERE f.formulaId = ? AND t.orderId IS NOT NULL
    ORDER BY f.createdAt DESC, f.snapshotId DESC LIMIT ${count}`;
  return sql.rows(PriceSnapshotRow, tail, [formulaId]);
}
