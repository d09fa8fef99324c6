import { Entity, ForeignKey, Index } from "typeorm";
import type { CollectionMode } from "../catalogue/collection.js";
import type { PlanStepSpec } from "../catalogue/product.js";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Json, Measure, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { Answer } from "../pricing/inputs.js";
import type { Attention } from "./attention.js";
import type { QuotationSource, QuotationState } from "./quotation.js";
import type { RequestState } from "./request.js";
import type { ReviewReason } from "./review.js";

/** One negotiation with one customer: its number, and which of its versions counts now. */
@Entity("quotations")
@Index(["customerId", "createdAt", "id"])
@Index(["state", "createdAt", "id"])
@Index(["attention", "createdAt", "id"])
@Index(["createdAt", "id"])
export class QuotationRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @ForeignKey("AccountRow") @Name(22) customerId: string;
  @Word() source: QuotationSource;
  /** The inquiry or product it came from. */
  @Name(22, { nullable: true }) @Index() sourceId: string | null;
  @Name(100) title: string;
  /** The state of the version the customer has, or while there is none of the one that is written. */
  @Word() state: QuotationState;
  /** The version the customer has: the last one that was sent; 0 before the first. */
  @Count() currentNumber: number;
  /** The version that is being written or reviewed. */
  @Count({ nullable: true }) draftNumber: number | null;
  @Amount({ nullable: true }) total: Fen | null;
  @Instant({ nullable: true }) validUntil: number | null;
  /** Why staff have to look at it; null when they need not. */
  @Word({ nullable: true }) attention: Attention | null;
  @Ref("AccountRow", { nullable: true }) createdBy: string | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
  @Count() version: number;
}

/** One version. Once it left the draft its content never changes: triggers of the database refuse it. */
@Entity("quotation_versions")
@Index(["quotationId", "number"], { unique: true })
export class QuotationVersionRow {
  @Id() id: string;
  @ForeignKey("QuotationRow") @Name(22) quotationId: string;
  @Count() number: number;
  /** The version it was made from; null for the first. */
  @Count({ nullable: true }) parentNumber: number | null;
  @Word() state: QuotationState;
  @Name(100) title: string;
  @Name(12) regionCode: string;
  @Ref("ProductVersionRow", { nullable: true }) productVersionId: string | null;
  @Json() inputs: Answer[];
  @Json() plan: PlanStepSpec[];
  @Prose() terms: string;
  @Instant() validUntil: number;
  @Name(40, { nullable: true }) contractTemplate: string | null;
  /** Without optional lines, as are cost and list total. */
  @Amount() total: Fen;
  @Amount() cost: Fen;
  @Amount() listTotal: Fen;
  /** What staff tell the customer about this version: what changed, and the answer to what was asked. */
  @Name(500, { nullable: true }) changeNote: string | null;
  /** Names exactly what the customer was shown; null before it was sent. */
  @Name(64, { nullable: true }) hash: string | null;
  @Json() reviewReasons: ReviewReason[];
  @Name(200, { nullable: true }) reviewNote: string | null;
  @Name(22, { nullable: true }) authorId: string | null;
  @Name(22, { nullable: true }) reviewerId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) sentAt: number | null;
  /** When it ended, however it did. */
  @Instant({ nullable: true }) endedAt: number | null;
  /** Why it was declined or withdrawn. */
  @Name(300, { nullable: true }) endReason: string | null;
  /** Positions of the optional lines that were taken on acceptance. */
  @Json({ nullable: true }) ticked: number[] | null;
  /** What was agreed to pay, with the optional lines taken. */
  @Amount({ nullable: true }) acceptedTotal: Fen | null;
  @Name(22, { nullable: true }) pdfFileId: string | null;
  @Name(64, { nullable: true }) pdfSha256: string | null;
  @Count() version: number;
}

@Entity("quotation_lines")
@Index(["versionId", "position"], { unique: true })
export class QuotationLineRow {
  @Id() id: string;
  @ForeignKey("QuotationVersionRow") @Name(22) versionId: string;
  @Count() position: number;
  @Ref("ServiceItemRow") itemId: string;
  @Name(60) itemName: string;
  @Name(20) unit: string;
  @Name(22, { nullable: true }) componentId: string | null;
  @Measure() quantity: number;
  @Count() stage: number;
  @Ref("SupplierRow") supplierId: string;
  @Name(22, { nullable: true }) serviceId: string | null;
  @Amount() unitPrice: Fen;
  @Amount() amount: Fen;
  @Amount({ nullable: true }) listAmount: Fen | null;
  @Amount() costAmount: Fen;
  @Count({ nullable: true }) leadDays: number | null;
  @Flag() optional: boolean;
  @Name(300, { nullable: true }) note: string | null;
  @Word({ default: "OWN_SALE" }) collectionMode: CollectionMode;
  /** What the platform keeps of `amount` when the supplier sells, VAT included, in basis points. */
  @Count({ default: 0 }) commissionRate: number;
  /** Whether the commission goes back with a refund. */
  @Flag({ default: true }) commissionRefundable: boolean;
  /** Part of `amount` that is passed on to an office. */
  @Amount({ default: 0 }) officialFee: Fen;
}

/** What the customer asked to have changed, and what became of it. */
@Entity("quotation_requests")
@Index(["quotationId", "createdAt", "id"])
export class QuotationRequestRow {
  @Id() id: string;
  @ForeignKey("QuotationRow") @Name(22) quotationId: string;
  /** The version the customer was looking at; 0 for the first wish, before there was one. */
  @Count() versionNumber: number;
  @Prose() text: string;
  @Word() state: RequestState;
  /** The version that answers it. */
  @Count({ nullable: true }) answeredByNumber: number | null;
  @Name(500, { nullable: true }) answer: string | null;
  @Name(22, { nullable: true }) answeredBy: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) answeredAt: number | null;
  @Count() version: number;
}

export const quotationTables = [QuotationRow, QuotationVersionRow, QuotationLineRow, QuotationRequestRow];
