import { orderLife } from "../orders/order.js";
import { orderById } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { contractLife } from "./contract.js";
import { contractsOf, moveContract } from "./contract.store.js";
import { contractFacts } from "./facts.js";

/**
 * The contract ends with its order: fulfilled when the order is complete, terminated when it was cancelled or expired.
 * Does nothing while the order goes on or without a contract; hearing twice does no harm.
 */
export async function endContract(platform: Platform, orderId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const order = await orderById(tx, orderId);
    const contract = (await contractsOf(tx, [orderId])).get(orderId);
    if (!order || !contract || orderLife.verbs(order.state).length > 0) return;
    const verb = order.state === "COMPLETED" ? "FULFIL" : "TERMINATE";
    if (!contractLife.allows(contract.state, verb)) return;
    const ended = await moveContract(tx, contract, verb);
    tx.record(verb === "FULFIL" ? contractFacts.fulfilled(ended) : contractFacts.terminated(ended), queuesMoved);
  });
}
