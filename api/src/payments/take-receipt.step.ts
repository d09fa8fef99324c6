import { type Fen, minus, plus, ZERO } from "../kernel/money.js";
import { componentsOf, type OrderComponentRow, type OrderRow } from "../orders/order.store.js";
import type { Tx } from "../platform/tx.js";
import { paymentFacts } from "./facts.js";
import { type FundingPart, isPlain, splitReceipt, wanted } from "./funding.js";
import { fundingOfOrder } from "./funding.store.js";
import { allocate } from "./instalment.js";
import { type InstalmentRow, instalmentsOf, payInstalment } from "./instalment.store.js";
import { orderBalances, post } from "./ledger.store.js";
import { expireUnsettled, type PaymentRow } from "./payment.store.js";
import { receiptPostings } from "./postings.js";
import { identifiedPostings } from "./postings-moved.js";
import { grantedOf } from "./refund.store.js";
import { releaseHeld } from "./release-held.step.js";

/** Money that arrived, with what it is for. The caller holds the order's lock. */
export interface Receipt {
  readonly order: OrderRow;
  readonly payment: PaymentRow;
  readonly instalment: InstalmentRow;
  readonly received: Fen;
  /** Whether the order still takes money; else all of it becomes credit. */
  readonly orderTakesMoney: boolean;
  /** Names the movement of money, so that it is posted once. */
  readonly movement: string;
  /** The supplier that took it at the customer's; without one it reached the platform. */
  readonly takenBy?: string;
  /** Whether it was in the books already, as money that names no order. */
  readonly identified?: boolean;
}

/**
 * Books received money: the instalment takes what it can, the rest becomes the customer's credit, the ledger tells both and
 * whose money it is, and so do the facts. What comes for work that is accepted already is released at once. Returns
 * whether the instalment is now paid in full by this receipt.
 */
export async function takeReceipt(tx: Tx, receipt: Receipt): Promise<boolean> {
  const { order, payment, instalment, received, orderTakesMoney, takenBy = null } = receipt;
  const { toInstalment, toCredit, verb } = allocate(received, instalment, orderTakesMoney);
  const components = await componentsOf(tx, [order.id]);
  const parts = await partsOf(tx, order, components, toInstalment, takenBy);
  if (verb) await payInstalment(tx, instalment, verb, toInstalment);
  const { receivable } = await orderBalances(tx, order.id);
  const lines = receiptPostings(payment.tender, parts, toCredit, receivable, takenBy);
  await post(tx, {
    kind: "RECEIPT",
    memo: `${payment.orderNo} ${payment.instalmentName} ${payment.no}`,
    idempotencyKey: receipt.movement,
    lines: receipt.identified ? identifiedPostings(lines) : lines,
    dims: {
      orderId: payment.orderId,
      instalmentId: payment.instalmentId,
      paymentId: payment.id,
      customerId: payment.customerId,
    },
  });
  await releaseAccepted(tx, order, components, parts);
  tx.record(paymentFacts.received(payment, received));
  if (toCredit > ZERO) {
    tx.record(paymentFacts.credited(payment, toCredit, orderTakesMoney ? "OVERPAID" : "ORDER_CLOSED"));
  }
  if (verb === "PAY") await expireUnsettled(tx, { instalmentId: instalment.id });
  return verb === "PAY";
}

/** Whose money it is. An order that is all the platform's own sale is not split and asks nothing. */
export async function partsOf(
  tx: Tx,
  order: OrderRow,
  components: readonly OrderComponentRow[],
  amount: Fen,
  takenBy: string | null,
): Promise<FundingPart[]> {
  if (isPlain(components)) return [{ kind: "OWN", componentId: null, supplierId: null, amount }];
  const paid = plus(...(await instalmentsOf(tx, [order.id])).flatMap((part) => [part.paid, part.waived]));
  const open = paid < order.total ? minus(order.total, paid) : ZERO;
  const returned = await grantedOf(tx, order.id);
  return splitReceipt(amount, wanted(components, await fundingOfOrder(tx, order.id), open, returned), takenBy);
}

/** What was held for a component whose work is accepted is released at once. */
export async function releaseAccepted(
  tx: Tx,
  order: OrderRow,
  components: readonly OrderComponentRow[],
  parts: readonly FundingPart[],
): Promise<void> {
  const held = new Set(parts.filter(({ kind }) => kind === "HELD").map(({ componentId }) => componentId));
  const accepted = components.filter(({ id, earnedAt }) => earnedAt !== null && held.has(id));
  if (accepted.length === 0) return;
  const funding = await fundingOfOrder(tx, order.id);
  for (const component of accepted) await releaseHeld(tx, order, component, funding.get(component.id));
}
