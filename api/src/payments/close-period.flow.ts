import { plus } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { checkClosing } from "./ledger-period.js";
import { addPeriod, closingState } from "./ledger-period.store.js";
import { accountBalances } from "./ledger-totals.store.js";

export interface ClosePeriod {
  /** Such as 2026-11. */
  readonly month: string;
  readonly idempotencyKey: string;
}

/**
 * Closes a month of the books for good: nothing is posted into it any more, the database itself refuses. Months are closed
 * one after another, once they are over and when the trial balance is zero.
 *
 * Refuses FORBIDDEN, VALIDATION, PERIOD_CLOSED, PERIOD_OUT_OF_ORDER, PERIOD_NOT_OVER, LEDGER_DIFFERS.
 */
export async function closePeriod(platform: Platform, viewer: Viewer, input: ClosePeriod): Promise<void> {
  must(holds(viewer, "ledger.close"), "FORBIDDEN");
  const { month, idempotencyKey: key } = input;
  await platform.work.once(viewer, { operation: "closePeriod", key, input: { month } }, async (tx) => {
    checkClosing(month, { ...(await closingState(tx)), now: tx.now });
    const balances = await accountBalances(tx, month);
    const [debit, credit] = [plus(...balances.map((b) => b.debit)), plus(...balances.map((b) => b.credit))];
    must(debit === credit, "LEDGER_DIFFERS");
    await addPeriod(
      tx,
      month,
      balances.map((balance) => ({ account: balance.code, debit: balance.debit, credit: balance.credit })),
    );
    return {};
  });
}
