import { createHash } from "node:crypto";
import type { DataSource, ObjectLiteral } from "typeorm";
import type { Clock } from "../kernel/clock.js";
import type { Fact } from "../kernel/fact.js";
import { newId } from "../kernel/ids.js";
import { must, Refusal } from "../kernel/refusal.js";
import type { Database } from "./database.js";
import { type Written, writeFacts } from "./facts.js";
import { IdempotencyRow, TimerRow } from "./platform.table.js";
import { currentRequestId } from "./request.js";
import { type EntityClass, marks, type Sql, type SqlValue, shapeOf } from "./sql.js";
import type { Tx } from "./tx.js";
import { actorOf, type Viewer } from "./viewer.js";

/** Names a mutation that may arrive twice: the same key and input answer the same, another input is refused. */
export interface Once {
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
}

export interface WorkHooks {
  /** The listeners that want to hear facts of this kind. */
  listenersOf(kind: string): readonly string[];
  /** Called after the commit of everything that moved something. */
  committed(moved: Moved): void;
}

/** What a transaction moved, for those who look again after it. */
export interface Moved extends Written {
  /** Tables that got or changed rows by `insert`, `change` or `tryChange`. */
  readonly tables: ReadonlySet<EntityClass<ObjectLiteral>>;
}

const UNMOVED: Written = { streams: new Map(), listeners: new Set() };

const RETRIES = 4;

/**
 * Runs flows: one transaction each, retried as a whole when the database asks for it, and when a unique key refuses a row
 * that the flow did not expect to be there: a number drawn twice is drawn anew, and of two who made the same thing at once
 * the second now finds the first's. So a flow draws numbers inside its work.
 */
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hooks: WorkHooks,
  ) {}

  async run<Result>(viewer: Viewer, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(viewer, work);
      } catch (error) {
        if (attempt > RETRIES || !(isTransient(error) || isDuplicate(error))) throw error;
        await pause(attempt * 20 * (0.5 + Math.random()));
      }
    }
  }

  /**
   * Like `run`, at most once per viewer, operation and key. The result must be plain JSON: it is stored with the
   * effect and answered again to a repeat. Refusals are not stored, so a mended input may use the key again.
   */
  async once<Result>(viewer: Viewer, once: Once, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    must(once.key.length >= 8 && once.key.length <= 100, "IDEMPOTENCY_KEY_REQUIRED", { field: "idempotencyKey" });
    const scope = `${scopeOf(viewer)}:${once.operation}`;
    const hash = createHash("sha256").update(JSON.stringify(once.input)).digest("hex");
    return this.run(viewer, async (tx) => {
      const ignore = tx.dialect === "sqlite" ? "INSERT OR IGNORE" : "INSERT IGNORE";
      const first = await tx.run(
        `${ignore} INTO idempotency_keys (scope, \`key\`, requestHash, response, createdAt) VALUES (?, ?, ?, NULL, ?)`,
        [scope, once.key, hash, tx.now],
      );
      if (first === 0) return storedAnswer<Result>(tx, scope, once.key, hash);
      const result = await work(tx);
      await tx.run("UPDATE idempotency_keys SET response = ? WHERE scope = ? AND `key` = ?", [
        JSON.stringify(result),
        scope,
        once.key,
      ]);
      return result;
    });
  }

  private async attempt<Result>(viewer: Viewer, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const facts: Fact[] = [];
    const tables = new Set<EntityClass<ObjectLiteral>>();
    let written = UNMOVED;
    const result = await this.database.transaction(async (sql, source) => {
      const tx = new WorkTx(sql, source, this.clock.now(), actorOf(viewer), facts, tables);
      const answer = await work(tx);
      if (facts.length > 0) {
        written = await writeFacts(tx, facts, currentRequestId(), (kind) => this.hooks.listenersOf(kind));
      }
      return answer;
    });
    if (facts.length > 0 || tables.size > 0) this.hooks.committed({ ...written, tables });
    return result;
  }
}

async function storedAnswer<Result>(tx: Sql, scope: string, key: string, hash: string): Promise<Result> {
  const [row] = await tx.rows(IdempotencyRow, "WHERE t.scope = ? AND t.`key` = ?", [scope, key]);
  if (!row?.response) throw new Error("An idempotency key is held by a transaction that left no answer.");
  must(row.requestHash === hash, "IDEMPOTENCY_KEY_REUSED", { field: "idempotencyKey" });
  return JSON.parse(row.response) as Result;
}

