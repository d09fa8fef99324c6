import { Entity, Index } from "typeorm";
import { Count, Flag, Id, Instant, Json, Measure, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { ItemState, Milestone } from "./item.js";
import type { PlanStepSpec, ProductInputSpec, QuantityKind, SupplierChoice } from "./product.js";
import { ProductRegionRow, ProductRow } from "./product.table.js";

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
  @Word() supplierChoice: SupplierChoice;
  @Json() regions: string[];
  @Instant() createdAt: number;
  @Instant({ nullable: true }) publishedAt: number | null;
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
  @Count() stage: number;
}

export const catalogueTables = [
  CategoryRow,
  ServiceItemRow,
  ProductRow,
  ProductVersionRow,
  ProductComponentRow,
  ProductRegionRow,
];
