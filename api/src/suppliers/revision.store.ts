import type { Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { serviceLife } from "./service.js";
import { setServiceState } from "./service.store.js";
import { SupplierServiceRow } from "./service.table.js";

/** Timers of a revision; their subject is its id. */
export const SERVICE_BEGINS = "SERVICE_BEGINS";
export const SERVICE_ENDS = "SERVICE_ENDS";

/**
 * Puts an approved revision in force in place of the former, which ends in the same transaction; what its supplier paused
 * stays paused. `service` is as the row is now. Refuses STALE_VERSION when another revision comes into force at once.
 */
export async function putInForce(tx: Tx, service: SupplierServiceRow): Promise<void> {
  const revisions = await livingRevisionsOf(tx, service.supplierId, service.itemId);
  const former = revisions.find((other) => other.inForce !== null);
  if (former) await supersede(tx, former);
  const effective = serviceLife.after(service.state, "TAKE_EFFECT");
  const state = former?.state === "PAUSED" ? serviceLife.after(effective, "PAUSE") : effective;
  await setServiceState(tx, service, state, { effectiveFrom: tx.now });
  await tx.cancelTimer(SERVICE_BEGINS, service.id);
  if (service.effectiveTo !== null) await tx.setTimer(SERVICE_ENDS, service.id, service.effectiveTo);
}

/** Ends a revision because a later one takes its place; its timers with it. */
export async function supersede(tx: Tx, service: SupplierServiceRow): Promise<void> {
  await setServiceState(tx, service, serviceLife.after(service.state, "SUPERSEDE"));
  await forgetTimers(tx, service.id);
}

/** Nothing happens to this revision by the clock any more. */
export async function forgetTimers(tx: Tx, serviceId: string): Promise<void> {
  await tx.cancelTimer(SERVICE_BEGINS, serviceId);
  await tx.cancelTimer(SERVICE_ENDS, serviceId);
}

/**
 * The revisions of it that still matter: in force, approved for a later day, open. Each proposal supersedes the open one,
 * so they are few however long the history.
 */
export async function livingRevisionsOf(sql: Sql, supplierId: string, itemId: string): Promise<SupplierServiceRow[]> {
  const living = "t.state IN ('PROPOSED', 'APPROVED', 'EFFECTIVE', 'PAUSED')";
  const tail = `WHERE t.supplierId = ? AND t.itemId = ? AND ${living} ORDER BY t.revision DESC`;
  return sql.rows(SupplierServiceRow, tail, [supplierId, itemId]);
}

/** The greatest number a revision of it has; 0 without any. */
export async function lastRevisionOf(sql: Sql, supplierId: string, itemId: string): Promise<number> {
  const text = "SELECT MAX(revision) AS n FROM supplier_services WHERE supplierId = ? AND itemId = ?";
  const [row] = await sql.query<{ n: number | null }>(text, [supplierId, itemId]);
  return Number(row?.n ?? 0);
}
