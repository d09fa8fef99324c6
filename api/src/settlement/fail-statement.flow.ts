import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import type { StatementSeen } from "./statement.js";
import { lockStatement, moveStatement } from "./statement.store.js";

/**
 * The bank did not carry the transfer out: nothing was posted, and the next pay file tries again. Refuses NOT_FOUND,
 * STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function failStatement(
  platform: Platform,
  viewer: Viewer,
  input: StatementSeen & { readonly reason: string },
): Promise<void> {
  must(holds(viewer, "settlement.pay"), "FORBIDDEN");
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const statement = found(await lockStatement(tx, input.statementId));
    must(statement.version === input.version, "STALE_VERSION");
    const failed = await moveStatement(tx, statement, "FAIL", { reason });
    tx.record(settlementFacts.failed(failed, { detail: reason }), queuesMoved);
  });
}
