import { type Fen, plus, ZERO } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import { componentsOf, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { grantRefund } from "./grant-refund.step.js";
import { orderBalances, post } from "./ledger.store.js";
import { depositForfeitedPostings } from "./postings-returned.js";
import { mayReturnInvoiced } from "./red-letter.step.js";
import { type Responsibility, sharesAll } from "./refund.js";
import { addRefund, moveRefund, writeAllocations, writeComponents } from "./refund.store.js";
import { planAllocations } from "./refund-plan.js";
import { refundableTenders } from "./refund-sources.store.js";
import { doersOf } from "./who-does-it.step.js";

export interface OpenRefund {
  readonly order: OrderRow;
  readonly source: { readonly kind: "REQUEST" | "AMENDMENT" | "CANCELLATION"; readonly id: string };
  readonly reason: string;
  /** What goes back of each part of the order; parts that were cancelled may be named. */
  readonly components: readonly { readonly componentId: string; readonly amount: Fen }[];
  readonly responsibility: Responsibility;
  /** PROPOSED waits for an approver; APPROVED is owed at once, because whoever decided the change decided this too. */
  readonly state: "PROPOSED" | "APPROVED";
  /** What the customer loses of the advances (TP8). */
  readonly forfeit?: Fen;
  /** What the customer gets beyond what was paid, such as the second half of a doubled deposit (TP8b). */
  readonly compensation?: Fen;
}

/**
 * Opens a refund that an agreed change of an order brings: plans from which instalments and tenders it comes, newest
 * first, and, when APPROVED, posts the grant and starts the payments. A deposit that is lost is posted at once. Returns the
 * refund's id, or null when nothing goes back. The caller holds the order's lock. Refuses REFUND_EXCEEDS_PAID, VALIDATION and, of
 * what is owed at once, INVOICE_NEEDS_RED_LETTER.
 */
export async function openRefund(tx: Tx, opened: OpenRefund): Promise<string | null> {
  const { order, source, reason, compensation = ZERO } = opened;
  must(sharesAll(opened.responsibility), "VALIDATION", { field: "responsibility" });
  if (opened.forfeit) await forfeitDeposit(tx, order, source, opened.forfeit);
  const components = opened.components.filter(({ amount }) => amount !== ZERO);
  must(
    components.every(({ amount }) => amount > ZERO),
    "VALIDATION",
    { field: "amount" },
  );
  const paidBack = plus(...components.map(({ amount }) => amount));
  if (plus(paidBack, compensation) === ZERO) return null;
  const { platform, supplier, customer } = opened.responsibility;
  const shares = { platformShare: platform, supplierShare: supplier, customerShare: customer };
  const asked = await addRefund(tx, { order, source, reason, asked: null });
  await writeComponents(tx, asked.id, await wishesOf(tx, order.id, components));
  const planned = planAllocations(paidBack, await refundableTenders(tx, order.id), tx.now);
  await writeAllocations(tx, asked, planned, compensation);
  const amount = plus(paidBack, compensation);
  const proposed = await moveRefund(tx, asked, "PROPOSE", { ...shares, amount, compensation });
  const agreed = await moveRefund(tx, proposed, "AGREE");
  if (opened.state === "APPROVED") {
    await mayReturnInvoiced(tx, order.id, paidBack);
    await grantRefund(tx, order, agreed);
  }
  return asked.id;
}

async function wishesOf(tx: Tx, orderId: string, wanted: OpenRefund["components"]) {
  const doers = await doersOf(tx, orderId, await componentsOf(tx, [orderId]));
  return wanted.map(({ componentId, amount }) => {
    return { componentId, supplierId: found(doers.get(componentId)), asked: ZERO, amount };
  });
}

async function forfeitDeposit(tx: Tx, order: OrderRow, source: OpenRefund["source"], amount: Fen): Promise<void> {
  const { advances } = await orderBalances(tx, order.id);
  must(amount > ZERO && amount <= advances, "REFUND_EXCEEDS_PAID", { available: advances });
  await post(tx, {
    kind: "DEPOSIT_FORFEITED",
    memo: `${order.no} ${order.productTitle}`.slice(0, 200),
    idempotencyKey: `forfeit:${source.kind}:${source.id}`,
    lines: depositForfeitedPostings(amount),
    dims: { orderId: order.id, customerId: order.customerId },
  });
}
