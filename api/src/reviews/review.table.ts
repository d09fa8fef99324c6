import { Entity, ForeignKey, Index } from "typeorm";
import { Count, Id, Instant, Json, Name, Prose, Ref } from "../platform/columns.js";

/** What a customer said of an order, once and for good: reviews are never changed or deleted. */
@Entity("reviews")
@Index(["productId", "publishedAt", "id"])
export class ReviewRow {
  @Id() id: string;
  /** One review per order: the key decides when two clicks come at once. */
  @Ref("OrderRow", { unique: true }) orderId: string;
  @Ref("AccountRow") customerId: string;
  /** Null for an order of work that was quoted without a product. */
  @Name(22, { nullable: true }) productId: string | null;
  @Name(100) productTitle: string;
  /** Masked, or 匿名用户; frozen, so that a later change of name unmasks nobody. */
  @Name(20) authorName: string;
  @Count() overall: number;
  @Count() quality: number;
  @Count() punctuality: number;
  @Count() attitude: number;
  @Prose() text: string;
  @Json() photoIds: string[];
  @Instant() publishedAt: number;
}

/** The marks of a review for one of the suppliers that did the work. */
@Entity("review_scores")
@Index(["reviewId", "supplierId"], { unique: true })
@Index(["supplierId", "publishedAt", "reviewId"])
export class ReviewScoreRow {
  @Id() id: string;
  @Name(22) @ForeignKey("ReviewRow") reviewId: string;
  @Name(22) @ForeignKey("SupplierRow") supplierId: string;
  @Count() overall: number;
  @Count() quality: number;
  @Count() punctuality: number;
  @Count() attitude: number;
  @Instant() publishedAt: number;
}

export const reviewTables = [ReviewRow, ReviewScoreRow];
