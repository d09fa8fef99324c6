import type { Connection, Pool } from "mysql2";
import type { DataSource } from "typeorm";
import type { Answered, Send, SqlValue } from "./sql.js";

/** How long one statement may take before the driver gives it up: a black hole must not hold a request for ever. */
export const STATEMENT_TIMEOUT_MS = 5_000;
const STATEMENTS_KEPT = 500;

/**
 * Statements go straight to the driver. TypeORM opens connections and transactions; its own `query` would add a logger,
 * a broadcaster and a result object to each statement, half of what a read costs.
 */
export function toPool(source: DataSource): Send {
  return toConnection((source.driver as unknown as { pool: Pool }).pool);
}

export function toConnection(connection: Pool | Connection): Send {
  return (sql, values) =>
    new Promise<Answered>((done, fail) => {
      const options = { sql, values: [...values], timeout: STATEMENT_TIMEOUT_MS };
      connection.query(options, (error: Error | null, result: unknown) => {
        if (error) fail(error);
        else if (Array.isArray(result)) done({ records: result, affected: 0 });
        else done({ records: [], affected: (result as { affectedRows?: number }).affectedRows ?? 0 });
      });
    });
}

interface SqliteStatement {
  readonly reader: boolean;
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { readonly changes: number };
}

const kept = new WeakMap<DataSource, Map<string, SqliteStatement>>();

/** SQLite answers at once, on the source's one connection; prepared statements are kept, the oldest given up first. */
export function toSqlite(source: DataSource): Send {
  const statements = kept.get(source) ?? new Map<string, SqliteStatement>();
  kept.set(source, statements);
  const { databaseConnection } = source.driver as unknown as {
    databaseConnection: { prepare(text: string): SqliteStatement };
  };
  const prepare = (text: string): SqliteStatement => {
    const known = statements.get(text);
    if (known) return known;
    const made = databaseConnection.prepare(text);
    statements.set(text, made);
    if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? "");
    return made;
  };
  return async (text, values) => {
    const statement = prepare(text);
    const bound = values.map(toSqliteValue);
    if (statement.reader) return { records: statement.all(...bound), affected: 0 };
    return { records: [], affected: statement.run(...bound).changes };
  };
}

const toSqliteValue = (value: SqlValue): SqlValue => (typeof value === "boolean" ? Number(value) : value);
