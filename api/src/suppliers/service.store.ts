import { marks, type Sql } from "../platform/sql.js";
import { SupplierServiceRow } from "./service.table.js";

export type { SupplierServiceRow };

/** A service that can be bought now, with what choosing among suppliers needs. Carries the cost: never hand it to an edge type for customers. */
export interface EffectiveService {
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
  readonly ratingCount: number;
  readonly overallSum: number;
  readonly completedCount: number;
  readonly joinedAt: number;
}

/** The EFFECTIVE services of ACTIVE suppliers for these items, cheapest first. */
export async function effectiveServices(sql: Sql, itemIds: readonly string[]): Promise<EffectiveService[]> {
  if (itemIds.length === 0) return [];
  const rows = await sql.query<Omit<EffectiveService, "regions"> & { regions: string }>(
    `SELECT v.id, v.supplierId, v.itemId, v.revision, v.level, v.costPrice, v.salePrice, v.perDay,
       s.name AS supplierName, s.regions, s.ratingCount, s.overallSum, s.completedCount, s.createdAt AS joinedAt
     FROM supplier_services v JOIN suppliers s ON s.id = v.supplierId
     WHERE v.itemId IN (${marks(itemIds)}) AND v.state = 'EFFECTIVE' AND s.state = 'ACTIVE'
     ORDER BY v.salePrice, v.id`,
    itemIds,
  );
  return rows.map((row) => ({ ...row, regions: JSON.parse(row.regions) as string[] }));
}

export async function servicesById(sql: Sql, ids: readonly string[]): Promise<Map<string, SupplierServiceRow>> {
  const rows = await sql.rows(SupplierServiceRow, `WHERE t.id IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function serviceById(sql: Sql, id: string): Promise<SupplierServiceRow | undefined> {
  return (await servicesById(sql, [id])).get(id);
}
