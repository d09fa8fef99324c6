import type { ObjectLiteral } from "typeorm";
import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import type { EntityClass, Sql, SqlValue } from "./sql.js";

/** A page of what is in one state, the longest waiting first. The table has an index by state, createdAt and id. */
export async function pageInState<Row extends ObjectLiteral & { id: string; createdAt: number }>(
  sql: Sql,
  table: EntityClass<Row>,
  state: string,
  request: PageRequest,
): Promise<Page<Row>> {
  const values: SqlValue[] = [state, state];
  let after = "";
  if (request.after) {
    const [createdAt, id] = request.after;
    after = "AND t.createdAt >= ? AND (t.createdAt > ? OR t.id > ?)";
    values.push(createdAt, createdAt, id);
  }
  // A range that leads the order too: with `state = ?` MariaDB would walk the whole queue up to the cursor.
  const tail = `WHERE t.state >= ? AND t.state <= ? ${after}
    ORDER BY t.state, t.createdAt, t.id LIMIT ${request.first + 1}`;
  return toPage(await sql.rows(table, tail, values), request, (row) => row.createdAt);
}
