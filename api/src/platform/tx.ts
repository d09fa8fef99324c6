import type { ObjectLiteral } from "typeorm";
import type { Fact } from "../kernel/fact.js";
import type { EntityClass, Sql } from "./sql.js";

/** What a flow works with inside its one transaction. Everything in it commits together or not at all. */
export interface Tx extends Sql {
  /** The instant of this transaction; every row it writes carries the same. */
  readonly now: number;
  readonly actorId: string | null;
  /** Tells what happened. Written with the transaction, delivered to listeners and live pages after it. */
  record(...facts: Fact[]): void;
  /** Inserts rows of one table in one statement. */
  insert<Row extends ObjectLiteral>(table: EntityClass<Row>, rows: readonly Row[]): Promise<void>;
  /**
   * Changes one row if it still is as `expected` says (its id and what must not have moved), and adds one to
   * `version` where the table has it. Refuses STALE_VERSION when the row moved meanwhile.
   */
  change<Row extends ObjectLiteral>(
    table: EntityClass<Row>,
    expected: Partial<Row> & { id: string },
    set: Partial<Row>,
  ): Promise<void>;
  /** Like `change`, but tells whether the row was as expected instead of refusing. */
  tryChange<Row extends ObjectLiteral>(
    table: EntityClass<Row>,
    expected: Partial<Row> & { id: string },
    set: Partial<Row>,
  ): Promise<boolean>;
  /** Makes `kind` fire for `subjectId` at `dueAt`. */
  setTimer(kind: string, subjectId: string, dueAt: number): Promise<void>;
  cancelTimer(kind: string, subjectId: string): Promise<void>;
  /** The same for several kinds of one subject, in one statement. */
  cancelTimers(kinds: readonly string[], subjectId: string): Promise<void>;
}
