import { Entity, ForeignKey, Index } from "typeorm";
import { Amount, Count, Flag, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { Answer } from "../pricing/inputs.js";
import type { BidLine, BidState, BidWish } from "./bid.js";
import type { InquiryKind, InquiryLine, InquiryState, InquirySubject, Visibility } from "./inquiry.js";
import type { InvitationState } from "./invitation.js";
import type { SourcingTerms } from "./markup.js";
import type { InviteReason, InviteScorePart } from "./routing.js";

/** What a customer asks suppliers for, until something is awarded. */
@Entity("inquiries")
@Index(["customerId", "createdAt", "id"])
@Index(["createdAt", "id"])
@Index(["state", "createdAt", "id"])
export class InquiryRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Word() kind: InquiryKind;
  @Word() subject: InquirySubject;
  @Name(22) @ForeignKey("AccountRow") customerId: string;
  @Ref("ProductVersionRow", { nullable: true }) productVersionId: string | null;
  @Ref("CategoryRow", { nullable: true }) categoryId: string | null;
  @Name(100) title: string;
  @Prose() description: string;
  @Json() photoIds: string[];
  @Json() inputs: Answer[];
  /** What is to be priced; empty for a need, which bidders price in items of their own. */
  @Json() lines: InquiryLine[];
  @Name(12) regionCode: string;
  @Name(10, { nullable: true }) desiredOn: string | null;
  @Amount({ nullable: true }) budget: number | null;
  @Flag() budgetShown: boolean;
  @Word() visibility: Visibility;
  @Amount({ nullable: true }) decrement: number | null;
  /** How often late bids of a reverse auction have moved the deadline. */
  @Count() extensions: number;
  @Instant() deadline: number;
  /** How long bids were meant to be taken: a further round gets as long again. */
  @Instant() openForMs: number;
  @Count() minBids: number;
  @Count() maxSuppliers: number;
  @Name(30) contactName: string;
  @Name(20) contactPhone: string;
  @Word() state: InquiryState;
  @Count() round: number;
  /** The last round whose invitations were sent; behind `round` while routing has yet to happen. */
  @Count() routedRound: number;
  /** When bids became readable. While it is null the database gives nobody but its bidder a bid. */
  @Instant({ nullable: true }) bidsOpenedAt: number | null;
  /** How a bid becomes a price, frozen when the inquiry was sent. */
  @Json() terms: SourcingTerms;
  @Prose({ nullable: true }) reason: string | null;
  /** The quotation the award made. */
  @Name(22, { nullable: true }) quotationId: string | null;
  /** Its number, which the customer's page of it is named by. */
  @Name(24, { nullable: true }) quotationNo: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) endedAt: number | null;
  @Count() version: number;
}

/** One supplier's invitation to an inquiry: once however often routing runs, with why it was this one. */
@Entity("inquiry_invitations")
@Index(["inquiryId", "supplierId"], { unique: true })
@Index(["supplierId", "sentAt", "id"])
export class InvitationRow {
  @Id() id: string;
  @Name(22) @ForeignKey("InquiryRow") inquiryId: string;
  @Name(22) @ForeignKey("SupplierRow") supplierId: string;
  @Count() round: number;
  @Word() state: InvitationState;
  @Word() reason: InviteReason;
  @Json() trace: InviteScorePart[];
  @Instant() sentAt: number;
  @Instant({ nullable: true }) viewedAt: number | null;
  @Prose({ nullable: true }) declineReason: string | null;
  @Count() version: number;
}

/**
 * The inquiries a supplier can answer now, written and removed with the invitations: a supplier's list reads this short
 * table instead of looking for its open inquiries among all of them.
 */
@Entity("open_invitations")
@Index(["supplierId", "sentAt", "id"])
export class OpenInvitationRow {
  /** Of the invitation. */
  @Id() id: string;
  @Name(22) supplierId: string;
  @Name(22) @Index() inquiryId: string;
  @Instant() sentAt: number;
}

/** One supplier's bid for an inquiry. What was sent is in its versions; the draft is its writer's alone. */
@Entity("bids")
@Index(["inquiryId", "supplierId"], { unique: true })
export class BidRow {
  @Id() id: string;
  @Name(22) @ForeignKey("InquiryRow") inquiryId: string;
  @Ref("SupplierRow") supplierId: string;
  @Word() state: BidState;
  /** The last version that was sent; 0 before the first. */
  @Count() number: number;
  @Json({ nullable: true }) draft: BidWish | null;
  /** Total of the last version; null before the first. */
  @Amount({ nullable: true }) total: number | null;
  @Instant({ nullable: true }) validUntil: number | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) submittedAt: number | null;
  @Count() version: number;
}

/** A bid as it was sent. Never changed. */
@Entity("bid_versions")
@Index(["bidId", "number"], { unique: true })
export class BidVersionRow {
  @Id() id: string;
  @Name(22) @ForeignKey("BidRow") bidId: string;
  @Count() number: number;
  @Json() lines: BidLine[];
  @Amount() total: number;
  @Count() leadDays: number;
  @Count() validDays: number;
  @Prose() terms: string;
  @Prose() inclusions: string;
  @Prose() planWish: string;
  @Json() fileIds: string[];
  @Name(22, { nullable: true }) authorId: string | null;
  @Instant() submittedAt: number;
}

/** What a supplier asked back. Others read it once it is answered, unless it is private, and never who asked. */
@Entity("inquiry_questions")
@Index(["inquiryId", "askedAt", "id"])
export class InquiryQuestionRow {
  @Id() id: string;
  @Name(22) @ForeignKey("InquiryRow") inquiryId: string;
  @Ref("SupplierRow") supplierId: string;
  @Prose() question: string;
  @Flag() isPrivate: boolean;
  @Instant() askedAt: number;
  @Prose({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: number | null;
  @Count() version: number;
}

/** A line that was awarded: once, by its key, whoever presses first. */
@Entity("inquiry_awards")
@Index(["inquiryId", "lineCode"], { unique: true })
export class InquiryAwardRow {
  @Id() id: string;
  @Name(22) @ForeignKey("InquiryRow") inquiryId: string;
  @Name(40) lineCode: string;
  @Ref("BidRow") bidId: string;
  @Count() bidNumber: number;
  @Ref("SupplierRow") supplierId: string;
  @Amount() saleAmount: number;
  @Amount() costAmount: number;
}

export const sourcingTables = [
  InquiryRow,
  InvitationRow,
  OpenInvitationRow,
  BidRow,
  BidVersionRow,
  InquiryQuestionRow,
  InquiryAwardRow,
];
