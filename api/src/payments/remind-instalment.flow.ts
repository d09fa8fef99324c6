import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { isPayable, payableAmount } from "./instalment.js";
import { instalmentById, remindAgain } from "./instalment.store.js";

/** Reminds the customer of an instalment that falls due soon or is late, and sets the next reminder; none once it is settled. */
export async function remindInstalment(platform: Platform, instalmentId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const known = await instalmentById(tx, instalmentId);
    if (!known) return;
    await lockOrder(tx, known.orderId);
    const instalment = await instalmentById(tx, instalmentId);
    if (!instalment || instalment.dueAt === null || !isPayable(instalment)) return;
    tx.record(paymentFacts.instalmentReminded({ ...instalment, amount: payableAmount(instalment) }));
    await remindAgain(tx, instalment);
  });
}
