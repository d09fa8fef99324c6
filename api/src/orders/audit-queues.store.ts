import type { Sql } from "../platform/sql.js";

/**
 * How many orders and how many of their changes wait for an auditor, and how many requests for a change for an answer,
 * each counted to `cap`, in one statement.
 */
export async function countOrderQueues(
  sql: Sql,
  cap: number,
): Promise<{ orders: number; amendments: number; requests: number }> {
  const counted = (table: string, state: string) =>
    `(SELECT COUNT(*) FROM (SELECT id FROM ${table} WHERE state = '${state}' LIMIT ${cap}) AS some)`;
  const [row] = await sql.query<{ orders: number; amendments: number; requests: number }>(
    `SELECT ${counted("orders", "PENDING_AUDIT")} AS orders, ${counted("order_amendments", "WAIT_AUDIT")} AS amendments,
      ${counted("order_change_requests", "OPEN")} AS requests`,
  );
  const { orders = 0, amendments = 0, requests = 0 } = row ?? {};
  return { orders: Number(orders), amendments: Number(amendments), requests: Number(requests) };
}
