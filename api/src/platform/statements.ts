import type { Pool, PoolConnection } from "mysql2";
import type { DataSource } from "typeorm";
import type { Answered, Send, SqlValue } from "./sql.js";

/** How long the database may take to answer: a black hole must not hold a request for ever. */
export const STATEMENT_TIMEOUT_MS = 5_000;
/** Per connection. MySQL allows 16,382 in all by default. */
export const PREPARED_KEPT = 256;
const STATEMENTS_KEPT = 500;

/**
 * Statements go straight to the driver. TypeORM makes the pool; its own `query` would add a logger, a broadcaster and a
 * result object to each statement, half of what a read costs. All are prepared: each connection keeps its last PREPARED_KEPT
 * statements, and their rows come without being parsed from text.
 */
export function toPool(source: DataSource): Send {
  return async (sql, values) => {
    const connection = await borrow(source);
    try {
      return await ask(connection, sql, values);
    } finally {
      connection.release();
    }
  };
}

/** Everything inside a transaction goes to the one connection that holds it. */
export function toConnection(connection: PoolConnection): Send {
  return (sql, values) => ask(connection, sql, values);
}

/** A connection of the pool; whoever borrows releases it. */
export function borrow(source: DataSource): Promise<PoolConnection> {
  const { pool } = source.driver as unknown as { pool: Pool };
  return new Promise((done, fail) => {
    let waiting = true;
    const late = setTimeout(() => {
      waiting = false;
      fail(new Error(`No connection to the database in ${STATEMENT_TIMEOUT_MS} ms.`));
    }, STATEMENT_TIMEOUT_MS);
    pool.getConnection((error, connection) => {
      clearTimeout(late);
      if (!waiting) connection?.release();
      else if (error) fail(error);
      else done(connection);
    });
  });
}

/**
 * One statement and its answer. A connection that does not answer in time is destroyed, and the server rolls back what it
 * held: the driver's own time-out would leave it stuck in the pool, with whatever is sent next waiting behind it.
 */
function ask(connection: PoolConnection, sql: string, values: readonly SqlValue[]): Promise<Answered> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => {
      fail(new Error(`No answer to a statement in ${STATEMENT_TIMEOUT_MS} ms.`));
      connection.destroy();
    }, STATEMENT_TIMEOUT_MS);
    connection.execute({ sql, values: [...values] }, (error: Error | null, result: unknown) => {
      clearTimeout(late);
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
