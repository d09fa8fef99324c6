import { stateTable } from "../kernel/state-table.js";
import type { FormulaVariable } from "./formula/index.js";

export type RuleState = "DRAFT" | "ACTIVE" | "EXPIRED" | "DISABLED";
type RuleVerb = "SAVE" | "ACTIVATE" | "EXPIRE" | "DISABLE";

/** A version of a pricing rule. One version of a rule is ACTIVE at a time; the next one to be activated disables it. */
export const ruleLife = stateTable<RuleState, RuleVerb>("rule", "DRAFT", {
  DRAFT: { SAVE: "DRAFT", ACTIVATE: "ACTIVE" },
  ACTIVE: { EXPIRE: "EXPIRED", DISABLE: "DISABLED" },
  EXPIRED: {},
  DISABLED: {},
});

/** What a rule changes: each line by itself, or afterwards the whole, shared out over its lines. */
export const ruleTargets = ["LINE", "WHOLE"] as const;
export type RuleTarget = (typeof ruleTargets)[number];

/** SET, ADD, MIN and MAX take yuan, MULTIPLY a factor; FORMULA is an expression for the new amount in yuan. */
export const ruleActions = ["SET", "ADD", "MULTIPLY", "MIN", "MAX", "FORMULA"] as const;
export type RuleAction = (typeof ruleActions)[number];

/** Who gains or pays what a rule or coupon changes: the platform's margin, or the pay of the line's supplier. */
export const funders = ["PLATFORM", "SUPPLIER"] as const;
export type Funder = (typeof funders)[number];

/** Where a rule counts; an empty list is everywhere. */
export interface RuleScope {
  readonly productIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly supplierIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly regionCodes: readonly string[];
}

export const EVERYWHERE: RuleScope = { productIds: [], itemIds: [], supplierIds: [], groupIds: [], regionCodes: [] };

/** All that a version of a rule says; immutable once activated. */
export interface RuleText {
  readonly target: RuleTarget;
  readonly scope: RuleScope;
  /** What its condition and formula are told beside what is built in; of the product's inputs, by name. */
  readonly params: readonly FormulaVariable[];
  /** Counts only where this is true; null is always. */
  readonly condition: string | null;
  readonly action: RuleAction;
  /** Decimal text for every action but FORMULA. */
  readonly value: string | null;
  /** The expression of FORMULA. */
  readonly formula: string | null;
  /** Whether later rules of the same target leave alone what this one has changed. */
  readonly stop: boolean;
  readonly fundedBy: Funder;
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** A version as prices are worked out with it. */
export interface PricingRule extends RuleText {
  readonly id: string;
  readonly name: string;
}

/** What of an order a rule's scope is held against before any line is looked at. */
export interface Occasion {
  readonly at: number;
  readonly productId: string;
  readonly regionCode: string;
  readonly groupIds: readonly string[];
}

/** Whether a rule may count at all: its dates, product, region and customer group. */
export function mayCount(rule: PricingRule, occasion: Occasion): boolean {
  const { scope, validFrom, validTo } = rule;
  const { at, productId, regionCode, groupIds } = occasion;
  if ((validFrom !== null && at < validFrom) || (validTo !== null && at >= validTo)) return false;
  const inGroup = scope.groupIds.length === 0 || scope.groupIds.some((id) => groupIds.includes(id));
  return inGroup && holds(scope.productIds, productId) && holds(scope.regionCodes, regionCode);
}

/** Whether a line is one the rule is about. */
export function isAbout(
  scope: Pick<RuleScope, "itemIds" | "supplierIds">,
  line: { itemId: string; supplierId: string },
) {
  return holds(scope.itemIds, line.itemId) && holds(scope.supplierIds, line.supplierId);
}

const holds = (list: readonly string[], one: string): boolean => list.length === 0 || list.includes(one);
