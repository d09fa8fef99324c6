import { ticketsOf } from "../fulfilment/ticket.store.js";
import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { orderMoney } from "../payments/instalment.js";
import { instalmentsOf, voidInstalments } from "../payments/instalment.store.js";
import { expireUnsettled } from "../payments/payment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Customer } from "../platform/viewer.js";
import { releaseCoupon } from "../pricing/coupon.store.js";
import { releasePlaces } from "../suppliers/reservation.store.js";
import { consentNeeded, diffOf } from "./amendment.js";
import { addAmendment, moveAmendment, outdateAmendments } from "./amendment.store.js";
import { applyAmendment } from "./apply-amendment.step.js";
import { isFeePassedOn } from "./keepable.step.js";
import { mayCancel } from "./next-step.js";
import {
  componentsOf,
  holdOrder,
  ORDER_EXPIRES,
  type OrderRow,
  orderOfCustomer,
  setOrderState,
} from "./order.store.js";

/**
 * A customer walks away before any work began: free while nothing is paid, and after that with everything back but, where
 * the policy says so, a paid 定金. What was shown is what happens: the version is that of the figures. When money arrives or
 * work begins at the same moment one of the two wins. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE (also
 * when an office has its fee already), REASON_REQUIRED and INVOICE_NEEDS_RED_LETTER while what would go back stands invoiced.
 */
export async function cancelOrder(
  platform: Platform,
  viewer: Customer,
  input: { readonly orderId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  const reason = cleanReason(input.reason, 200);
  await platform.work.run(viewer, async (tx) => {
    const { id } = found(await orderOfCustomer(tx, input.orderId, viewer.accountId));
    await holdOrder(tx, id);
    const order = found(await orderOfCustomer(tx, id, viewer.accountId));
    must(order.version === input.version, "STALE_VERSION");
    const tickets = (await ticketsOf(tx, [id])).map(({ state }) => state);
    must(mayCancel(order.state, tickets), "INVALID_STATE", { thing: "order", state: order.state });
    const { paid } = orderMoney(await instalmentsOf(tx, [id]));
    if (paid === 0) return walkAway(tx, order, reason);
    must(!(await isFeePassedOn(tx, id)), "INVALID_STATE", { thing: "order", state: order.state });
    await walkAwayPaid(tx, order, reason);
  });
}

async function walkAway(tx: Tx, order: OrderRow, reason: string): Promise<void> {
  await setOrderState(tx, order, "CANCEL", reason);
  await voidInstalments(tx, order.id);
  await releaseCoupon(tx, order.id);
  await releasePlaces(tx, order.id);
  await expireUnsettled(tx, { orderId: order.id });
  await tx.cancelTimer(ORDER_EXPIRES, order.id);
  await outdateAmendments(tx, order.id);
}

/** The order ends by an amendment like any other change of what was paid for; nobody but the customer has a say. */
async function walkAwayPaid(tx: Tx, order: OrderRow, reason: string): Promise<void> {
  const lines = await componentsOf(tx, [order.id]);
  const open = lines.filter(({ state }) => state === "ACTIVE");
  const parts = open.map(({ id: componentId }) => ({ kind: "CANCEL", componentId, doneShare: 0 }) as const);
  const diff = diffOf(lines, parts);
  const amendment = await addAmendment(tx, {
    orderId: order.id,
    baseRevision: order.revision,
    kind: "CANCELLATION",
    fault: "CUSTOMER",
    way: "COLLECT",
    reason,
    parts,
    lines: [...diff.lines],
    consent: consentNeeded(diff),
    saleDelta: diff.saleDelta,
    costDelta: diff.costDelta,
    requestId: null,
  });
  const decided = await moveAmendment(tx, amendment, "SUBMIT", { submittedAt: tx.now, answeredAt: tx.now });
  await applyAmendment(tx, order, decided);
}
