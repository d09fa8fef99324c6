import { Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Json, Name, Word } from "../platform/columns.js";

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
@Index(["kind", "at", "id"])
@Index(["reverses"], { unique: true })
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
  /** The transaction that this one takes back; each is taken back once. */
  @Name(22, { nullable: true }) reverses: string | null;
  /** Balances count sealed transactions only; an unbalanced one can't be sealed. */
  @Flag() sealed: boolean;
}

@Entity("postings")
@Index(["transactionId", "position"], { unique: true })
@Index(["orderId", "account"])
@Index(["customerId", "account"])
@Index(["account", "at", "id"])
@Index(["supplierId", "account"])
@Index(["supplierId", "at", "id"])
export class PostingRow {
  @Id() id: string;
  @ForeignKey("LedgerTransactionRow") @Name(22) transactionId: string;
  @Count() position: number;
  @ForeignKey("LedgerAccountRow", "code") @Name(16) account: string;
  @Amount() debit: Fen;
  @Amount() credit: Fen;
  /** When its transaction happened. */
  @Amount({ default: 0 }) at: number;
  @Name(22, { nullable: true }) orderId: string | null;
  @Name(22, { nullable: true }) componentId: string | null;
  @Name(22, { nullable: true }) instalmentId: string | null;
  @Name(22, { nullable: true }) paymentId: string | null;
  @Name(22, { nullable: true }) supplierId: string | null;
  @Name(22, { nullable: true }) customerId: string | null;
  @Name(22, { nullable: true }) refundId: string | null;
  @Name(22, { nullable: true }) statementId: string | null;
}

/**
 * What an account was debited and credited in a month, in slots that are summed when they are read: so many may post at
 * once without waiting for each other.
 */
@Entity("ledger_totals")
export class LedgerTotalRow {
  @PrimaryColumn({ type: "varchar", length: 16 }) account: string;
  /** Such as 2026-11, in Shanghai. */
  @PrimaryColumn({ type: "varchar", length: 7 }) month: string;
  @PrimaryColumn({ type: "int" }) slot: number;
  @Amount() debit: Fen;
  @Amount() credit: Fen;
}

/** What an account held when its month was closed. */
export interface ClosedBalance {
  readonly account: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** A month that is closed for good: triggers refuse to change or delete it, and transactions before its end. */
@Entity("ledger_periods")
@Index(["endsAt"])
export class LedgerPeriodRow {
  @Id() id: string;
  @Name(7, { unique: true }) month: string;
  /** The first instant that is not of it. */
  @Instant() endsAt: number;
  @Instant() closedAt: number;
  @Name(22, { nullable: true }) closedById: string | null;
  /** The sums of every account from the beginning to its end. */
  @Json() balances: ClosedBalance[];
}

/** One time the books were worked out anew from their postings. */
@Entity("ledger_audits")
@Index(["at", "id"])
export class LedgerAuditRow {
  @Id() id: string;
  @Instant() at: number;
  @Count() transactions: number;
  @Count() orders: number;
  @Count() differences: number;
  /** The first of the differences, in words. */
  @Json() findings: string[];
}

/**
 * What is open between the platform and a supplier, item by item: the postings' sums by supplier, account and component, so
 * that a statement reads what is open and not all that ever was. The auditor compares it with the postings.
 */
@Entity("supplier_items")
@Index(["supplierId", "balance"])
export class SupplierItemRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) supplierId: string;
  @PrimaryColumn({ type: "varchar", length: 16 }) account: string;
  /** "c:<component>", else "o:<order>", else "-". */
  @PrimaryColumn({ type: "varchar", length: 26 }) item: string;
  @Name(22, { nullable: true }) orderId: string | null;
  @Name(22, { nullable: true }) componentId: string | null;
  /** Credits less debits: above zero the platform owes it, below zero the supplier does. */
  @Amount() balance: Fen;
  /** When the first of it was posted. */
  @Instant() since: number;
}

export const ledgerTables = [
  LedgerAccountRow,
  LedgerTransactionRow,
  PostingRow,
  SupplierItemRow,
  LedgerTotalRow,
  LedgerPeriodRow,
  LedgerAuditRow,
];