class WorkTx implements Tx {
  readonly dialect;

  constructor(
    private readonly sql: Sql,
    private readonly source: DataSource,
    readonly now: number,
    readonly actorId: string | null,
    private readonly facts: Fact[],
    private readonly tables: Set<EntityClass<ObjectLiteral>>,
  ) {
    this.dialect = sql.dialect;
  }

  query<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.sql.query<Row>(text, values);
  }

  run(text: string, values?: readonly SqlValue[]): Promise<number> {
    return this.sql.run(text, values);
  }

  rows<Row extends ObjectLiteral>(table: EntityClass<Row>, tail: string, values?: readonly SqlValue[]): Promise<Row[]> {
    return this.sql.rows(table, tail, values);
  }

  record(...facts: Fact[]): void {
    this.facts.push(...facts);
  }

  async insert<Row extends ObjectLiteral>(table: EntityClass<Row>, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    this.tables.add(table);
    const shape = shapeOf(this.source.getMetadata(table));
    // A generated key is left to the database: no row brings one.
    const columns = shape.columns.filter((column) => rows[0] && column in rows[0]);
    const mark = `(${columns.map(() => "?").join(",")})`;
    const names = columns.map((column) => `\`${column}\``).join(", ");
    await this.sql.run(
      `INSERT INTO ${shape.name} (${names}) VALUES ${rows.map(() => mark).join(",")}`,
      rows.flatMap((row) => columns.map((column) => shape.write(row, column))),
    );
  }

  async change<Row extends ObjectLiteral>(
    table: EntityClass<Row>,
    expected: Partial<Row> & { id: string },
    set: Partial<Row>,
  ): Promise<void> {
    if (!(await this.tryChange(table, expected, set))) throw new Refusal("STALE_VERSION");
  }

  async tryChange<Row extends ObjectLiteral>(
    table: EntityClass<Row>,
    expected: Partial<Row> & { id: string },
    set: Partial<Row>,
  ): Promise<boolean> {
    this.tables.add(table);
    const shape = shapeOf(this.source.getMetadata(table));
    const assign = Object.keys(set).map((column) => `${column} = ?`);
    if (shape.columns.includes("version") && !("version" in set)) assign.push("version = version + 1");
    const guards = Object.keys(expected).map((column) =>
      expected[column as keyof typeof expected] === null ? `${column} IS NULL` : `${column} = ?`,
    );
    const values = [
      ...Object.keys(set).map((column) => shape.write(set, column)),
      ...Object.keys(expected)
        .map((column) => shape.write(expected, column))
        .filter((value) => value !== null),
    ];
    const text = `UPDATE ${shape.name} SET ${assign.join(", ")} WHERE ${guards.join(" AND ")}`;
    return (await this.sql.run(text, values)) === 1;
  }

  async setTimer(kind: string, subjectId: string, dueAt: number): Promise<void> {
    const row = { id: newId(), kind, subjectId, dueAt, state: "PENDING", attempts: 0, lastError: null };
    await this.insert(TimerRow, [row]);
  }

  cancelTimer(kind: string, subjectId: string): Promise<void> {
    return this.cancelTimers([kind], subjectId);
  }

  async cancelTimers(kinds: readonly string[], subjectId: string): Promise<void> {
    await this.sql.run(
      `UPDATE timers SET state = 'CANCELLED' WHERE kind IN (${marks(kinds)}) AND subjectId = ? AND state = 'PENDING'`,
      [...kinds, subjectId],
    );
  }
}

function scopeOf(viewer: Viewer): string {
  if (viewer.kind === "integration") return viewer.apiKeyId;
  return actorOf(viewer) ?? (viewer.kind === "anonymous" ? `ip:${viewer.ip}` : viewer.kind);
}

/** Lost a deadlock, waited too long for a lock, met a Galera or snapshot conflict, or found SQLite busy. */
function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === "ER_LOCK_DEADLOCK" ||
    code === "ER_LOCK_WAIT_TIMEOUT" ||
    code === "ER_CHECKREAD" ||
    code.startsWith("SQLITE_BUSY")
  );
}

/** Whether a unique key refused the row. Flows use it where it has a meaning for people; the rest is tried again. */
export function isDuplicate(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ER_DUP_ENTRY" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY";
}

function codeOf(error: unknown): string {
  const driver = (error as { driverError?: unknown })?.driverError ?? error;
  const code = (driver as { code?: unknown })?.code;
  return typeof code === "string" ? code : "";
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
