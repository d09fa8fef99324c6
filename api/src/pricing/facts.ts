import type { Fact } from "../kernel/fact.js";

/** What happens to formulas. Their pages are few people's, so all of them share one stream. */
const ofFormula = (kind: string, formulaId: string, also: Record<string, unknown>): Fact => ({
  kind,
  stream: "pricing:formulas",
  payload: { formulaId, ...also },
});

export const formulaFacts = {
  saved: (formulaId: string, number: number) => ofFormula("FormulaDraftSaved", formulaId, { number }),
  published: (formulaId: string, number: number, effectiveFrom: number) =>
    ofFormula("FormulaPublished", formulaId, { number, effectiveFrom }),
  retired: (formulaId: string, number: number) => ofFormula("FormulaRetired", formulaId, { number }),
};

/** What happens to rules, coupons and customer groups, each on one stream for the same reason. */
const ofRule = (kind: string, ruleId: string, also: Record<string, unknown>): Fact => ({
  kind,
  stream: "pricing:rules",
  payload: { ruleId, ...also },
});

export const ruleFacts = {
  saved: (ruleId: string, number: number) => ofRule("PriceRuleDraftSaved", ruleId, { number }),
  activated: (ruleId: string, number: number) => ofRule("PriceRuleActivated", ruleId, { number }),
  ended: (ruleId: string, number: number, state: string) => ofRule("PriceRuleEnded", ruleId, { number, state }),
  reordered: (ruleIds: readonly string[]): Fact => ({
    kind: "PriceRulesReordered",
    stream: "pricing:rules",
    payload: { ruleIds },
  }),
};

const ofCoupon = (kind: string, couponId: string, also: Record<string, unknown>): Fact => ({
  kind,
  stream: "pricing:coupons",
  payload: { couponId, ...also },
});

export const couponFacts = {
  made: (couponId: string, code: string) => ofCoupon("CouponMade", couponId, { code }),
  moved: (couponId: string, state: string) => ofCoupon("CouponMoved", couponId, { state }),
};

const ofGroup = (kind: string, groupId: string, also: Record<string, unknown>): Fact => ({
  kind,
  stream: "pricing:groups",
  payload: { groupId, ...also },
});

export const groupFacts = {
  saved: (groupId: string, name: string) => ofGroup("CustomerGroupSaved", groupId, { name }),
  joined: (groupId: string, accountId: string) => ofGroup("CustomerJoinedGroup", groupId, { accountId }),
  left: (groupId: string, accountId: string) => ofGroup("CustomerLeftGroup", groupId, { accountId }),
};
