import type { Platform } from "../platform/platform.js";
import { auditRule } from "./hold-for-audit.step.js";
import type { AuditRule } from "./order.js";

/** The rule by which orders are held for an auditor now. */
export function readAuditRule({ database }: Platform): Promise<AuditRule> {
  return auditRule(database.read);
}
