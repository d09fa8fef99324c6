import { dayOf } from "../kernel/day.js";
import { groupBy } from "../kernel/group.js";
import { newId } from "../kernel/ids.js";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { Refusal } from "../kernel/refusal.js";
import { marks, type Sql, type SqlValue } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { isDuplicate } from "../platform/unit-of-work.js";

import { inForceKey, type ServiceOffer, type ServiceState } from "./service.js";
import { SupplierServiceRow } from "./service.table.js";
import { noTerms, regionsOfService, type ServiceProposal } from "./service-terms.js";
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
  /** The least one piece of work is charged, fen; null has no floor. */
  readonly minCharge: number | null;
  /** How many pieces of its work may be open at once; null has no limit. */
  readonly concurrent: number | null;
  /** Hours from the order until the work can begin, and by which before the day wanted it must be ordered. */
  readonly leadHours: number | null;
  readonly noticeHours: number | null;
  readonly supplierName: string;
  /** Codes of the regions it is offered in. */
  readonly regions: readonly string[];
  readonly introduction: string;
  readonly completedCount: number;
  readonly joinedAt: number;
}

interface Wanted {
  /** The instant to look at; a transaction's own unless told. Without any, only timers have moved what is in force. */
  readonly at?: number;
  /** Only what is offered in this region. */
  readonly regionCode?: string;
}

/**
 * The EFFECTIVE services of ACTIVE suppliers for these items, cheapest first: the one door to "who can do it now". A
 * revision whose days are over and a supplier whose planned pause has begun are out by the clock, before their timers fire.
 */
export async function effectiveServices(
  sql: Sql & { readonly now?: number },
  itemIds: readonly string[],
  wanted: Wanted = {},
): Promise<EffectiveService[]> {
  if (itemIds.length === 0) return [];
  const at = wanted.at ?? sql.now;
  const rows = await sql.query<Stored>(
    `SELECT v.id, v.supplierId, v.itemId, v.revision, v.level, v.costPrice, v.salePrice, v.perDay, v.minCharge,
       v.concurrent, v.leadHours, v.noticeHours, v.regions AS ownRegions, i.requiredCertificates AS needs,
       s.name AS supplierName, s.introduction, s.regions, s.ratingCount, s.overallSum, s.qualitySum, s.punctualitySum,
       s.attitudeSum, s.completedCount, s.createdAt AS joinedAt
     FROM supplier_services v JOIN suppliers s ON s.id = v.supplierId
       JOIN service_items i ON i.id = v.itemId
     WHERE v.itemId IN (${marks(itemIds)}) AND v.state = 'EFFECTIVE' AND s.state = 'ACTIVE'${at === undefined ? "" : STILL}
     ORDER BY v.salePrice, v.id`,
    at === undefined ? itemIds : [...itemIds, at, at, at],
  );
  const able = await withPapers(sql, rows, at);
  const services = able.map(({ ownRegions, needs: _papers, regions, ...row }) => {
    const own = ownRegions === null ? null : (JSON.parse(ownRegions) as string[] | null);
    return { ...row, regions: regionsOfService(own, JSON.parse(regions) as string[]) };
  });
  const { regionCode } = wanted;
  return regionCode === undefined ? services : services.filter(({ regions }) => regions.includes(regionCode));
}

type Stored = Omit<EffectiveService, "regions"> & {
  readonly regions: string;
  readonly ownRegions: string | null;
  /** What the item requires: the catalogue's column, joined so that this stays one statement. */
  readonly needs: string | null;
};

/** Those whose suppliers have every paper their item requires, verified and not expired at `at`. */
async function withPapers(sql: Sql, rows: readonly Stored[], at: number | undefined): Promise<readonly Stored[]> {
  const needing = rows.filter(({ needs }) => listOf(needs).length > 0);
  if (needing.length === 0) return rows;
  const holds = await validPapers(sql, [...new Set(needing.map(({ supplierId }) => supplierId))], at);
  return rows.filter(({ supplierId, needs }) => listOf(needs).every((kind) => holds(supplierId, kind)));
}

const listOf = (json: string | null): string[] => (json === null ? [] : ((JSON.parse(json) as string[] | null) ?? []));

/** Who has which paper. Without an instant only timers have ended papers. */
async function validPapers(
  sql: Sql,
  supplierIds: readonly string[],
  at: number | undefined,
): Promise<(supplierId: string, kind: string) => boolean> {
  const papers = await sql.query<{ supplierId: string; kind: string }>(
    `SELECT supplierId, kind FROM supplier_certificates
     WHERE supplierId IN (${marks(supplierIds)}) AND state = 'VERIFIED' AND expiresOn >= ?`,
    [...supplierIds, at === undefined ? "" : dayOf(at)],
  );
  const held = new Set(papers.map(({ supplierId, kind }) => `${supplierId}:${kind}`));
  return (supplierId, kind) => held.has(`${supplierId}:${kind}`);
}

