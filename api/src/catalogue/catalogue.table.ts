import { Entity, Index } from "typeorm";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Json, Measure, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { CollectionMode } from "./collection.js";
import type { ItemState, Milestone } from "./item.js";
import type {
  ChoiceGroup,
  Eligible,
  PlanStepSpec,
  ProductInputSpec,
  QuantityKind,
  SaleMode,
  SupplierChoice,
} from "./product.js";
import { ProductRegionRow, ProductRow } from "./product.table.js";
import { searchTables } from "./search.table.js";

@Entity("categories")
export class CategoryRow {
  @Id() id: string;
  @Name(40, { unique: true }) slug: string;
  @Name(30) name: string;
  @Name(60) nameEn: string;
  @Name(30) icon: string;
  /** Place in the list, from 1. */
  @Count() position: number;
}

@Entity("service_items")
@Index(["createdAt", "id"])
export class ServiceItemRow {
  @Id() id: string;
  @Name(30, { unique: true }) code: string;
  @Name(60) name: string;
  @Name(100) nameEn: string;
  /** What is counted: 次, ㎡, 月 … */
  @Name(10) unit: string;
  @Prose() description: string;
  @Ref("CategoryRow") categoryId: string;
  @Word() state: ItemState;
  @Json() milestones: Milestone[];
  /** Kinds of certificates whoever does it must hold; null for none. */
  @Json({ nullable: true }) requiredCertificates: string[] | null;
  @Instant() createdAt: number;
  @Count() version: number;
}

/** What a product says of itself. Changeable until `publishedAt` is set, by the rules and by a trigger never after. */
@Entity("product_versions")
@Index(["productId", "number"], { unique: true })
export class ProductVersionRow {
  @Id() id: string;
  @Ref("ProductRow") productId: string;
  @Count() number: number;
  @Name(60) title: string;
  @Name(100) titleEn: string;
  @Name(200) summary: string;
  @Prose() description: string;
  @Ref("CategoryRow") categoryId: string;
  /** File ids, the first is the cover. */
  @Json() gallery: string[];
  @Name(30, { nullable: true }) picture: string | null;
  @Json() inputs: ProductInputSpec[];
  @Json() plan: PlanStepSpec[];
  /** Where the plan was copied from, by code; null when it was written by hand. */
  @Name(30, { nullable: true }) planTemplate: string | null;
  @Word({ default: "FIXED" }) saleMode: SaleMode;
  @Word() supplierChoice: SupplierChoice;
  /** Null for none. */
  @Json({ nullable: true }) choiceGroups: ChoiceGroup[] | null;
  /** Code of the contract to be signed before work begins; null for none. */
  @Name(30, { nullable: true }) contractTemplate: string | null;
  @Json() regions: string[];
  @Instant() createdAt: number;
  /** When and by whom it was handed in for review; null while it is written. */
  @Instant({ nullable: true }) submittedAt: number | null;
  @Name(22, { nullable: true }) submitterId: string | null;
  /** Who published it, or returned it last and why. */
  @Name(22, { nullable: true }) reviewerId: string | null;
  @Prose({ nullable: true }) returnReason: string | null;
  @Instant({ nullable: true }) publishedAt: number | null;
  @Count() version: number;
}

/** A payment plan with a name. Products copy it, so changing it changes no product. */
@Entity("plan_templates")
export class PlanTemplateRow {
  @Id() id: string;
  @Name(30, { unique: true }) code: string;
  @Name(40) name: string;
  @Name(60) nameEn: string;
  @Json() steps: PlanStepSpec[];
  /** Whether it is offered for choosing. */
  @Flag() offered: boolean;
  @Count() version: number;
}

@Entity("product_components")
export class ProductComponentRow {
  @Id() id: string;
  @Ref("ProductVersionRow") versionId: string;
  @Ref("ServiceItemRow") itemId: string;
  /** Place in the version, from 1. */
  @Count() position: number;
  @Flag() required: boolean;
  @Flag() selectedByDefault: boolean;
  @Word() quantityKind: QuantityKind;
  @Measure({ nullable: true }) quantity: number | null;
  @Name(30, { nullable: true }) quantityInput: string | null;
  /** An expression over the product's inputs, for FORMULA. */
  @Prose({ nullable: true }) quantityFormula: string | null;
  /** Code of the either-or group it is one of; null when it stands by itself. */
  @Name(30, { nullable: true }) choiceGroup: string | null;
  /** Who may do it; null means everybody who can. */
  @Json({ nullable: true }) eligible: Eligible | null;
  /** Code of the formula that prices it; null for sale price times quantity. */
  @Name(60, { nullable: true }) priceFormula: string | null;
  /** Worked out from `dependsOn`. */
  @Count() stage: number;
  /** Positions of what must be accepted before it starts; null for everything of the stage before. */
  @Json({ nullable: true }) dependsOn: number[] | null;
  /** Hours to wait after the last of them was accepted. */
  @Count({ default: 0 }) lagHours: number;
  @Word({ default: "OWN_SALE" }) collectionMode: CollectionMode;
  /** Basis points of the price, VAT included. */
  @Count({ default: 0 }) commissionRate: number;
  @Flag({ default: true }) commissionRefundable: boolean;
  /** Of one unit's price. */
  @Amount({ default: 0 }) officialFee: Fen;
}

export const catalogueTables = [
  CategoryRow,
  ServiceItemRow,
  ProductRow,
  ProductVersionRow,
  ProductComponentRow,
  ProductRegionRow,
  PlanTemplateRow,
  ...searchTables,
];
