import { orderLife } from "../orders/order.js";
import { orderById } from "../orders/order.store.js";
import { queuesMoved } from "../payments/facts.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { contractLife, isOpen } from "./contract.js";
import { moveContract, papersOf } from "./contract.store.js";
import { contractFacts } from "./facts.js";

/**
 * The contract and its addenda end with their order: fulfilled when the order is complete, terminated when it was cancelled
 * or expired or, of a complete order, when they were never signed. Does nothing while the order goes on or without a
 * contract; hearing twice does no harm.
 */
export async function endContract(platform: Platform, orderId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const order = await orderById(tx, orderId);
    if (!order || orderLife.verbs(order.state).length > 0) return;
    for (const paper of (await papersOf(tx, [orderId])).get(orderId) ?? []) {
      const verb = order.state === "COMPLETED" && !isOpen(paper.state) ? "FULFIL" : "TERMINATE";
      if (!contractLife.allows(paper.state, verb)) continue;
      const ended = await moveContract(tx, paper, verb);
      tx.record(verb === "FULFIL" ? contractFacts.fulfilled(ended) : contractFacts.terminated(ended), queuesMoved);
    }
  });
}
