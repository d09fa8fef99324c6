import { Entity, ForeignKey, Index } from "typeorm";
import type { CollectionMode } from "../catalogue/collection.js";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Json, Measure, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { OrderState } from "./order.js";

/** A customer's answer to one of the product's questions, with the question as it was asked. */
export interface OrderInput {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string | null;
}

/** A step of the work as it was promised when the order was placed. */
export interface OrderMilestone {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  readonly minPhotos: number;
}

/** An order is a frozen snapshot: nothing on it is ever read from the catalogue again. */
@Entity("orders")
@Index(["customerId", "placedAt", "id"])
@Index(["state", "placedAt", "id"])
@Index(["placedAt", "id"])
export class OrderRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @ForeignKey("AccountRow") @Name(22) customerId: string;
  @Word() state: OrderState;
  /** What was bought; null for work that was quoted without a product. */
  @Ref("ProductRow", { nullable: true }) productId: string | null;
  @Ref("ProductVersionRow", { nullable: true }) productVersionId: string | null;
  @Count({ nullable: true }) productVersionNumber: number | null;
  /** The product's title, or the quotation's. */
  @Name(100) productTitle: string;
  @Name(80, { nullable: true }) productSlug: string | null;
  @Name(64, { nullable: true }) picture: string | null;
  @Json() inputs: OrderInput[];
  @Name(12) regionCode: string;
  @Name(30) @Index() contactName: string;
  @Name(20) @Index() contactPhone: string;
  @Name(200) address: string;
  @Prose({ nullable: true }) note: string | null;
  @Amount() total: Fen;
  /** What the suppliers get in all; never leaves staff types. */
  @Amount() cost: Fen;
  /** Names exactly the price the customer agreed to. */
  @Name(64) priceHash: string;
  /** The quotation it was made from: the unique key lets none become two orders. */
  @Ref("QuotationRow", { nullable: true, unique: true }) quotationId: string | null;
  /** Code of the template its contract is made from; null when none was agreed. */
  @Name(40, { nullable: true }) contractTemplate: string | null;
  /** When its contract was verified: with the money it opens the gate. */
  @Instant({ nullable: true }) contractVerifiedAt: number | null;
  /** Counts what was agreed: 1 as placed, one more with every amendment that was applied. */
  @Count({ default: 1 }) revision: number;
  @Instant() placedAt: number;
  @Instant({ nullable: true }) completedAt: number | null;
  @Name(200, { nullable: true }) cancelReason: string | null;
  /** Why the auditor gave it back last. */
  @Name(200, { nullable: true }) returnReason: string | null;
  @Count() version: number;
}

/** One service item of an order, done by one supplier: tickets, cost, review and settlement hang on it. */
@Entity("order_components")
@Index(["orderId", "position"], { unique: true })
export class OrderComponentRow {
  @Id() id: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  @Count() position: number;
  /** The product's component as it was; kept for the record, never read through. Null without a product. */
  @Name(22, { nullable: true }) componentId: string | null;
  @Ref("ServiceItemRow") itemId: string;
  @Name(60) itemName: string;
  @Name(20) unit: string;
  @Measure() quantity: number;
  @Count() stage: number;
  @Ref("SupplierRow") supplierId: string;
  @Word() chosenBy: "CUSTOMER" | "PLATFORM";
  /** The supplier's service version the two prices were read from; null for a price the supplier bid. */
  @Name(22, { nullable: true }) serviceId: string | null;
  @Amount() unitPrice: Fen;
  @Amount() saleAmount: Fen;
  @Amount() costAmount: Fen;
  @Json() milestones: OrderMilestone[];
  /** Positions in this order of what must be accepted before it starts; null for everything of the stage before. */
  @Json({ nullable: true }) dependsOn: number[] | null;
  /** Hours to wait after the last of them was accepted. */
  @Count({ default: 0 }) lagHours: number;
  /** CANCELLED when an amendment or a cancellation took it out; its row stays. */
  @Word({ default: "ACTIVE" }) state: "ACTIVE" | "CANCELLED";
  @Word({ default: "OWN_SALE" }) collectionMode: CollectionMode;
  /** What the platform keeps of `saleAmount` when the supplier sells, VAT included, in basis points. */
  @Count({ default: 0 }) commissionRate: number;
  /** Whether the commission goes back with a refund. */
  @Flag({ default: true }) commissionRefundable: boolean;
  /** Part of `saleAmount` that is passed on to an office: nobody's revenue. */
  @Amount({ default: 0 }) officialFee: Fen;
  /** What the platform's own coupon took off the price of what its supplier sells: the supplier gets it all the same. */
  @Amount({ default: 0 }) promotion: Fen;
  /** When its work was accepted, so that its price was earned or may be released. */
  @Instant({ nullable: true }) earnedAt: number | null;
}

export const orderTables = [OrderRow, OrderComponentRow];
