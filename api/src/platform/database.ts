import { mkdirSync } from "node:fs";
import { join } from "node:path";
import SqliteDriver from "libsql";
import type { PoolConnection } from "mysql2";
import { DataSource, type DataSourceOptions, type ObjectLiteral } from "typeorm";
import type { Config } from "./config.js";
import { ASK_SETTINGS, faultOf, type ServerSettings } from "./server-settings.js";
import { type Dialect, type EntityClass, type Send, type Sql, StatementSql, type StatementWatcher } from "./sql.js";
import { borrow, PREPARED_KEPT, STATEMENT_TIMEOUT_MS, toConnection, toPool, toSqlite } from "./statements.js";

const POOL_SIZE = 12;
/** A lock is waited for shorter than a statement: the flow is told and begins anew, instead of being given up. */
const SESSION_SETTINGS = [
  "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
  "SET SESSION innodb_lock_wait_timeout = 3",
];

/** A reason not to start, in one sentence with the cure. */
export class DatabaseError extends Error {}

/**
 * The one door to the database. SQLite has one writer behind a queue and a second, read-only connection, so a
 * reader never sees uncommitted rows and two transactions never mix; MySQL and MariaDB use one pool for both.
 */
export class Database {
  /** Reads committed rows; never inside a transaction. */
  readonly read: Sql;
  /** How many transactions this process has committed: copies of what was read before the last may be old. */
  commits = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly watchers = new Set<StatementWatcher>();
  /** Connections that were told SESSION_SETTINGS, once in their life. */
  private readonly settled = new WeakSet<PoolConnection>();

  private constructor(
    readonly dialect: Dialect,
    readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.read = new ReadOnlySql(reader, dialect === "sqlite" ? toSqlite(reader) : toPool(reader), dialect, this.watch);
  }

  /** Opens connections and checks that acknowledged writes survive a crash; does not touch the schema. */
  static async open(config: Config, entities: readonly EntityClass<ObjectLiteral>[]): Promise<Database> {
    const database = config.databaseUrl
      ? await openServer(config.databaseUrl, entities)
      : await openEmbedded(config.dataDir, entities);
    try {
      await database.checkDurability();
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }

    async function openEmbedded(dataDir: string, tables: readonly EntityClass<ObjectLiteral>[]): Promise<Database> {
      mkdirSync(dataDir, { recursive: true });
      const file = join(dataDir, "kaidan.sqlite");
      const writer = await new DataSource(embeddedOptions(file, tables, WRITER_PRAGMAS)).initialize();
      const reader = await new DataSource(embeddedOptions(file, tables, READER_PRAGMAS)).initialize();
      return new Database("sqlite", writer, reader);
    }

    async function openServer(url: string, tables: readonly EntityClass<ObjectLiteral>[]): Promise<Database> {
      const kind = await serverKind(url);
      const pool = await new DataSource(serverOptions(url, kind, tables)).initialize();
      return new Database("mysql", pool, pool);
    }
  }

  /** Runs `work` in one transaction on the writer; rolls back when it throws. No nesting, nothing awaited from outside. */
  async transaction<Result>(work: (sql: Sql, source: DataSource) => Promise<Result>): Promise<Result> {
    return this.dialect === "sqlite" ? this.inTurn(() => this.transact(work)) : this.transact(work);
  }

