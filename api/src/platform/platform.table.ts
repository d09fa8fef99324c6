import { Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import { Amount, Count, Id, Instant, Json, Name, Prose, Word } from "./columns.js";

/** One row per fact, written in the transaction that made it true. Never changed, never deleted. */
@Entity("facts")
@Index(["stream", "streamSeq"], { unique: true })
export class FactRow {
  @PrimaryGeneratedColumn({ type: "int" }) seq: number;
  @Name(64) kind: string;
  @Name(64) stream: string;
  @Count() streamSeq: number;
  @Name(22, { nullable: true }) actorId: string | null;
  @Name(64, { nullable: true }) requestId: string | null;
  @Json() payload: Record<string, unknown>;
  @Instant() at: number;
}

/** The last number given out in a stream; its row lock keeps a stream's facts in the order of commit. */
@Entity("fact_streams")
export class FactStreamRow {
  @PrimaryColumn({ type: "varchar", length: 64 }) stream: string;
  @Count() lastSeq: number;
}

/** One row per fact and listener: delivered at least once, retried apart from the others. */
@Entity("deliveries")
@Index(["state", "nextAt"])
@Index(["listener", "stream", "state", "factSeq"])
export class DeliveryRow {
  @Id() id: string;
  @Count() factSeq: number;
  @Name(64) stream: string;
  @Name(64) listener: string;
  /** PENDING, DONE or DEAD. */
  @Word() state: string;
  @Count() attempts: number;
  @Instant() nextAt: number;
  @Prose({ nullable: true }) lastError: string | null;
  @Instant() createdAt: number;
}

/** Something to do at a later instant, so that a restart loses nothing. */
@Entity("timers")
@Index(["state", "dueAt"])
@Index(["kind", "subjectId"])
export class TimerRow {
  @Id() id: string;
  @Word() kind: string;
  @Name(22) subjectId: string;
  @Instant() dueAt: number;
  /** PENDING, FIRED, CANCELLED or DEAD. */
  @Word() state: string;
  @Count() attempts: number;
  @Prose({ nullable: true }) lastError: string | null;
}

/** What a keyed mutation answered; commits together with its effect, so there is no half-done key. */
@Entity("idempotency_keys")
export class IdempotencyRow {
  @PrimaryColumn({ type: "varchar", length: 80 }) scope: string;
  @PrimaryColumn({ type: "varchar", length: 100 }) key: string;
  @Name(64) requestHash: string;
  @Prose({ nullable: true }) response: string | null;
  @Instant() createdAt: number;
}

/** Who had a hand in a draft that another person is to let pass. */
@Entity("draft_writers")
export class DraftWriterRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) draftId: string;
  @PrimaryColumn({ type: "varchar", length: 22 }) accountId: string;
}

/** An uploaded file. The content lies in the file store under `storageKey`. */
@Entity("files")
export class FileRow {
  @Id() id: string;
  @Word() purpose: string;
  /** Account that uploaded it; null for an applicant who has no account yet. */
  @Name(22, { nullable: true }) ownerId: string | null;
  @Name(100) mime: string;
  @Amount() bytes: number;
  @Count({ nullable: true }) width: number | null;
  @Count({ nullable: true }) height: number | null;
  @Name(64) sha256: string;
  @Name(80) storageKey: string;
  @Instant() createdAt: number;
}

/** A fact about this deployment, such as whether it holds demo data. */
@Entity("settings")
export class SettingRow {
  @PrimaryColumn({ type: "varchar", length: 64 }) key: string;
  @Prose() value: string;
}

/** How far a migration got: statements done, and when it ended. A row without an end stops the next start. */
@Entity("schema_progress")
export class SchemaProgressRow {
  @PrimaryColumn({ type: "varchar", length: 100 }) migration: string;
  @Count() statementsDone: number;
  @Instant() startedAt: number;
  @Instant({ nullable: true }) finishedAt: number | null;
}

export const platformTables = [
  FactRow,
  FactStreamRow,
  DeliveryRow,
  TimerRow,
  IdempotencyRow,
  DraftWriterRow,
  FileRow,
  SettingRow,
  SchemaProgressRow,
];
