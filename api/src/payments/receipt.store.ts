import { type Fen, ZERO } from "../kernel/money.js";
import type { Tx } from "../platform/tx.js";
import { paymentFacts } from "./facts.js";
import { allocate } from "./instalment.js";
import { type InstalmentRow, payInstalment } from "./instalment.store.js";
import { orderBalances, post } from "./ledger.store.js";
import { expireUnsettled, type PaymentRow } from "./payment.store.js";
import { receiptPostings } from "./postings.js";

/** Money that arrived, with what it is for. The caller holds the order's lock. */
export interface Receipt {
  readonly payment: PaymentRow;
  readonly instalment: InstalmentRow;
  readonly received: Fen;
  /** Whether the order still takes money; else all of it becomes credit. */
  readonly orderTakesMoney: boolean;
  /** Names the movement of money, so that it is posted once. */
  readonly movement: string;
}

/**
 * Books received money: the instalment takes what it can, the rest becomes the customer's credit, the ledger tells
 * both, and so do the facts. Returns whether the instalment is now paid in full by this receipt.
 */
export async function takeReceipt(tx: Tx, receipt: Receipt): Promise<boolean> {
  const { payment, instalment, received, orderTakesMoney } = receipt;
  const { toInstalment, toCredit, verb } = allocate(received, instalment, orderTakesMoney);
  if (verb) await payInstalment(tx, instalment, verb, toInstalment);
  const { receivable } = await orderBalances(tx, payment.orderId);
  await post(tx, {
    kind: "RECEIPT",
    memo: `${payment.orderNo} ${payment.instalmentName} ${payment.no}`,
    idempotencyKey: receipt.movement,
    lines: receiptPostings(payment.tender, toInstalment, toCredit, receivable),
    dims: {
      orderId: payment.orderId,
      instalmentId: payment.instalmentId,
      paymentId: payment.id,
      customerId: payment.customerId,
    },
  });
  tx.record(paymentFacts.received(payment, received));
  if (toCredit > ZERO) {
    tx.record(paymentFacts.credited(payment, toCredit, orderTakesMoney ? "OVERPAID" : "ORDER_CLOSED"));
  }
  if (verb === "PAY") await expireUnsettled(tx, { instalmentId: instalment.id });
  return verb === "PAY";
}
