import { type PolicyValues, policies, policyNumber } from "../platform/policies.js";
import type { Sql } from "../platform/sql.js";
import { type AuditReason, type AuditRule, auditReasonsOf, type OrderState, stateOnSubmission } from "./order.js";

/** The rule by which orders are audited now; one statement. */
export async function auditRule(sql: Sql): Promise<AuditRule> {
  return ruleOf(await policies(sql));
}

function ruleOf(settings: PolicyValues): AuditRule {
  const limit = policyNumber(settings, "orders.audit-limit");
  return { limit: limit as AuditRule["limit"], quoted: settings["orders.audit-quoted"] === "on" };
}

/** The state a new order begins in, and why it waits if it does; one statement, none where the settings were read. */
export async function submissionOf(
  sql: Sql,
  order: Parameters<typeof auditReasonsOf>[0],
  settings?: PolicyValues,
): Promise<{ readonly state: OrderState; readonly reasons: readonly AuditReason[] }> {
  const reasons = auditReasonsOf(order, settings ? ruleOf(settings) : await auditRule(sql));
  return { state: stateOnSubmission(reasons), reasons };
}
