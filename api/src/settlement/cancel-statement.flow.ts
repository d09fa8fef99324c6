import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import type { StatementSeen } from "./statement.js";
import { freeLines, lockStatement, moveStatement, STATEMENT_CONFIRMS } from "./statement.store.js";

/**
 * Staff take a statement back before it is paid; what was in it may be in the next. Refuses NOT_FOUND, STALE_VERSION,
 * INVALID_STATE, REASON_REQUIRED.
 */
export async function cancelStatement(
  platform: Platform,
  viewer: Viewer,
  input: StatementSeen & { readonly reason: string },
): Promise<void> {
  must(holds(viewer, "settlement.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const statement = found(await lockStatement(tx, input.statementId));
    must(statement.version === input.version, "STALE_VERSION");
    const cancelled = await moveStatement(tx, statement, "CANCEL", { reason });
    await freeLines(tx, statement.id);
    await tx.cancelTimer(STATEMENT_CONFIRMS, statement.id);
    tx.record(settlementFacts.cancelled(cancelled, { detail: reason }), queuesMoved);
  });
}
