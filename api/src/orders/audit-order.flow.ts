import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { queuesMoved } from "../payments/facts.js";
import { fireTrigger } from "../payments/instalment.store.js";
import { ORDER_LIFE_MS } from "../payments/payment.js";
import type { Platform } from "../platform/platform.js";
import { policyOn } from "../platform/policies.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustBeOther } from "../platform/writers.js";
import { versionByNumber } from "../quotations/quotation.store.js";
import { quotationById } from "../quotations/quotation-read.store.js";
import { orderFacts } from "./facts.js";
import { holdOrder, ORDER_EXPIRES, orderById, setOrderState } from "./order.store.js";

export interface AuditOrder {
  readonly orderId: string;
  readonly version: number;
  readonly approve: boolean;
  /** Why not; asked for when it is returned. */
  readonly reason?: string | null;
}

/**
 * A person who did not write it confirms an order that was held, and from now on its money is asked for; or returns it to
 * its customer with a reason. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES (to who wrote the quotation it is
 * made from), REASON_REQUIRED.
 */
export async function auditOrder(platform: Platform, viewer: Viewer, input: AuditOrder): Promise<void> {
  must(holds(viewer, "orders.audit"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    await holdOrder(tx, input.orderId);
    const order = found(await orderById(tx, input.orderId));
    must(order.version === input.version, "STALE_VERSION");
    must(order.state === "PENDING_AUDIT", "INVALID_STATE", { thing: "order", state: order.state });
    if (order.quotationId !== null && (await policyOn(tx, "orders.four-eyes"))) {
      const { currentNumber } = found(await quotationById(tx, order.quotationId));
      const written = found(await versionByNumber(tx, order.quotationId, currentNumber));
      await mustBeOther(tx, written.id, viewer);
    }
    tx.record(queuesMoved);
    await tx.cancelTimer(ORDER_EXPIRES, order.id);
    await tx.setTimer(ORDER_EXPIRES, order.id, tx.now + ORDER_LIFE_MS);
    if (!input.approve) {
      const reason = cleanReason(input.reason ?? "", 200);
      await setOrderState(tx, order, "RETURN", reason);
      tx.record(orderFacts.returned(order, reason));
      return;
    }
    await setOrderState(tx, order, "CONFIRM");
    tx.record(orderFacts.confirmed(order));
    await fireTrigger(tx, order.id, "ON_ORDER");
  });
}