  /**
   * Reads as of one instant, however long it takes and whatever is written meanwhile. Embedded, writers wait for it. Nothing
   * may be written in it.
   */
  async snapshot<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    if (this.dialect === "sqlite") return this.inTurn(() => this.between("BEGIN", toSqlite(this.writer), work));
    const connection = await borrow(this.writer);
    try {
      const send = toConnection(connection);
      await send("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", []);
      return await this.between("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", send, work);
    } finally {
      connection.release();
    }
  }

  /** Hears every statement until the returned function is called. */
  onStatement(watcher: StatementWatcher): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  async close(): Promise<void> {
    await this.queue;
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
  }

  private readonly watch: StatementWatcher = (text, durationMs) => {
    for (const watcher of this.watchers) watcher(text, durationMs);
  };

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(work, work);
    this.queue = turn.then(nothing, nothing);
    return turn;
  }

  private async transact<Result>(work: (sql: Sql, source: DataSource) => Promise<Result>): Promise<Result> {
    if (this.dialect === "sqlite") return this.between("BEGIN IMMEDIATE", toSqlite(this.writer), work);
    const connection = await borrow(this.writer);
    try {
      const send = toConnection(connection);
      if (!this.settled.has(connection)) {
        for (const setting of SESSION_SETTINGS) await send(setting, []);
        this.settled.add(connection);
      }
      return await this.between("START TRANSACTION", send, work);
    } finally {
      connection.release();
    }
  }

  private async between<Result>(
    start: string,
    send: Send,
    work: (sql: Sql, source: DataSource) => Promise<Result>,
  ): Promise<Result> {
    await send(start, []);
    try {
      const result = await work(new StatementSql(this.writer, send, this.dialect, this.watch), this.writer);
      await send("COMMIT", []);
      this.commits += 1;
      return result;
    } catch (error) {
      // Where the connection is gone there is nothing left to roll back; the error that counts is the first.
      await send("ROLLBACK", []).catch(nothing);
      throw error;
    }
  }

  private async checkDurability(): Promise<void> {
    if (this.dialect === "sqlite") {
      const [mode] = await this.writer.query<{ synchronous: number }[]>("PRAGMA synchronous");
      if (mode?.synchronous !== 2) throw new DatabaseError("SQLite does not run with synchronous=FULL.");
      return;
    }
    const [server] = await this.writer.query<ServerSettings[]>(ASK_SETTINGS);
    if (!server) throw new DatabaseError("The database server does not tell its settings.");
    const unsafe = process.env["KAIDAN_UNSAFE_DATABASE"] === "tests-only";
    const fault = faultOf(unsafe ? { ...server, flush: 1 } : server);
    if (fault) throw new DatabaseError(fault);
  }
}

/** Statements outside a transaction: committed rows only, nothing to be written. */
class ReadOnlySql extends StatementSql {
  override async run(): Promise<number> {
    throw new Error("Write inside a transaction.");
  }
}

const nothing = (): void => undefined;

const WRITER_PRAGMAS = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"];
const READER_PRAGMAS = [...WRITER_PRAGMAS, "query_only=ON"];

function embeddedOptions(
  file: string,
  entities: readonly EntityClass<ObjectLiteral>[],
  pragmas: readonly string[],
): DataSourceOptions {
  return {
    type: "better-sqlite3",
    driver: SqliteDriver,
    database: file,
    entities: [...entities],
    prepareDatabase: (raw: { exec(text: string): void }) => raw.exec(pragmas.map((p) => `PRAGMA ${p};`).join("\n")),
  };
}

function serverOptions(
  url: string,
  type: "mysql" | "mariadb",
  entities: readonly EntityClass<ObjectLiteral>[],
): DataSourceOptions {
  return {
    type,
    url: url.replace(/^mariadb:/, "mysql:"),
    entities: [...entities],
    timezone: "Z",
    charset: "utf8mb4",
    supportBigNumbers: true,
    bigNumberStrings: false,
    connectTimeout: STATEMENT_TIMEOUT_MS,
    maxQueryExecutionTime: STATEMENT_TIMEOUT_MS,
    enableQueryTimeout: true,
    poolSize: POOL_SIZE,
    extra: { maxPreparedStatements: PREPARED_KEPT },
  };
}

/** MariaDB and MySQL tell JSON columns and indexes differently; TypeORM must know which it talks to. */
async function serverKind(url: string): Promise<"mysql" | "mariadb"> {
  const probe = await new DataSource(serverOptions(url, "mysql", [])).initialize().catch((error: unknown) => {
    throw new DatabaseError(`The database does not answer: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    const [row] = await probe.query<{ version: string }[]>("SELECT VERSION() AS version");
    return row?.version.toLowerCase().includes("mariadb") ? "mariadb" : "mysql";
  } finally {
    await probe.destroy();
  }
}
