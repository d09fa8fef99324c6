import type { Connection, Pool } from "mysql2";
import type { DataSource } from "typeorm";
import type { Answered, Send, SqlValue } from "./sql.js";

/** How long one statement may take before the driver gives it up: a black hole must not hold a request for ever. */
export const STATEMENT_TIMEOUT_MS = 5_000;
/** Per connection. MySQL allows 16,382 in all by default. */
export const PREPARED_KEPT = 256;
const STATEMENTS_KEPT = 500;

type Ask = (
  options: { sql: string; values: SqlValue[] },
  done: (error: Error | null, result: unknown) => void,
) => unknown;

/**
 * Statements go straight to the driver. TypeORM opens connections and transactions; its own `query` would add a logger,
 * a broadcaster and a result object to each statement, half of what a read costs. Reads outside transactions are
 * prepared: each connection keeps its last PREPARED_KEPT statements, and their rows come without being parsed from text.
 */
export function toPool(source: DataSource): Send {
  const { pool } = source.driver as unknown as { pool: Pool };
  return answered((options, done) => pool.execute(options, done));
}

/** Inside a transaction: a connection that does not answer is dropped, and the server rolls back. */
export function toConnection(connection: Connection): Send {
  return answered(
    (options, done) => connection.query(options, done),
    () => connection.destroy(),
  );
}

/** The driver's own time-out would not count waiting for a connection, nor preparing. */
function answered(ask: Ask, giveUp: () => void = nothing): Send {
  return (sql, values) =>
    new Promise<Answered>((done, fail) => {
      const late = setTimeout(() => {
        fail(new Error(`No answer to a statement in ${STATEMENT_TIMEOUT_MS} ms.`));
        giveUp();
      }, STATEMENT_TIMEOUT_MS);
      ask({ sql, values: [...values] }, (error, result) => {
        clearTimeout(late);
        if (error) fail(error);
        else if (Array.isArray(result)) done({ records: result, affected: 0 });
        else done({ records: [], affected: (result as { affectedRows?: number }).affectedRows ?? 0 });
      });
    });
}

const nothing = (): void => undefined;

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
