import { mayBePaid } from "../orders/order.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { isPayable, payableAmount } from "./instalment.js";
import { instalmentById, remindAgain } from "./instalment.store.js";

/**
 * Reminds the customer of an instalment that falls due soon or is late, and sets the next reminder; none once it is
 * settled. While the order waits for its auditor nobody could pay: nobody is reminded, and the next reminder is set alone.
 */
export async function remindInstalment(platform: Platform, instalmentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await instalmentById(tx, instalmentId);
    if (!known) return;
    const order = await lockOrder(tx, known.orderId);
    const instalment = await instalmentById(tx, instalmentId);
    if (!instalment || instalment.dueAt === null || !isPayable(instalment)) return;
    if (order && mayBePaid(order.state)) {
      tx.record(paymentFacts.instalmentReminded({ ...instalment, amount: payableAmount(instalment) }));
    }
    await remindAgain(tx, instalment);
  });
}
