import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { beginPriceRule } from "./begin-price-rule.flow.js";
import { expirePriceRule } from "./expire-price-rule.flow.js";
import { RULE_BEGINS, RULE_EXPIRES } from "./rule.store.js";

export const pricingTimers = (platform: () => Platform): TimerHandler[] => [
  { kind: RULE_BEGINS, fire: (ruleVersionId) => beginPriceRule(platform(), ruleVersionId) },
  { kind: RULE_EXPIRES, fire: (ruleVersionId) => expirePriceRule(platform(), ruleVersionId) },
];
