import { Entity, ForeignKey, Index } from "typeorm";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type {
  AmendmentKind,
  AmendmentPart,
  AmendmentState,
  ConsentReason,
  Fault,
  LineDiff,
  MoneyWay,
} from "./amendment.js";
import type { RequestState, RequestWish } from "./change-request.js";
import type { RevisionSnapshot } from "./order-revision.js";

/** A change of an order with its money effect: never carried out before whoever has a say agreed. */
@Entity("order_amendments")
@Index(["orderId", "createdAt", "id"])
@Index(["state", "submittedAt", "id"])
export class OrderAmendmentRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  /** What the order was when this was written: against another it is stale. */
  @Count() baseRevision: number;
  @Word() kind: AmendmentKind;
  /** Whose fault it is that the order ends; null for a change. */
  @Word({ nullable: true }) fault: Fault | null;
  @Word() way: MoneyWay;
  @Name(300) reason: string;
  @Json() parts: AmendmentPart[];
  /** Each line before and after, as it was when this was written. */
  @Json() lines: LineDiff[];
  @Json() consent: ConsentReason[];
  @Amount() saleDelta: Fen;
  @Amount() costDelta: Fen;
  /** Names exactly what the customer is asked to agree to; null while it is a draft. */
  @Name(64, { nullable: true }) hash: string | null;
  @Word() state: AmendmentState;
  /** The wish it was made for, if there was one. */
  @Ref("OrderChangeRequestRow", { nullable: true }) requestId: string | null;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) submittedAt: number | null;
  @Instant({ nullable: true }) expiresAt: number | null;
  @Instant({ nullable: true }) answeredAt: number | null;
  @Ref("AccountRow", { nullable: true }) auditorId: string | null;
  /** Why it was declined, rejected or withdrawn. */
  @Name(300, { nullable: true }) endReason: string | null;
  @Instant({ nullable: true }) endedAt: number | null;
  /** What the customer got back when it was applied. */
  @Amount({ default: 0 }) refunded: Fen;
  @Count() version: number;
}

/** What an order was before and after an amendment was applied to it; never changed. */
@Entity("order_revisions")
@Index(["orderId", "revision"], { unique: true })
export class OrderRevisionRow {
  @Id() id: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  /** The revision it became. */
  @Count() revision: number;
  @Ref("OrderAmendmentRow", { nullable: true }) amendmentId: string | null;
  @Json() was: RevisionSnapshot;
  @Json() became: RevisionSnapshot;
  @Instant() at: number;
}

/** What a customer or a supplier asks to have changed, in words. */
@Entity("order_change_requests")
@Index(["orderId", "createdAt", "id"])
@Index(["state", "createdAt", "id"])
export class OrderChangeRequestRow {
  @Id() id: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  @Word() wish: RequestWish;
  /** The supplier that asks; null when the customer does. */
  @Ref("SupplierRow", { nullable: true }) supplierId: string | null;
  /** The supplier's ticket it is about. */
  @Name(22, { nullable: true }) ticketId: string | null;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Prose() text: string;
  @Word() state: RequestState;
  @Name(300, { nullable: true }) answer: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) answeredAt: number | null;
  @Count() version: number;
}

export const amendmentTables = [OrderChangeRequestRow, OrderAmendmentRow, OrderRevisionRow];
