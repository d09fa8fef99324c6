import { Entity, Index, PrimaryColumn } from "typeorm";
import type { Fen } from "../kernel/money.js";
import type { SupplierAccount } from "../payments/supplier-item.js";
import { Amount, Count, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { LinePart } from "./line-part.js";
import type { LineState, SettlementCycle, StatementState } from "./statement.js";

/** What was agreed with a supplier about paying it, and where to. Without a row it is as preset. */
@Entity("settlement_terms")
export class SettlementTermsRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) id: string;
  @Word() cycle: SettlementCycle;
  /** Basis points of what is paid for the platform's own sales. */
  @Count() retentionRate: number;
  @Count() retentionDays: number;
  @Name(60, { nullable: true }) bankName: string | null;
  @Name(60, { nullable: true }) accountName: string | null;
  /** Sealed; only a pay file reads it. */
  @Name(200, { nullable: true }) accountNo: string | null;
  @Name(4, { nullable: true }) accountTail: string | null;
  @Count() version: number;
}

@Entity("statements")
@Index(["supplierId", "cutAt", "id"])
@Index(["state", "cutAt", "id"])
@Index(["cutAt", "id"])
@Index(["paidAt", "id"])
export class StatementRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Ref("SupplierRow") supplierId: string;
  @Word() state: StatementState;
  @Amount() gross: Fen;
  @Amount() deducted: Fen;
  @Amount() retained: Fen;
  @Amount() net: Fen;
  /** What the supplier owed beyond it, left for the next. */
  @Amount() carried: Fen;
  @Instant() cutAt: number;
  @Name(22, { nullable: true }) madeBy: string | null;
  @Instant({ nullable: true }) confirmedAt: number | null;
  /** Null when time confirmed it. */
  @Name(22, { nullable: true }) confirmedBy: string | null;
  @Instant({ nullable: true }) approvedAt: number | null;
  @Name(22, { nullable: true }) approvedBy: string | null;
  @Ref("PayFileRow", { nullable: true }) payFileId: string | null;
  @Instant({ nullable: true }) paidAt: number | null;
  @Name(64, { nullable: true }) bankReference: string | null;
  @Name(200, { nullable: true }) reason: string | null;
  @Count() version: number;
}

@Entity("statement_lines")
@Index(["statementId", "position"], { unique: true })
@Index(["supplierId", "account", "item"])
export class StatementLineRow {
  @Id() id: string;
  @Ref("StatementRow") statementId: string;
  @Name(22) supplierId: string;
  @Count() position: number;
  @Word() account: SupplierAccount;
  @Name(26) item: string;
  /** Supplier, account and item while the line is live: the unique key lets none be in two statements. */
  @Name(80, { nullable: true, unique: true }) liveItem: string | null;
  @Name(22, { nullable: true }) orderId: string | null;
  @Name(22, { nullable: true }) componentId: string | null;
  @Name(24, { nullable: true }) orderNo: string | null;
  @Name(100) title: string;
  @Amount() amount: Fen;
  @Amount() retained: Fen;
  /** What `amount` is made of; null in lines that were made before it was kept. */
  @Json({ nullable: true }) parts: readonly LinePart[] | null;
  @Instant({ nullable: true }) retainedUntil: number | null;
  @Word() state: LineState;
  @Name(300, { nullable: true }) disputeReason: string | null;
  @Name(300, { nullable: true }) answer: string | null;
}

/** A file of transfers for the bank, as it was made: never changed. */
@Entity("pay_files")
export class PayFileRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Json() statementIds: string[];
  @Amount() total: Fen;
  @Name(64) sha256: string;
  /** Sealed: it has account numbers in it. */
  @Prose() content: string;
  @Name(22, { nullable: true }) madeBy: string | null;
  @Instant() madeAt: number;
}

export const settlementTables = [SettlementTermsRow, PayFileRow, StatementRow, StatementLineRow];
