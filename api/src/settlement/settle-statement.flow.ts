import { DAY } from "../kernel/clock.js";
import { found, must } from "../kernel/refusal.js";
import { isPosted, post } from "../payments/ledger.store.js";
import { cleanBankReference, movementOfTransfer } from "../payments/payment.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import { mustStillBeOpen } from "./must-still-be-open.step.js";
import { statementPostings } from "./postings.js";
import { freeLines, linesOf, lockStatement, moveStatement, setLine } from "./statement.store.js";
import { termsOf } from "./terms.store.js";

export interface SettleStatement {
  readonly statementId: string;
  readonly version: number;
  /** The bank's own number of the transfer; a statement of nothing has none. */
  readonly bankReference: string | null;
  readonly idempotencyKey: string;
}

/**
 * A cashier found the transfer on the bank's statement: the books tell it, line by line, and the statement is closed for
 * good. Each transfer counts once, and who approved does not settle. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, STATEMENT_OUTDATED and
 * VALIDATION.
 */
export async function settleStatement(platform: Platform, viewer: Viewer, input: SettleStatement): Promise<void> {
  must(holds(viewer, "settlement.pay"), "FORBIDDEN");
  const { idempotencyKey: key, ...said } = input;
  await platform.work.once(viewer, { operation: "settleStatement", key, input: said }, async (tx) => {
    const known = found(await lockStatement(tx, input.statementId));
    must(known.version === input.version, "STALE_VERSION");
    if (await policyOn(tx, "settlement.four-eyes")) {
      must(known.approvedBy === null || known.approvedBy !== actorOf(viewer), "FOUR_EYES");
    }
    found(await lockSupplier(tx, known.supplierId));
    const reference = known.net > 0 ? cleanBankReference(input.bankReference ?? "") : null;
    const event = reference === null ? `statement:${known.id}:paid` : movementOfTransfer(reference);
    // A statement that pays nothing goes through no bank.
    const statement = known.net === 0 && known.state === "APPROVED" ? await moveStatement(tx, known, "PAY") : known;
    const lines = (await linesOf(tx, [statement.id])).filter(({ state }) => state === "ACTIVE");
    await mustStillBeOpen(tx, statement.supplierId, lines);
    const { retentionDays } = await termsOf(tx, statement.supplierId);
    must(!(await isPosted(tx, event)), "VALIDATION", { field: "bankReference", used: true });
    const paid = await moveStatement(tx, statement, "SETTLE", { paidAt: tx.now, bankReference: reference });
    await post(tx, {
      kind: "STATEMENT_PAID",
      memo: `${paid.no} ${reference ?? ""}`.trim(),
      idempotencyKey: event,
      lines: statementPostings(lines, paid.supplierId),
      dims: { supplierId: paid.supplierId, statementId: paid.id },
    });
    for (const line of lines.filter(({ retained }) => retained > 0)) {
      await setLine(tx, line, { retainedUntil: tx.now + retentionDays * DAY });
    }
    await freeLines(tx, paid.id);
    tx.record(settlementFacts.paid(paid), queuesMoved);
    return {};
  });
}
