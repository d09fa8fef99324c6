import { Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { PriceBasis, Priced } from "./basis.js";
import type { CouponKind, CouponState } from "./coupon.js";
import type { FormulaTable, FormulaVariable } from "./formula/index.js";
import type { FormulaState, FormulaTest } from "./formula-version.js";
import type { RoundingMode } from "./rounding.js";
import type { Funder, RuleAction, RuleScope, RuleState, RuleTarget } from "./rule.js";

@Entity("formulas")
export class FormulaRow {
  @Id() id: string;
  /** What products and rules name it by; never changes. */
  @Name(40, { unique: true }) code: string;
  @Name(60) name: string;
  @Instant() createdAt: number;
  @Count() version: number;
}

/** What a formula says from an instant on. Changeable until it is published, by the rules and by a trigger never after. */
@Entity("formula_versions")
@Index(["formulaId", "number"], { unique: true })
export class FormulaVersionRow {
  @Id() id: string;
  @ForeignKey("FormulaRow") @Name(22) formulaId: string;
  @Count() number: number;
  @Json() params: FormulaVariable[];
  @Json() tables: FormulaTable[];
  @Prose() expression: string;
  @Name(20, { nullable: true }) resultUnit: string | null;
  @Count() roundingStep: number;
  @Word() roundingMode: RoundingMode;
  @Json() tests: FormulaTest[];
  @Word() state: FormulaState;
  @Instant({ nullable: true }) effectiveFrom: number | null;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Ref("AccountRow", { nullable: true }) publisherId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) publishedAt: number | null;
  @Count() version: number;
}

/** A rule's place among all rules, which is the operator's; what it says stands in its versions. */
@Entity("price_rules")
export class PriceRuleRow {
  @Id() id: string;
  @Name(60) name: string;
  /** Rules count in this order, from 1. */
  @Count() position: number;
  @Instant() createdAt: number;
  @Count() version: number;
}

/** What a rule says. Changeable as a DRAFT, by the rules and by a trigger never after. */
@Entity("price_rule_versions")
@Index(["ruleId", "number"], { unique: true })
@Index(["state", "ruleId"])
export class PriceRuleVersionRow {
  @Id() id: string;
  @ForeignKey("PriceRuleRow") @Name(22) ruleId: string;
  @Count() number: number;
  @Name(60) name: string;
  @Word() target: RuleTarget;
  @Json() scope: RuleScope;
  @Json() params: FormulaVariable[];
  @Prose({ nullable: true }) condition: string | null;
  @Word() action: RuleAction;
  @Name(40, { nullable: true }) value: string | null;
  @Prose({ nullable: true }) formula: string | null;
  @Flag() stop: boolean;
  @Word() fundedBy: Funder;
  @Instant({ nullable: true }) validFrom: number | null;
  @Instant({ nullable: true }) validTo: number | null;
  @Word() state: RuleState;
  /** The rule while this is its ACTIVE version in force, else null, also while it waits for its first instant: one at most. */
  @Name(22, { nullable: true, unique: true }) activeKey: string | null;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Ref("AccountRow", { nullable: true }) publisherId: string | null;
  @Instant() createdAt: number;
  @Instant({ nullable: true }) activatedAt: number | null;
  @Count() version: number;
}

@Entity("customer_groups")
export class CustomerGroupRow {
  @Id() id: string;
  @Name(40, { unique: true }) name: string;
  @Name(200) note: string;
  @Instant() createdAt: number;
  @Count() version: number;
}

@Entity("customer_group_members")
export class CustomerGroupMemberRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) @ForeignKey("CustomerGroupRow") groupId: string;
  @PrimaryColumn({ type: "varchar", length: 22 }) @Index() @ForeignKey("AccountRow") accountId: string;
}

/** A coupon's terms never change; its state and how often it was used do. */
@Entity("coupons")
export class CouponRow {
  @Id() id: string;
  @Name(24, { unique: true }) code: string;
  @Name(60) name: string;
  @Word() kind: CouponKind;
  /** AMOUNT: fen; PERCENT: basis points. */
  @Count() value: number;
  @Amount({ nullable: true }) maxDiscount: Fen | null;
  @Amount() minSpend: Fen;
  @Word() fundedBy: Funder;
  @Json() scope: RuleScope;
  /** How often it may be used in all and by one customer; null for no limit. */
  @Count({ nullable: true }) limitTotal: number | null;
  @Count({ nullable: true }) limitPerCustomer: number | null;
  @Instant() validFrom: number;
  @Instant() validTo: number;
  @Word() state: CouponState;
  /** Orders that use it now; what was cancelled or expired is taken off again. */
  @Count() used: number;
  @Instant() createdAt: number;
  @Count() version: number;
}

/** A coupon used by one order. */
@Entity("coupon_redemptions")
@Index(["couponId", "customerId"])
export class CouponRedemptionRow {
  /** The order: an order uses one coupon at most. */
  @PrimaryColumn({ type: "varchar", length: 22 }) @ForeignKey("OrderRow") orderId: string;
  @ForeignKey("CouponRow") @Name(22) couponId: string;
  @Ref("AccountRow") customerId: string;
  @Amount() discount: Fen;
  @Instant() redeemedAt: number;
  /** When the order was cancelled or expired and gave it back; null while it counts. */
  @Instant({ nullable: true }) releasedAt: number | null;
}

/** Everything one price was made of. Never changed, never deleted. */
@Entity("price_snapshots")
@Index(["createdAt", "id"])
export class PriceSnapshotRow {
  @Id() id: string;
  @Ref("OrderRow", { nullable: true, unique: true }) orderId: string | null;
  /** A quotation's version; quotations stand further down the street. */
  @Name(22, { nullable: true }) @Index() quotationId: string | null;
  @Json() basis: PriceBasis;
  @Json() priced: Priced;
  @Amount() total: Fen;
  @Amount() tax: Fen;
  @Amount() cost: Fen;
  /** Fingerprint of basis and money together. */
  @Name(64) hash: string;
  @Instant() createdAt: number;
}

/** Which formulas a snapshot used, to find the newest of each. */
@Entity("price_snapshot_formulas")
@Index(["formulaId", "createdAt", "snapshotId"])
export class PriceSnapshotFormulaRow {
  @PrimaryColumn({ type: "varchar", length: 22 }) @ForeignKey("PriceSnapshotRow") snapshotId: string;
  @PrimaryColumn({ type: "varchar", length: 22 }) @ForeignKey("FormulaRow") formulaId: string;
  @Instant() createdAt: number;
}

export const pricingTables = [
  FormulaRow,
  FormulaVersionRow,
  PriceRuleRow,
  PriceRuleVersionRow,
  CustomerGroupRow,
  CustomerGroupMemberRow,
  CouponRow,
  CouponRedemptionRow,
  PriceSnapshotRow,
  PriceSnapshotFormulaRow,
];
