import type { Party } from "../catalogue/collection.js";
import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { componentById, lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { NOT_FUNDED } from "./funding.js";
import { fundingOfOrder } from "./funding.store.js";
import { isPosted, post } from "./ledger.store.js";
import { feePayable } from "./official-fee.js";
import { cleanBankReference } from "./payment.js";
import { officialFeePaidPostings } from "./postings-moved.js";
import { doerOfLine } from "./who-does-it.step.js";

export interface PayOfficialFee {
  /** The part of an order whose fee it is. */
  readonly componentId: string;
  readonly amount: Fen;
  /** Who paid the office: the supplier gets back what it paid in advance. */
  readonly paidBy: Party;
  /** Number of the office's receipt. */
  readonly reference: string;
  readonly idempotencyKey: string;
}

/**
 * A cashier notes that the office got its fee of one part of an order, out of what was collected for it: each receipt of
 * the office once, and together never more than is held. What the supplier paid in advance is owed to it. Returns the
 * order's id.
 *
 * Refuses NOT_FOUND and VALIDATION for nothing, more than is held, or a receipt that was noted before.
 */
export async function payOfficialFee(platform: Platform, viewer: Viewer, input: PayOfficialFee): Promise<string> {
  must(holds(viewer, "payments.confirm"), "FORBIDDEN");
  const { idempotencyKey: key, ...wish } = input;
  const reference = cleanBankReference(wish.reference, "reference");
  const noted = await platform.work.once(viewer, { operation: "payOfficialFee", key, input: wish }, async (tx) => {
    const component = found(await componentById(tx, wish.componentId));
    const order = found(await lockOrder(tx, component.orderId));
    const funding = (await fundingOfOrder(tx, order.id)).get(component.id) ?? NOT_FUNDED;
    const receipt = `component:${component.id}:official-fee:${reference}`;
    must(!(await isPosted(tx, receipt)), "VALIDATION", { field: "reference", used: true });
    const max = feePayable(funding);
    must(wish.amount > 0 && wish.amount <= max, "VALIDATION", { field: "amount", max });
    await post(tx, {
      kind: "OFFICIAL_FEE_PAID",
      memo: `${order.no} ${component.itemName} ${reference}`.slice(0, 200),
      idempotencyKey: receipt,
      lines: officialFeePaidPostings(wish.amount, wish.paidBy),
      dims: {
        orderId: order.id,
        componentId: component.id,
        customerId: order.customerId,
        ...(wish.paidBy === "SUPPLIER" ? { supplierId: await doerOfLine(tx, component) } : {}),
      },
    });
    tx.record(paymentFacts.officialFeePaid(component, { amount: wish.amount, reference }));
    return { orderId: order.id };
  });
  return noted.orderId;
}
