import { stateTable } from "../kernel/state-table.js";
import { type CollectionTerms, OWN_TERMS, type Party } from "./collection.js";
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

export const instalmentNatures = ["DEPOSIT", "ADVANCE", "PROGRESS", "FINAL", "RETENTION", "DIFFERENCE"] as const;
export type InstalmentNature = (typeof instalmentNatures)[number];

export const instalmentTriggers = [
  "ON_ORDER",
  "ON_DATE",
  "ON_CONTRACT",
  "ON_TICKETS_STARTED",
  "ON_MILESTONE",
  "ON_ACCEPTANCE",
  "AFTER_DAYS",
] as const;
export type InstalmentTrigger = (typeof instalmentTriggers)[number];

/** What happens to the work while an instalment is overdue. */
export const overdueActions = ["NOTHING", "PAUSE_WORK"] as const;
export type OverdueAction = (typeof overdueActions)[number];

/** One instalment of the plan: its share of the total in basis points, and what makes it due. */
export interface PlanStepSpec {
  readonly name: string;
  readonly nameEn: string;
  readonly shareBasisPoints: number;
  readonly nature: InstalmentNature;
  readonly trigger: InstalmentTrigger;
  /** AFTER_DAYS: days after acceptance. ON_DATE: days after the order, unless a day is fixed. Else null. */
  readonly afterDays: number | null;
  /** ON_DATE: the fixed day, such as 2026-12-01; plans saved before there were such things don't say. */
  readonly dueDay?: string | null;
  /** ON_MILESTONE: code of the milestone whose approval makes it due. */
  readonly milestone?: string | null;
  /** ON_MILESTONE: position of the component it belongs to; null for the first that has it. */
  readonly componentPosition?: number | null;
  /** Days it may be late before it counts as overdue. */
  readonly graceDays?: number;
  readonly overdueAction?: OverdueAction;
  /** Who takes the money; the platform unless it says the supplier, who collects it where the work is done. */
  readonly collector?: Party;
  /** Work begins once this instalment is paid. */
  readonly gate: boolean;
}

/** FIXED: the product says how much; INPUT: the customer does, by a number; FORMULA: worked out from what is told. */
export const quantityKinds = ["FIXED", "INPUT", "FORMULA"] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/**
 * Who chooses the suppliers: the customer one for each component, the customer one who does everything, or the
 * platform.
 */
export const supplierChoices = ["CUSTOMER", "CUSTOMER_PER_PRODUCT", "PLATFORM"] as const;
export type SupplierChoice = (typeof supplierChoices)[number];

/** FIXED and FORMULA have a price at once; QUOTE_ONLY is sold by an inquiry, BIDDING by a competition of suppliers. */
export const saleModes = ["FIXED", "FORMULA", "QUOTE_ONLY", "BIDDING"] as const;
export type SaleMode = (typeof saleModes)[number];

/** Whether a product has a price that a customer can agree to at once. */
export const isSoldAtPrice = ({ saleMode }: { readonly saleMode: SaleMode }): boolean =>
  saleMode === "FIXED" || saleMode === "FORMULA";

/** Components of which the customer takes at least `min` and at most `max`: "either-or" is one of each. */
export interface ChoiceGroup {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly min: number;
  readonly max: number;
}

/** Which of the suppliers that can do an item may do this component. */
export type Eligible =
  | { readonly kind: "ALL" }
  | { readonly kind: "LIST"; readonly supplierIds: readonly string[] }
  | { readonly kind: "LEVEL"; readonly minLevel: number };

/** One service item in a product. */
export interface ComponentSpec extends CollectionTerms {
  readonly itemId: string;
  readonly required: boolean;
  readonly selectedByDefault: boolean;
  readonly quantityKind: QuantityKind;
  /** The quantity when FIXED; when INPUT or FORMULA, what is assumed before the customer has told. */
  readonly quantity: number | null;
  /** Code of the NUMBER input that gives the quantity; null unless INPUT. */
  readonly quantityInput: string | null;
  /** An expression over the product's inputs; null unless FORMULA. */
  readonly quantityFormula: string | null;
  /** Code of the group it is one of; null when it stands by itself. What is in a group is not required by itself. */
  readonly choiceGroup: string | null;
  readonly eligible: Eligible;
  /** Code of the formula that prices it; null for sale price times quantity. */
  readonly priceFormula: string | null;
  /** Derived: 1 for what depends on nothing, else one more than the latest it depends on. */
  readonly stage: number;
  /** Positions, from 1, of the components that must be accepted before it starts. */
  readonly dependsOn: readonly number[];
  /** Hours to wait after the last of them was accepted, such as for plaster to dry. */
  readonly lagHours: number;
}

/** What most components are: of their own, done by whoever can, priced by quantity, waiting for nothing. */
export const PLAIN_COMPONENT = {
  quantityInput: null,
  quantityFormula: null,
  choiceGroup: null,
  eligible: { kind: "ALL" },
  priceFormula: null,
  dependsOn: [],
  lagHours: 0,
  ...OWN_TERMS,
} as const satisfies Partial<ComponentSpec>;

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
