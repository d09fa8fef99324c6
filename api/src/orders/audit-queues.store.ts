import type { Sql } from "../platform/sql.js";

/** How many orders and how many of their changes wait for an auditor, each counted to `cap`, in one statement. */
export async function countToAudit(sql: Sql, cap: number): Promise<{ orders: number; amendments: number }> {
  const counted = (table: string, state: string) =>
    `(SELECT COUNT(*) FROM (SELECT id FROM ${table} WHERE state = '${state}' LIMIT ${cap}) AS some)`;
  const [row] = await sql.query<{ orders: number; amendments: number }>(
    `SELECT ${counted("orders", "PENDING_AUDIT")} AS orders, ${counted("order_amendments", "WAIT_AUDIT")} AS amendments`,
  );
  return { orders: Number(row?.orders ?? 0), amendments: Number(row?.amendments ?? 0) };
}
