import { found } from "../kernel/refusal.js";
import type { Tx } from "../platform/tx.js";
import { post } from "./ledger.store.js";
import type { Tender } from "./payment.js";
import { paymentById } from "./payment.store.js";
import { type RefundLeg, refundPaidPostings } from "./postings-returned.js";
import { catchUp, type RefundRoute } from "./refund.js";
import { allocationsOf, moveAllocation, moveRefund, type RefundAllocationRow, refundById } from "./refund.store.js";

/**
 * A part of a refund reached the customer: what was owed is paid (TP5c), and with the last part the refund is done. The
 * caller holds the order's lock.
 */
export async function settleAllocation(
  tx: Tx,
  refundId: string,
  allocation: RefundAllocationRow,
  also: Partial<RefundAllocationRow>,
): Promise<void> {
  await moveAllocation(tx, allocation, "SUCCEED", { ...also, failure: null, settledAt: tx.now });
  const refund = found(await refundById(tx, refundId));
  const payment = allocation.paymentId === null ? undefined : await paymentById(tx, allocation.paymentId);
  const { route, amount } = allocation;
  const account = accountOf(route, payment?.tender);
  await post(tx, {
    kind: "REFUND_PAID",
    memo: `${refund.orderNo} ${allocation.no}`,
    idempotencyKey: `refund-allocation:${allocation.id}:paid`,
    lines: refundPaidPostings([{ account, amount }]),
    dims: {
      orderId: refund.orderId,
      customerId: refund.customerId,
      refundId,
      ...(allocation.paymentId === null ? {} : { paymentId: allocation.paymentId }),
      ...(allocation.instalmentId === null ? {} : { instalmentId: allocation.instalmentId }),
    },
  });
  await catchUpRefund(tx, refundId);
}

/** Where its money leaves from. */
function accountOf(route: RefundRoute, tender: Tender | undefined): RefundLeg["account"] {
  if (route === "CREDIT") return "2241.C";
  return route === "ORIGINAL" && tender === "TEST_CHANNEL" ? "1012.TEST" : "1002";
}

/** Brings a refund to where its parts are by now. */
export async function catchUpRefund(tx: Tx, refundId: string): Promise<void> {
  let refund = found(await refundById(tx, refundId));
  const parts = (await allocationsOf(tx, [refundId])).map(({ state }) => state);
  for (const verb of catchUp(refund.state, parts)) {
    refund = await moveRefund(tx, refund, verb, verb === "SUCCEED" ? { closedAt: tx.now } : {});
  }
}
