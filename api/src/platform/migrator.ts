import type { Clock } from "../kernel/clock.js";
import { type Database, DatabaseError } from "./database.js";
import type { Dialect } from "./sql.js";

/** One statement, or several that are only right together: a killed group is done again whole, so it must bear that. */
export type Step = string | readonly string[];

/** One step of the schema's history: statements per dialect, applied in order, never edited after a release. */
export interface Migration {
  readonly name: string;
  readonly statements: Readonly<Record<Dialect, readonly Step[]>>;
}

/** How far a migration got; without an end it was interrupted. */
interface Progress {
  readonly statementsDone: number;
  readonly finishedAt: number | null;
}

/** Locks are the whole server's: other databases on it migrate by themselves. Their names have room for 64 characters. */
const LOCK = "CONCAT('kaidan-migrate:', MD5(DATABASE()))";

const BOOTSTRAP = `CREATE TABLE IF NOT EXISTS schema_progress (
  migration varchar(100) NOT NULL, statementsDone integer NOT NULL, startedAt bigint NOT NULL, finishedAt bigint NULL,
  PRIMARY KEY (migration))`;

/** What "the statement had been done before the process died" looks like on each database. */
const ALREADY_DONE =
  /already exists|Duplicate (column|key|foreign key)|ER_TABLE_EXISTS|ER_DUP_KEYNAME|errno: 121|no such index|ER_CANT_DROP/i;

/**
 * Brings the schema up to date. MySQL commits each DDL statement by itself, so progress is kept per statement: a
 * killed migration goes on where it stopped. One process migrates at a time.
 */
export class Migrator {
  constructor(
    private readonly database: Database,
    private readonly migrations: readonly Migration[],
    private readonly clock: Clock,
  ) {}

  /** Refuses to start on a half-applied or outdated schema and names the command that mends it. */
  async check(): Promise<void> {
    const done = (await this.isBegun()) ? await this.progress() : new Map<string, Progress>();
    const half = this.migrations.find((migration) => done.get(migration.name)?.finishedAt === null);
    if (half) {
      throw new DatabaseError(
        `Migration ${half.name} was interrupted after ${done.get(half.name)?.statementsDone} statements. Run "npm run migrate" to finish it.`,
      );
    }
    const missing = this.migrations.filter((migration) => !done.has(migration.name));
    if (missing.length > 0) {
      throw new DatabaseError(`The database lacks ${missing.map((m) => m.name).join(", ")}. Run "npm run migrate".`);
    }
  }

  /** Applies what is missing; returns the names of the migrations it applied or finished. */
  async run(): Promise<string[]> {
    await this.database.writer.query(BOOTSTRAP);
    const unlock = await this.lock();
    try {
      const done = await this.progress();
      const applied: string[] = [];
      for (const migration of this.migrations) {
        const state = done.get(migration.name);
        if (state && state.finishedAt !== null) continue;
        await this.apply(migration, state ? Number(state.statementsDone) : null);
        applied.push(migration.name);
      }
      return applied;
    } finally {
      await unlock();
    }
  }

  private async apply(migration: Migration, doneBefore: number | null): Promise<void> {
    const { writer } = this.database;
    if (doneBefore === null) {
      await writer.query("INSERT INTO schema_progress (migration, statementsDone, startedAt) VALUES (?, 0, ?)", [
        migration.name,
        this.clock.now(),
      ]);
    }
    const statements = migration.statements[this.database.dialect];
    for (let index = doneBefore ?? 0; index < statements.length; index += 1) {
      for (const statement of [statements[index] ?? []].flat()) {
        await writer.query(statement).catch((error: unknown) => {
          if (index !== doneBefore || !ALREADY_DONE.test(String(error))) throw error;
        });
      }
      await writer.query("UPDATE schema_progress SET statementsDone = ? WHERE migration = ?", [
        index + 1,
        migration.name,
      ]);
    }
    await writer.query("UPDATE schema_progress SET finishedAt = ? WHERE migration = ?", [
      this.clock.now(),
      migration.name,
    ]);
  }

  /** Whether there is a history yet. Asked without making one: the server's own account has no right to. */
  private async isBegun(): Promise<boolean> {
    const named =
      this.database.dialect === "sqlite"
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_progress'"
        : "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'schema_progress'";
    return (await this.database.writer.query<unknown[]>(named)).length > 0;
  }

  private async progress(): Promise<Map<string, Progress>> {
    const rows = await this.database.writer.query<(Progress & { migration: string })[]>(
      "SELECT migration, statementsDone, finishedAt FROM schema_progress",
    );
    return new Map(rows.map((row) => [row.migration, row]));
  }

  /** A named lock on a connection of its own; SQLite has one process and one writer. */
  private async lock(): Promise<() => Promise<void>> {
    if (this.database.dialect === "sqlite") return async () => undefined;
    const runner = this.database.writer.createQueryRunner();
    const [row] = await runner.query(`SELECT GET_LOCK(${LOCK}, 4) AS got`);
    if (Number(row?.got) !== 1) {
      await runner.release();
      throw new DatabaseError("Another process is migrating this database. Try again when it has ended.");
    }
    return async () => {
      await runner.query(`SELECT RELEASE_LOCK(${LOCK})`);
      await runner.release();
    };
  }
}
