import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import { inForceKey, type ServiceOffer, type ServiceState } from "./service.js";
import { SupplierServiceRow } from "./service.table.js";
import type { RatingSums } from "./supplier.js";

export type { SupplierServiceRow };

/**
 * A service that can be bought now, with what choosing among suppliers needs. It carries the cost: never hand it to
 * an edge type for customers.
 */
export interface EffectiveService extends RatingSums {
  readonly id: string;
  readonly supplierId: string;
  readonly itemId: string;
  readonly revision: number;
  readonly level: number;
  readonly costPrice: number;
  readonly salePrice: number;
  readonly perDay: number;
  readonly supplierName: string;
  /** Codes of the regions the supplier works in. */
  readonly regions: readonly string[];
  readonly introduction: string;
  readonly completedCount: number;
  readonly joinedAt: number;
}

/** The EFFECTIVE services of ACTIVE suppliers for these items, cheapest first. */
export async function effectiveServices(sql: Sql, itemIds: readonly string[]): Promise<EffectiveService[]> {
  if (itemIds.length === 0) return [];
  const rows = await sql.query<Omit<EffectiveService, "regions"> & { regions: string }>(
    `SELECT v.id, v.supplierId, v.itemId, v.revision, v.level, v.costPrice, v.salePrice, v.perDay,
       s.name AS supplierName, s.introduction, s.regions, s.ratingCount, s.overallSum, s.qualitySum, s.punctualitySum,
       s.attitudeSum, s.completedCount, s.createdAt AS joinedAt
     FROM supplier_services v JOIN suppliers s ON s.id = v.supplierId
     WHERE v.itemId IN (${marks(itemIds)}) AND v.state = 'EFFECTIVE' AND s.state = 'ACTIVE'
     ORDER BY v.salePrice, v.id`,
    itemIds,
  );
  return rows.map((row) => Object.assign(row, { regions: JSON.parse(row.regions) as string[] }));
}

export async function serviceById(sql: Sql, id: string): Promise<SupplierServiceRow | undefined> {
  return (await sql.rows(SupplierServiceRow, "WHERE t.id = ?", [id]))[0];
}

/** A supplier's own service; another's is not found. */
export async function ownServiceById(
  sql: Sql,
  supplierId: string,
  id: string,
): Promise<SupplierServiceRow | undefined> {
  return (await sql.rows(SupplierServiceRow, "WHERE t.id = ? AND t.supplierId = ?", [id, supplierId]))[0];
}

/** The items that a supplier has a service in force for. */
export async function itemsServedBy(sql: Sql, supplierId: string): Promise<string[]> {
  const text = "SELECT itemId FROM supplier_services WHERE supplierId = ? AND inForce IS NOT NULL";
  return (await sql.query<{ itemId: string }>(text, [supplierId])).map((row) => row.itemId);
}

/** What pages show of a supplier's services: all but what a later revision replaced, in one statement for many suppliers. */
export async function servicesOf(sql: Sql, supplierIds: readonly string[]): Promise<Map<string, SupplierServiceRow[]>> {
  const tail = `WHERE t.supplierId IN (${marks(supplierIds)}) AND t.state <> 'SUPERSEDED' ORDER BY t.createdAt, t.itemId, t.revision`;
  return groupBy(await sql.rows(SupplierServiceRow, tail, supplierIds), (row) => row.supplierId);
}

/** The same by item. */
export async function servicesOfItems(
  sql: Sql,
  itemIds: readonly string[],
): Promise<Map<string, SupplierServiceRow[]>> {
  const tail = `WHERE t.itemId IN (${marks(itemIds)}) AND t.state <> 'SUPERSEDED' ORDER BY t.salePrice, t.id`;
  return groupBy(await sql.rows(SupplierServiceRow, tail, itemIds), (row) => row.itemId);
}

/** Every revision of one supplier's service of one item, newest first. */
export async function revisionsOf(sql: Sql, supplierId: string, itemId: string): Promise<SupplierServiceRow[]> {
  return sql.rows(SupplierServiceRow, "WHERE t.supplierId = ? AND t.itemId = ? ORDER BY t.revision DESC", [
    supplierId,
    itemId,
  ]);
}

/** What waits for approval, oldest first. */
export async function proposedPage(sql: Sql, request: PageRequest): Promise<Page<SupplierServiceRow>> {
  const values: SqlValue[] = ["PROPOSED", "PROPOSED"];
  let tail = "WHERE t.state >= ? AND t.state <= ?";
  if (request.after) {
    tail += " AND t.createdAt >= ? AND (t.createdAt > ? OR t.id > ?)";
    values.push(request.after[0], request.after[0], request.after[1]);
  }
  const order = `ORDER BY t.state, t.createdAt, t.id LIMIT ${request.first + 1}`;
  const rows = await sql.rows(SupplierServiceRow, `${tail} ${order}`, values);
  return toPage(rows, request, (row) => row.createdAt);
}

/** How many services wait for approval. */
export async function countProposed(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ n: number }>("SELECT COUNT(*) AS n FROM supplier_services WHERE state = 'PROPOSED'");
  return Number(row?.n ?? 0);
}

/** Writes services as first revisions in force: a founded supplier's were looked at with its application. */
export async function addEffectiveServices(
  tx: Tx,
  supplierId: string,
  offers: readonly ServiceOffer[],
): Promise<SupplierServiceRow[]> {
  const rows = offers.map((offer) => serviceRow(tx, supplierId, offer, 1, "EFFECTIVE"));
  await tx.insert(SupplierServiceRow, rows);
  return rows;
}

/** Writes a proposal. Refuses STALE_VERSION when another proposal for the same item came at the same moment. */
export async function addProposal(
  tx: Tx,
  supplierId: string,
  offer: ServiceOffer,
  revision: number,
): Promise<SupplierServiceRow> {
  const row = serviceRow(tx, supplierId, offer, revision, "PROPOSED");
  await tx.insert(SupplierServiceRow, [row]).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
  return row;
}

/** Moves a service to another state. Refuses STALE_VERSION when it moved meanwhile, or when another revision is in force. */
export async function setServiceState(
  tx: Tx,
  service: { id: string; version: number; supplierId: string; itemId: string },
  state: ServiceState,
  decision: { reason?: string | null; decidedBy?: string | null } = {},
): Promise<void> {
  const inForce = inForceKey(state, service.supplierId, service.itemId);
  const change = tx.change(
    SupplierServiceRow,
    { id: service.id, version: service.version },
    { state, inForce, ...decision },
  );
  await change.catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
}

function serviceRow(
  tx: Tx,
  supplierId: string,
  offer: ServiceOffer,
  revision: number,
  state: ServiceState,
): SupplierServiceRow {
  const inForce = inForceKey(state, supplierId, offer.itemId);
  const decided = { reason: null, decidedBy: state === "EFFECTIVE" ? tx.actorId : null };
  return { id: newId(), supplierId, ...offer, revision, state, inForce, ...decided, createdAt: tx.now, version: 1 };
}
