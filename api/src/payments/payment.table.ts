import { Entity, ForeignKey, Index } from "typeorm";
import type { Party } from "../catalogue/collection.js";
import type { InstalmentNature, InstalmentTrigger, OverdueAction } from "../catalogue/product.js";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Name, Ref, Word } from "../platform/columns.js";
import type { CreditPayoutState } from "./credit-payout.js";
import type { InstalmentState } from "./instalment.js";
import type { PaymentState, Tender } from "./payment.js";
import type { PaymentGroupState } from "./payment-group.js";
import type { UnidentifiedState } from "./unidentified.js";

@Entity("instalments")
@Index(["orderId", "seq"], { unique: true })
@Index(["waiverAskedAt", "id"])
export class InstalmentRow {
  @Id() id: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  @Count() seq: number;
  @Name(40) name: string;
  @Name(60) nameEn: string;
  @Word() nature: InstalmentNature;
  @Word() trigger: InstalmentTrigger;
  @Count({ nullable: true }) afterDays: number | null;
  @Amount() amount: Fen;
  /** What received payments paid of it; the ledger holds the same and a test compares them. */
  @Amount() paid: Fen;
  /** Whether the work starts when this one is paid. */
  @Flag() gate: boolean;
  @Word() state: InstalmentState;
  @Instant({ nullable: true }) dueAt: number | null;
  /** For ON_DATE: when it is to fall due. */
  @Instant({ nullable: true }) dueOn: number | null;
  /** Days after `dueAt` before it counts as overdue. */
  @Count({ default: 0 }) graceDays: number;
  @Word({ default: "NOTHING" }) overdueAction: OverdueAction;
  @Word({ default: "PLATFORM" }) collector: Party;
  /** For ON_MILESTONE: the milestone and the position of the component it belongs to. */
  @Name(40, { nullable: true }) milestone: string | null;
  @Count({ nullable: true }) componentPosition: number | null;
  /** What the platform does without of it. */
  @Amount({ default: 0 }) waived: Fen;
  @Instant({ nullable: true }) overdueAt: number | null;
  /** What is proposed to be waived, why and by whom, until another person decides it. */
  @Amount({ nullable: true }) waiverAsked: Fen | null;
  @Name(300, { nullable: true }) waiverReason: string | null;
  @Name(22, { nullable: true }) waiverBy: string | null;
  @Instant({ nullable: true }) waiverAskedAt: number | null;
  @Count() version: number;
}

/** Several attempts by several tenders that together pay an instalment, or a chosen part of it. */
@Entity("payment_groups")
@Index(["instalmentId", "state"])
export class PaymentGroupRow {
  @Id() id: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  @Ref("InstalmentRow") instalmentId: string;
  @Name(22) customerId: string;
  /** What its parts sum to. */
  @Amount() amount: Fen;
  @Word() state: PaymentGroupState;
  @Instant() createdAt: number;
  @Instant() expiresAt: number;
  @Count() version: number;
}

/** One attempt to pay one instalment by one tender. */
@Entity("payments")
@Index(["state", "createdAt", "id"])
@Index(["orderId", "createdAt"])
@Index(["groupId"])
@Index(["provider", "providerTxnId"], { unique: true })
export class PaymentRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  @Ref("InstalmentRow") instalmentId: string;
  @Ref("AccountRow") customerId: string;
  @Name(24) orderNo: string;
  @Name(40) instalmentName: string;
  @Word() tender: Tender;
  /** Who took the money at the customer's; null when it reached the platform. */
  @Name(22, { nullable: true }) supplierId: string | null;
  /** The combined payment that it is a part of. */
  @Name(22, { nullable: true }) groupId: string | null;
  /** What was asked for. */
  @Amount() amount: Fen;
  /** What arrived; null until it did. */
  @Amount({ nullable: true }) received: Fen | null;
  @Word() state: PaymentState;
  /** What the payer writes into the transfer so that the cashier finds it. */
  @Name(24) reference: string;
  @Ref("FileRow", { nullable: true }) slipFileId: string | null;
  @Name(300, { nullable: true }) payUrl: string | null;
  @Word({ nullable: true }) provider: string | null;
  @Name(64, { nullable: true }) providerTxnId: string | null;
  /** The bank's own number of the transfer; no transfer is confirmed twice. */
  @Name(64, { nullable: true, unique: true }) bankReference: string | null;
  @Name(200, { nullable: true }) reason: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) settledAt: number | null;
  @Count() version: number;
}

/** A line of the bank statement that named no order. */
@Entity("unidentified_receipts")
@Index(["state", "createdAt", "id"])
export class UnidentifiedReceiptRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Amount() amount: Fen;
  /** Day of the bank statement, such as 2026-11-20. */
  @Name(10) receivedOn: string;
  @Name(100) payer: string;
  @Name(64, { unique: true }) bankReference: string;
  @Name(200) note: string;
  @Word() state: UnidentifiedState;
  @Name(22, { nullable: true }) enteredBy: string | null;
  /** What it turned out to be: the order and the payment that it became. */
  @Name(22, { nullable: true }) orderId: string | null;
  @Name(22, { nullable: true }) paymentId: string | null;
  /** Why it goes back, who says so, and the bank's number of the transfer back. */
  @Name(200, { nullable: true }) returnReason: string | null;
  @Name(22, { nullable: true }) returnBy: string | null;
  @Name(64, { nullable: true }) returnReference: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) endedAt: number | null;
  @Count() version: number;
}

/** Credit that a customer asks for in money. */
@Entity("credit_payouts")
@Index(["state", "createdAt", "id"])
@Index(["customerId", "createdAt", "id"])
export class CreditPayoutRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Name(22) customerId: string;
  @Amount() amount: Fen;
  @Name(60) payeeName: string;
  @Name(30) payeeAccount: string;
  @Word() state: CreditPayoutState;
  @Name(22, { nullable: true }) endedBy: string | null;
  /** The bank's number of the transfer. */
  @Name(64, { nullable: true }) bankReference: string | null;
  @Name(200, { nullable: true }) reason: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) endedAt: number | null;
  @Count() version: number;
}

export const paymentTables = [InstalmentRow, PaymentGroupRow, PaymentRow, UnidentifiedReceiptRow, CreditPayoutRow];
