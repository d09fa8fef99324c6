import { Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Name, Word } from "../platform/columns.js";

/** The chart of accounts; written by the migration that guards the ledger. */
@Entity("ledger_accounts")
export class LedgerAccountRow {
  @PrimaryColumn({ type: "varchar", length: 16 }) code: string;
  @Name(40) name: string;
  @Name(60) nameEn: string;
  /** The side that makes it grow: DEBIT or CREDIT. */
  @Word() normalSide: "DEBIT" | "CREDIT";
}

/** Append-only: triggers refuse to change or delete it, but for the one step from unsealed to sealed. */
@Entity("ledger_transactions")
@Index(["at", "id"])
@Index(["orderId", "at", "id"])
export class LedgerTransactionRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Word() kind: string;
  @Name(200) memo: string;
  @Instant() at: number;
  @ForeignKey("OrderRow") @Name(22, { nullable: true }) orderId: string | null;
  /** Names the event that caused it, so that it is posted once. */
  @Name(100, { unique: true }) idempotencyKey: string;
  @Name(22, { nullable: true }) actorId: string | null;
  /** Balances count sealed transactions only; an unbalanced one can't be sealed. */
  @Flag() sealed: boolean;
}

@Entity("postings")
@Index(["transactionId", "position"], { unique: true })
@Index(["orderId", "account"])
@Index(["customerId", "account"])
@Index(["supplierId", "account"])
export class PostingRow {
  @Id() id: string;
  @ForeignKey("LedgerTransactionRow") @Name(22) transactionId: string;
  @Count() position: number;
  @ForeignKey("LedgerAccountRow", "code") @Name(16) account: string;
  @Amount() debit: Fen;
  @Amount() credit: Fen;
  @Name(22, { nullable: true }) orderId: string | null;
  @Name(22, { nullable: true }) componentId: string | null;
  @Name(22, { nullable: true }) instalmentId: string | null;
  @Name(22, { nullable: true }) paymentId: string | null;
  @Name(22, { nullable: true }) supplierId: string | null;
  @Name(22, { nullable: true }) customerId: string | null;
  @Name(22, { nullable: true }) refundId: string | null;
  @Name(22, { nullable: true }) statementId: string | null;
}

export const ledgerTables = [LedgerAccountRow, LedgerTransactionRow, PostingRow];
