import { Entity, Index, PrimaryColumn } from "typeorm";
import { Amount, Count, Flag, Id, Instant, Json, Name, Ref, Word } from "../platform/columns.js";
import type { ProductState, SaleMode } from "./product.js";

/**
 * A product's life and what lists sort and show of it. What is told to customers stands in its published version;
 * the columns from `listed` on are worked out from that version and the suppliers' services (shelf.ts).
 */
@Entity("products")
@Index(["listed", "recommendScore", "id"])
@Index(["listed", "priceFrom", "id"])
@Index(["listed", "ratingScore", "id"])
@Index(["listed", "publishedAt", "id"])
@Index(["listed", "categoryId", "recommendScore", "id"])
@Index(["listed", "categoryId", "priceFrom", "id"])
@Index(["listed", "categoryId", "ratingScore", "id"])
@Index(["listed", "categoryId", "publishedAt", "id"])
@Index(["state", "createdAt", "id"])
@Index(["createdAt", "id"])
@Index(["submittedAt", "id"])
export class ProductRow {
  @Id() id: string;
  @Name(60, { unique: true }) slug: string;
  @Name(60) title: string;
  @Word() state: ProductState;
  @Ref("CategoryRow") categoryId: string;
  @Ref("ProductVersionRow", { nullable: true }) publishedVersionId: string | null;
  @Ref("ProductVersionRow", { nullable: true }) draftVersionId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) publishedAt: number | null;
  /** Since when its draft waits for review; null while none does. */
  @Instant({ nullable: true }) submittedAt: number | null;
  @Count() soldCount: number;
  @Count() ratingCount: number;
  @Count() overallSum: number;
  @Count() qualitySum: number;
  @Count() punctualitySum: number;
  @Count() attitudeSum: number;
  /** Whether it is sold now: PUBLISHED, and somebody can do all that is required in at least one region. */
  @Flag() listed: boolean;
  @Amount() priceFrom: number;
  @Count() supplierCount: number;
  /** As its published version says. */
  @Word({ default: "FIXED" }) saleMode: SaleMode;
  /** Codes of the regions where it can be done now: the rows of product_regions, for showing. */
  @Json() regions: string[];
  @Count() ratingScore: number;
  @Count() recommendScore: number;
  @Count() version: number;
}

/** Where a listed product can be done at present. */
@Entity("product_regions")
export class ProductRegionRow {
  @PrimaryColumn({ type: "varchar", length: 6 }) regionCode: string;
  @PrimaryColumn({ type: "varchar", length: 22 }) @Index() productId: string;
}
