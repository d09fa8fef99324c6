import { DAY } from "../kernel/clock.js";
import { policies, policyNumber } from "../platform/policies.js";
import type { Tx } from "../platform/tx.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import { moveStatement, STATEMENT_CONFIRMS, type StatementRow } from "./statement.store.js";

/** The supplier may look at its statement from now on; without its word it counts as confirmed after some days. */
export async function sendToSupplier(tx: Tx, statement: StatementRow): Promise<void> {
  const sent = await moveStatement(tx, statement, "SEND");
  const days = policyNumber(await policies(tx), "settlement.confirm-days");
  await tx.setTimer(STATEMENT_CONFIRMS, sent.id, tx.now + days * DAY);
  tx.record(settlementFacts.sent(sent), queuesMoved);
}
