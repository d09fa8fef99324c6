import type { Sql, SqlValue } from "../../src/platform/sql.js";

/** How the database reads a list, table by table. */
export async function planOf(sql: Sql, text: string, values: readonly SqlValue[]): Promise<string> {
  if (sql.dialect === "sqlite") {
    const steps = await sql.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, values);
    return steps.map(({ detail }) => detail).join("\n");
  }
  const steps = await sql.query<{ table: string; type: string; Extra: string }>(`EXPLAIN ${text}`, values);
  return steps.map(({ table, type, Extra }) => `${table} ${type} ${Extra}`).join("\n");
}
