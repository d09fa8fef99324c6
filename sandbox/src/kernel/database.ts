import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { SandboxError } from "../settings.js";
import { schema } from "./schema.js";

/** A locking mode takes effect with the next write, be it of nothing. */
const TOUCH = "DELETE FROM kept WHERE key = '';";

type Value = string | number | null;

/** The sandbox's own file. Everything outlives a restart; one process at a time may open it. */
export class Database {
  private readonly statements = new Map<string, Libsql.Statement<unknown[]>>();

  private constructor(private readonly raw: Libsql.Database) {}

  static open(dir: string): Database {
    mkdirSync(dir, { recursive: true });
    const raw = new Libsql(join(dir, "sandbox.sqlite"));
    try {
      raw.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
      raw.exec(schema);
      raw.exec(`PRAGMA locking_mode=EXCLUSIVE; ${TOUCH}`);
    } catch (error) {
      raw.close();
      if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") {
        throw new SandboxError(`Another sandbox runs in ${dir}; stop it or set SANDBOX_DIR.`);
      }
      throw error;
    }
    return new Database(raw);
  }

  rows<Row>(text: string, ...values: Value[]): Row[] {
    return this.statement(text).all(...values) as Row[];
  }

  /** Returns how many rows changed. */
  run(text: string, ...values: Value[]): number {
    return this.statement(text).run(...values).changes;
  }

  /** Inserts one row and returns the number it was given. */
  insert(text: string, ...values: Value[]): number {
    return Number(this.statement(text).run(...values).lastInsertRowid);
  }

  /** All of `work` or nothing; it must not wait for anything. */
  transaction<Result>(work: () => Result): Result {
    return this.raw.transaction(work)();
  }

  /** A small value kept by name. */
  value(key: string): string | null {
    return this.rows<{ value: string }>("SELECT value FROM kept WHERE key = ?", key)[0]?.value ?? null;
  }

  keep(key: string, value: string): void {
    this.run(
      "INSERT INTO kept (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      key,
      value,
    );
  }

  forget(key: string): void {
    this.run("DELETE FROM kept WHERE key = ?", key);
  }

  close(): void {
    this.statements.clear();
    // The driver keeps the file open until the statements are collected; the locks must not wait for that.
    this.raw.exec("PRAGMA locking_mode=NORMAL; SELECT count(*) FROM kept; PRAGMA journal_mode=DELETE;");
    this.raw.close();
  }

  private statement(text: string): Libsql.Statement<unknown[]> {
    const known = this.statements.get(text);
    if (known) return known;
    const made = this.raw.prepare(text);
    this.statements.set(text, made);
    return made;
  }
}
