import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import type { Sql, SqlValue } from "../platform/sql.js";
import { InboundRow } from "./wechat.table.js";

export type { InboundRow };

/**
 * A page of what people sent, newest first; with `sentLike`, only of whoever sent that message. Empty when there is no such
 * message.
 */
export async function pageOfInbound(
  sql: Sql,
  sentLike: string | null,
  request: PageRequest,
): Promise<Page<InboundRow>> {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (sentLike !== null) {
    const [message] = await sql.rows(InboundRow, "WHERE t.id = ?", [sentLike]);
    const openid = message?.openid ?? "";
    // Ranges that lead the order too: MariaDB then walks one index from the cursor on.
    conditions.push("t.openid >= ? AND t.openid <= ?");
    values.push(openid, openid);
  }
  if (request.after) {
    const [at, id] = request.after;
    conditions.push("t.receivedAt <= ? AND (t.receivedAt < ? OR t.id < ?)");
    values.push(at, at, id);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const order = `ORDER BY ${sentLike === null ? "" : "t.openid DESC, "}t.receivedAt DESC, t.id DESC`;
  const rows = await sql.rows(InboundRow, `${where} ${order} LIMIT ${request.first + 1}`, values);
  return toPage(rows, request, (row) => row.receivedAt);
}
