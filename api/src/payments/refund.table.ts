import { Entity, ForeignKey, Index } from "typeorm";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Id, Instant, Json, Name, Ref, Word } from "../platform/columns.js";
import type { AllocationState, RefundRoute, RefundSource, RefundState } from "./refund.js";

/** Money that goes back to a customer, from the wish to the last part of it that arrived. */
@Entity("refunds")
@Index(["state", "requestedAt", "id"])
@Index(["requestedAt", "id"])
@Index(["orderId", "requestedAt"])
export class RefundRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  @Ref("AccountRow") customerId: string;
  @Name(24) orderNo: string;
  @Word() source: RefundSource;
  /** The amendment or the cancellation it came from. */
  @Name(22, { nullable: true }) sourceId: string | null;
  @Word() state: RefundState;
  /** What the customer asked for; null when nobody asked. */
  @Amount({ nullable: true }) asked: Fen | null;
  /** What was proposed; zero before. */
  @Amount() amount: Fen;
  /** Part of `amount` that the customer gets beyond what was paid. */
  @Amount() compensation: Fen;
  @Name(300) reason: string;
  /** Photos of the customer. */
  @Json() fileIds: string[];
  /** Who is to blame, in basis points. */
  @Count() platformShare: number;
  @Count() supplierShare: number;
  @Count() customerShare: number;
  /** Why its parts are not as planned; null when they are. */
  @Name(300, { nullable: true }) overrideReason: string | null;
  /** Why it was rejected. */
  @Name(300, { nullable: true }) rejectReason: string | null;
  @Instant() requestedAt: number;
  @Instant({ nullable: true }) approvedAt: number | null;
  @Instant({ nullable: true }) closedAt: number | null;
  @Count() version: number;
}

/** What of a refund is for one part of the order. */
@Entity("refund_components")
@Index(["refundId", "componentId"], { unique: true })
export class RefundComponentRow {
  @Id() id: string;
  @ForeignKey("RefundRow") @Name(22) refundId: string;
  @Ref("OrderComponentRow") componentId: string;
  @Ref("SupplierRow") supplierId: string;
  @Amount() asked: Fen;
  @Amount() amount: Fen;
  /** As it was granted: what was not earned, what was, and official fees. */
  @Amount() unearned: Fen;
  @Amount() earned: Fen;
  @Amount() fee: Fen;
  /** What the supplier bears, and what of it is claimed from it. */
  @Amount() borne: Fen;
  @Amount() claimed: Fen;
}

/** A part of a refund on its way back to one tender. */
@Entity("refund_allocations")
@Index(["refundId", "position"], { unique: true })
@Index(["orderId", "paymentId"])
@Index(["state", "refundId", "position"])
export class RefundAllocationRow {
  @Id() id: string;
  /** Our number at the channel: asked again under it, the channel pays once. */
  @Name(28, { unique: true }) no: string;
  @ForeignKey("RefundRow") @Name(22) refundId: string;
  @Name(22) orderId: string;
  @Count() position: number;
  /** Null for what goes beyond what was paid. */
  @Ref("PaymentRow", { nullable: true }) paymentId: string | null;
  @Name(22, { nullable: true }) instalmentId: string | null;
  @Amount() amount: Fen;
  @Word() route: RefundRoute;
  @Word() state: AllocationState;
  /** The channel's number of the movement. */
  @Name(64, { nullable: true }) channelRefundId: string | null;
  @Name(60, { nullable: true }) payeeName: string | null;
  @Name(60, { nullable: true }) payeeAccount: string | null;
  /** The bank's number of the transfer; no transfer pays two refunds. */
  @Name(64, { nullable: true, unique: true }) bankReference: string | null;
  /** Until when a process asks the channel for it, or waits before it asks again. */
  @Instant({ nullable: true }) leasedUntil: number | null;
  /** What the channel said when it refused. */
  @Name(200, { nullable: true }) failure: string | null;
  @Instant({ nullable: true }) settledAt: number | null;
  @Count() version: number;
}

export const refundTables = [RefundRow, RefundComponentRow, RefundAllocationRow];
