import { found, must } from "../kernel/refusal.js";
import { type PolicyValues, policies, policyNumber } from "../platform/policies.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Library } from "./basis.js";
import type { PriceBook, PricingFormula } from "./book.js";
import { type CouponTerms, couponCode, mustBeUsable } from "./coupon.js";
import { formulaVersionsById, textOfVersion } from "./formula.store.js";
import { versionInForce } from "./formula-version.js";
import { CouponRow, FormulaVersionRow, PriceRuleVersionRow } from "./pricing.table.js";
import type { PricingRule } from "./rule.js";

/** What a book is opened for. */
export interface BookWish {
  readonly at: number;
  /** Codes of the formulas that may be needed. */
  readonly formulaCodes: readonly string[];
  /** The customer; null for a stranger or for staff who only look. */
  readonly customerId: string | null;
  readonly couponCode?: string | null;
  /** The settings, where the caller has read them; else they are read. */
  readonly settings?: PolicyValues;
}

/**
 * What is in force for one customer now: rules, groups and settings in a statement each, and two more each for formulas
 * and for a coupon where there are any. Refuses COUPON_UNKNOWN, COUPON_USED_UP.
 */
export async function openBook(sql: Sql, wish: BookWish): Promise<PriceBook> {
  const { at, customerId } = wish;
  const formulas = await formulasInForce(sql, wish.formulaCodes, at);
  const rules = await activeRules(sql, at);
  const settings = wish.settings ?? (await policies(sql));
  const groupIds = customerId === null ? [] : await groupsOf(sql, customerId);
  const coupon = wish.couponCode?.trim() ? await usableCoupon(sql, wish.couponCode, at, customerId) : null;
  return { at, formulas, rules, groupIds, coupon, ...moneyRules(settings) };
}

function moneyRules(settings: PolicyValues): Pick<PriceBook, "taxRate" | "marginFloor" | "rounding"> {
  return {
    taxRate: policyNumber(settings, "pricing.tax-rate"),
    marginFloor: policyNumber(settings, "pricing.margin-floor"),
    rounding: { step: policyNumber(settings, "pricing.rounding-step"), mode: "HALF_UP" },
  };
}

/** The versions in force of these formulas, by code; one statement, none without codes. */
export async function formulasInForce(
  sql: Sql,
  codes: readonly string[],
  at: number,
): Promise<Map<string, PricingFormula>> {
  if (codes.length === 0) return new Map();
  const names = await sql.query<{ id: string; code: string }>(
    `SELECT id, code FROM formulas WHERE code IN (${marks(codes)})`,
    codes,
  );
  const tail = `WHERE t.formulaId IN (${marks(names.map((name) => name.id))}) AND t.state = 'PUBLISHED' AND t.effectiveFrom <= ?`;
  const ids = names.map((name) => name.id);
  const versions = ids.length === 0 ? [] : await sql.rows(FormulaVersionRow, tail, [...ids, at]);
  const inForce = new Map<string, PricingFormula>();
  for (const { id, code } of names) {
    const own = versions.filter((version) => version.formulaId === id);
    const version = versionInForce(own, at);
    if (version) inForce.set(code, { id: version.id, code, text: textOfVersion(version) });
  }
  return inForce;
}

/**
 * The ACTIVE version of every rule in the operator's order; one statement. While a later version waits for its first
 * instant the present one goes on; from that instant on the later one stands in its place, whether or not the timer that
 * ends the former has fired.
 */
export async function activeRules(sql: Sql, at: number): Promise<PricingRule[]> {
  const tail = `JOIN price_rules r ON r.id = t.ruleId WHERE t.state = 'ACTIVE' AND (t.validFrom IS NULL OR t.validFrom <= ?)
    ORDER BY r.position, r.id, t.number DESC`;
  const rows = await sql.rows(PriceRuleVersionRow, tail, [at]);
  return rows.filter(({ ruleId }, index) => rows[index - 1]?.ruleId !== ruleId).map(ruleOf);
}

/** A version's row as prices are worked out with it. */
export function ruleOf(row: PriceRuleVersionRow): PricingRule {
  const { id, name, target, scope, params, condition, action, value, formula, stop, fundedBy } = row;
  const { validFrom, validTo } = row;
  return {
    ...{ id, name, target, scope, params, condition, action, value, formula, stop, fundedBy },
    ...{ validFrom, validTo },
  };
}

/** The groups an account belongs to. */
export async function groupsOf(sql: Sql, accountId: string): Promise<string[]> {
  const text = "SELECT groupId FROM customer_group_members WHERE accountId = ? ORDER BY groupId";
  return (await sql.query<{ groupId: string }>(text, [accountId])).map((row) => row.groupId);
}

async function usableCoupon(sql: Sql, typed: string, at: number, customerId: string | null): Promise<CouponTerms> {
  const field = "couponCode";
  const [row] = await sql.rows(CouponRow, "WHERE t.code = ?", [couponCode(typed)]);
  must(row, "COUPON_UNKNOWN", { field });
  mustBeUsable(row, at);
  // Only customers are told that there is such a coupon: whoever guesses learns nothing of one that is used up.
  const usedUp = customerId === null ? "COUPON_UNKNOWN" : "COUPON_USED_UP";
  must(row.limitTotal === null || row.used < row.limitTotal, usedUp, { field });
  const text =
    "SELECT COUNT(*) AS n FROM coupon_redemptions WHERE couponId = ? AND customerId = ? AND releasedAt IS NULL";
  const [own] = await sql.query<{ n: number }>(text, [row.id, customerId]);
  must(row.limitPerCustomer === null || Number(own?.n) < row.limitPerCustomer, "COUPON_USED_UP", { field });
  return termsOf(row);
}

/** A coupon's row as prices are worked out with it. */
export function termsOf({
  id,
  code,
  name,
  kind,
  value,
  maxDiscount,
  minSpend,
  fundedBy,
  scope,
}: CouponRow): CouponTerms {
  return { id, code, name, kind, value, maxDiscount, minSpend, fundedBy, scope };
}

/** The versions that bases name, for working them out anew; two statements at most. */
export async function libraryOf(
  sql: Sql,
  formulaVersionIds: readonly string[],
  ruleVersionIds: readonly string[],
): Promise<Library> {
  const formulas = await formulaVersionsById(sql, [...new Set(formulaVersionIds)]);
  const ids = [...new Set(ruleVersionIds)];
  const rows = ids.length === 0 ? [] : await sql.rows(PriceRuleVersionRow, `WHERE t.id IN (${marks(ids)})`, ids);
  const rules = new Map(rows.map((row) => [row.id, ruleOf(row)]));
  return {
    formula: (id) => textOfVersion(found(formulas.get(id))),
    rule: (id) => found(rules.get(id)),
  };
}
