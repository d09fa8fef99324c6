import { groupBy } from "../kernel/group.js";
import { marks, type Sql } from "../platform/sql.js";
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

/** Of these items, the open proposal and the greatest number of a revision, by item; two statements, however many. */
export async function proposalsSoFar(
  sql: Sql,
  supplierId: string,
  itemIds: readonly string[],
): Promise<(itemId: string) => { readonly open: SupplierServiceRow | undefined; readonly last: number }> {
  const where = `supplierId = ? AND itemId IN (${marks(itemIds)})`;
  const rows = await sql.rows(SupplierServiceRow, `WHERE t.${where} AND t.state = 'PROPOSED'`, [
    supplierId,
    ...itemIds,
  ]);
  const open = new Map(rows.map((row) => [row.itemId, row]));
  const numbers = await sql.query<{ itemId: string; n: number }>(
    `SELECT itemId, MAX(revision) AS n FROM supplier_services WHERE ${where} GROUP BY itemId`,
    [supplierId, ...itemIds],
  );
  const last = new Map(numbers.map(({ itemId, n }) => [itemId, Number(n)]));
  return (itemId) => ({ open: open.get(itemId), last: last.get(itemId) ?? 0 });
}

/** So many revisions of one service are shown. */
const SHOWN = 100;

/** The name of a supplier's service of an item, whichever revision. */
export const serviceKey = ({ supplierId, itemId }: { supplierId: string; itemId: string }): string =>
  `${supplierId}:${itemId}`;

/** The newest revisions of many services, newest first, at most 100 of each, by `serviceKey`; one statement. */
export async function revisionsOf(
  sql: Sql,
  services: readonly { readonly supplierId: string; readonly itemId: string }[],
): Promise<Map<string, SupplierServiceRow[]>> {
  const suppliers = [...new Set(services.map(({ supplierId }) => supplierId))];
  const items = [...new Set(services.map(({ itemId }) => itemId))];
  const numbered = `SELECT id, ROW_NUMBER() OVER (PARTITION BY supplierId, itemId ORDER BY revision DESC) AS place
    FROM supplier_services WHERE supplierId IN (${marks(suppliers)}) AND itemId IN (${marks(items)})`;
  const tail = `WHERE t.id IN (SELECT id FROM (${numbered}) AS numbered WHERE place <= ${SHOWN}) ORDER BY t.revision DESC`;
  return groupBy(await sql.rows(SupplierServiceRow, tail, [...suppliers, ...items]), serviceKey);
}
