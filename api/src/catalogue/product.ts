import { stateTable } from "../kernel/state-table.js";
import type { Milestone } from "./item.js";

export type { Milestone };

export type ProductState = "DRAFT" | "PUBLISHED" | "ARCHIVED";
type ProductVerb = "EDIT" | "PUBLISH" | "ARCHIVE";

/** A product stays PUBLISHED while its next version is drafted; publishing that version supersedes the former. */
export const productLife = stateTable<ProductState, ProductVerb>("product", "DRAFT", {
  DRAFT: { EDIT: "DRAFT", PUBLISH: "PUBLISHED", ARCHIVE: "ARCHIVED" },
  PUBLISHED: { EDIT: "PUBLISHED", PUBLISH: "PUBLISHED", ARCHIVE: "ARCHIVED" },
  ARCHIVED: { EDIT: "ARCHIVED", PUBLISH: "PUBLISHED" },
});

export const inputKinds = ["NUMBER", "TEXT", "CHOICE", "DATE"] as const;
export type InputKind = (typeof inputKinds)[number];

/** Something a customer tells when buying, such as the area in square metres. */
export interface ProductInputSpec {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
  readonly kind: InputKind;
  readonly unit: string | null;
  readonly required: boolean;
  /** Limits of a NUMBER; null means none. */
  readonly min: number | null;
  readonly max: number | null;
  /** What a CHOICE offers; empty for other kinds. */
  readonly options: readonly string[];
  readonly hint: string | null;
}

export const instalmentNatures = ["DEPOSIT", "ADVANCE", "PROGRESS", "FINAL", "RETENTION"] as const;
export type InstalmentNature = (typeof instalmentNatures)[number];

export const instalmentTriggers = ["ON_ORDER", "ON_TICKETS_STARTED", "ON_ACCEPTANCE", "AFTER_DAYS"] as const;
export type InstalmentTrigger = (typeof instalmentTriggers)[number];

/** One instalment of the plan: its share of the total in basis points, and what makes it due. */
export interface PlanStepSpec {
  readonly name: string;
  readonly nameEn: string;
  readonly shareBasisPoints: number;
  readonly nature: InstalmentNature;
  readonly trigger: InstalmentTrigger;
  /** Days after acceptance, for AFTER_DAYS only. */
  readonly afterDays: number | null;
  /** Work begins once this instalment is paid. */
  readonly gate: boolean;
}

export type QuantityKind = "FIXED" | "INPUT";
export type SupplierChoice = "CUSTOMER" | "PLATFORM";

/** One service item in a product. Stage n starts when stage n-1 is accepted; one stage's items run side by side. */
export interface ComponentSpec {
  readonly itemId: string;
  readonly required: boolean;
  readonly selectedByDefault: boolean;
  readonly quantityKind: QuantityKind;
  /** The quantity when FIXED; when INPUT, what is assumed before the customer has told. */
  readonly quantity: number | null;
  /** Code of the NUMBER input that gives the quantity; null when FIXED. */
  readonly quantityInput: string | null;
  readonly stage: number;
}

/** A component with what pricing, orders and tickets need of its item. */
export interface Component extends ComponentSpec {
  readonly id: string;
  readonly versionId: string;
  readonly position: number;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly itemState: "DRAFT" | "ACTIVE" | "RETIRED";
  readonly milestones: readonly Milestone[];
}

/** The quantity that a price "from" assumes: the fixed one, else the assumed one, else the input's least, else 1. */
export function defaultQuantity(component: ComponentSpec, inputs: readonly ProductInputSpec[]): number {
  const input = inputs.find((candidate) => candidate.code === component.quantityInput);
  return component.quantity ?? (input?.min && input.min > 0 ? input.min : 1);
}
