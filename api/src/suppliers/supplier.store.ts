import type { Sql } from "../platform/sql.js";
import { SupplierMemberRow, SupplierRow } from "./supplier.table.js";

export type { SupplierMemberRow, SupplierRow };

/** The active membership of a work account. */
export async function memberOfAccount(sql: Sql, accountId: string): Promise<SupplierMemberRow | undefined> {
  return (await sql.rows(SupplierMemberRow, "WHERE t.accountId = ? AND t.active = 1", [accountId]))[0];
}