/** What the items a supplier has in force require, and whether it has a valid paper at `at`. */
export async function certificateNeeds(
  sql: Sql,
  supplierId: string,
  at: number,
): Promise<{ itemId: string; kind: string; met: boolean }[]> {
  const rows = await sql.query<{ itemId: string; needs: string | null }>(
    `SELECT v.itemId, i.requiredCertificates AS needs FROM supplier_services v JOIN service_items i ON i.id = v.itemId
     WHERE v.supplierId = ? AND v.inForce IS NOT NULL ORDER BY v.itemId`,
    [supplierId],
  );
  const holds = await validPapers(sql, [supplierId], at);
  return rows.flatMap(({ itemId, needs }) =>
    listOf(needs).map((kind) => ({ itemId, kind, met: holds(supplierId, kind) })),
  );
}

const STILL = ` AND (v.effectiveTo IS NULL OR v.effectiveTo > ?)
       AND (s.pauseFrom IS NULL OR s.pauseFrom > ? OR s.pauseTo <= ?)`;

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

const NOT_HISTORY = "t.state IN ('PROPOSED', 'APPROVED', 'EFFECTIVE', 'PAUSED', 'REJECTED')";

/** What pages show of a supplier's services: all but what is history, in one statement for many suppliers. */
export async function servicesOf(sql: Sql, supplierIds: readonly string[]): Promise<Map<string, SupplierServiceRow[]>> {
  const tail = `WHERE t.supplierId IN (${marks(supplierIds)}) AND ${NOT_HISTORY} ORDER BY t.createdAt, t.itemId, t.revision`;
  return groupBy(await sql.rows(SupplierServiceRow, tail, supplierIds), (row) => row.supplierId);
}

/** What one reading of services in force returns at most. */
export const MAX_IN_FORCE = 20_000;

/** The services in force of these suppliers and items, all where none are named; at most 20,000, by supplier and item. */
export async function servicesInForce(
  sql: Sql,
  only: { readonly supplierIds?: readonly string[] | null; readonly itemIds?: readonly string[] | null },
): Promise<SupplierServiceRow[]> {
  const { supplierIds, itemIds } = only;
  const conditions = ["t.inForce IS NOT NULL"];
  if (supplierIds) conditions.push(`t.supplierId IN (${marks(supplierIds)})`);
  if (itemIds) conditions.push(`t.itemId IN (${marks(itemIds)})`);
  const tail = `WHERE ${conditions.join(" AND ")} ORDER BY t.supplierId, t.itemId LIMIT ${MAX_IN_FORCE}`;
  return sql.rows(SupplierServiceRow, tail, [...(supplierIds ?? []), ...(itemIds ?? [])]);
}

/** The same by item. */
export async function servicesOfItems(
  sql: Sql,
  itemIds: readonly string[],
): Promise<Map<string, SupplierServiceRow[]>> {
  const tail = `WHERE t.itemId IN (${marks(itemIds)}) AND ${NOT_HISTORY} ORDER BY t.salePrice, t.id`;
  return groupBy(await sql.rows(SupplierServiceRow, tail, itemIds), (row) => row.itemId);
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

/** Writes services as first revisions in force: a founded supplier's were looked at with its application. */
export async function addEffectiveServices(
  tx: Tx,
  supplierId: string,
  offers: readonly ServiceOffer[],
): Promise<SupplierServiceRow[]> {
  const rows = offers.map((offer) => serviceRow(tx, supplierId, { ...noTerms, ...offer }, 1, "EFFECTIVE"));
  await tx.insert(SupplierServiceRow, rows);
  return rows;
}

/** Writes proposals. Refuses STALE_VERSION when another proposal for the same item came at the same moment. */
export async function addProposals(
  tx: Tx,
  supplierId: string,
  proposals: readonly { readonly proposal: ServiceProposal; readonly revision: number }[],
): Promise<SupplierServiceRow[]> {
  const rows = proposals.map(({ proposal, revision }) => serviceRow(tx, supplierId, proposal, revision, "PROPOSED"));
  await tx.insert(SupplierServiceRow, rows).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal("STALE_VERSION") : error;
  });
  return rows;
}

/** Moves a service to another state. Refuses STALE_VERSION when it moved meanwhile, or when another revision is in force. */
export async function setServiceState(
  tx: Tx,
  service: { id: string; version: number; supplierId: string; itemId: string },
  state: ServiceState,
  decision: { reason?: string | null; decidedBy?: string | null; effectiveFrom?: number } = {},
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
  proposal: ServiceProposal,
  revision: number,
  state: ServiceState,
): SupplierServiceRow {
  const { regions, brands, ...terms } = proposal;
  const inForce = inForceKey(state, supplierId, proposal.itemId);
  const decided = { reason: null, decidedBy: state === "EFFECTIVE" ? tx.actorId : null, proposedBy: tx.actorId };
  const lists = { regions: regions && [...regions], brands: [...brands] };
  const life = { revision, state, inForce, ...decided, createdAt: tx.now, version: 1 };
  return { id: newId(), supplierId, ...terms, ...lists, ...life };
}
