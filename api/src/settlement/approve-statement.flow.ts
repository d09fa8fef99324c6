import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import { mustStillBeOpen } from "./must-still-be-open.step.js";
import type { StatementSeen } from "./statement.js";
import { answeredLineIds, linesOf, lockStatement, moveStatement } from "./statement.store.js";

/**
 * A second person lets a statement be paid: not who made or sent it, nor who answered a dispute about what is in it. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, and STATEMENT_OUTDATED when the books say something else by now.
 */
export async function approveStatement(platform: Platform, viewer: Viewer, input: StatementSeen): Promise<void> {
  must(holds(viewer, "settlement.approve"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const statement = found(await lockStatement(tx, input.statementId));
    must(statement.version === input.version, "STALE_VERSION");
    const lines = (await linesOf(tx, [statement.id])).filter(({ state }) => state === "ACTIVE");
    if (await policyOn(tx, "settlement.four-eyes")) {
      const items = lines.map(({ item }) => item);
      const drafts = [statement.id, ...(await answeredLineIds(tx, statement.supplierId, items))];
      for (const draft of drafts) await mustBeOther(tx, draft, viewer);
    }
    await mustStillBeOpen(tx, statement.supplierId, lines);
    const by = "accountId" in viewer ? viewer.accountId : null;
    const approved = await moveStatement(tx, statement, "APPROVE", { approvedAt: tx.now, approvedBy: by });
    tx.record(settlementFacts.approved(approved), queuesMoved);
  });
}
