import { workingRoles } from "../fulfilment/actions.js";
import { ticketById } from "../fulfilment/ticket.store.js";
import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { takesMoney } from "../orders/order.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { collectable, openAmount } from "./instalment.js";
import { instalmentsOf } from "./instalment.store.js";
import { COLLECTION_REMINDER_MS } from "./payment.js";
import { addPayment, COLLECTION_WAITS, movePayment } from "./payment.store.js";

export interface RecordCollected {
  readonly ticketId: string;
  readonly amount: Fen;
  /** A photo of the receipt form that both signed, uploaded as SLIP. */
  readonly photoFileId?: string | null;
  readonly idempotencyKey: string;
}

/**
 * A supplier's member took money at the customer's, for work that is theirs. Nothing is booked until the customer says that
 * it is so. Returns the payment's id. Refuses NOT_FOUND, NOTHING_DUE, and VALIDATION for no amount or more than is asked for.
 */
export async function recordCollected(platform: Platform, viewer: Viewer, input: RecordCollected): Promise<string> {
  must(viewer.kind === "supplier" && workingRoles.includes(viewer.role), "FORBIDDEN");
  const { idempotencyKey: key, ...collected } = input;
  const once = { operation: "recordCollected", key, input: collected };
  const { paymentId } = await platform.work.once(viewer, once, async (tx) => {
    const ticket = found(await ticketById(tx, input.ticketId));
    must(ticket.supplierId === viewer.supplierId, "NOT_FOUND");
    const order = found(await lockOrder(tx, ticket.orderId));
    const instalment = collectable(await instalmentsOf(tx, [order.id]));
    must(takesMoney(order.state) && instalment, "NOTHING_DUE");
    const max = openAmount(instalment);
    must(input.amount > 0 && input.amount <= max, "VALIDATION", { field: "amount", max });
    if (input.photoFileId) await platform.files.mine(tx, [input.photoFileId], viewer.accountId, "SLIP");
    const wish = { tender: "SUPPLIER_COLLECTED", amount: input.amount, supplierId: viewer.supplierId } as const;
    const begun = await addPayment(tx, order, instalment, { ...wish, slipFileId: input.photoFileId ?? null });
    const payment = await movePayment(tx, begun, "RECORD");
    await tx.setTimer(COLLECTION_WAITS, payment.id, tx.now + COLLECTION_REMINDER_MS);
    tx.record(paymentFacts.collectionRecorded(payment));
    return { paymentId: payment.id };
  });
  return paymentId;
}
