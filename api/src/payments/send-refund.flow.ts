import { MINUTE } from "../kernel/clock.js";
import { found } from "../kernel/refusal.js";
import { lockOrder } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { queuesMoved } from "./facts.js";
import { paymentById } from "./payment.store.js";
import type { PaymentProvider, RefundAnswer } from "./provider.js";
import { allocationById, allocationsToSend, leaseAllocation, moveAllocation, refundById } from "./refund.store.js";
import { catchUpRefund, settleAllocation } from "./settle-allocation.step.js";
import { TEST_CHANNEL, testChannel, testChannelIsOpen } from "./test-channel.client.js";

/** How long a channel may take, and how long we wait before we ask it again. */
const LEASE_MS = MINUTE;

/** Leases up to `most` parts of refunds that a channel has to be asked for. Of two processes that race for one, one gets it. */
export async function claimRefunds(platform: Platform, most: number): Promise<string[]> {
  const due = await allocationsToSend(platform.database.read, platform.clock.now(), most);
  if (due.length === 0) return [];
  return platform.work.run(SYSTEM, async (tx) => {
    const mine: string[] = [];
    for (const part of due) if (await leaseAllocation(tx, part, tx.now + LEASE_MS)) mine.push(part.id);
    return mine;
  });
}

/**
 * Asks the channel to give one part of a refund back, outside any transaction, and stores its answer. A process that dies in
 * between, or a channel that does not answer, leaves a part that is asked for again under its number.
 */
export async function sendRefund(platform: Platform, allocationId: string): Promise<void> {
  const answer = await askChannel(platform, allocationId);
  if (!answer || answer.outcome === "WORKING") return;
  await platform.work.run(SYSTEM, async (tx) => {
    const { orderId } = found(await allocationById(tx, allocationId));
    await lockOrder(tx, orderId);
    // Read again behind the lock: told twice, it is booked once.
    const allocation = found(await allocationById(tx, allocationId));
    if (allocation.state !== "SENDING") return;
    if (answer.outcome === "DONE") {
      await settleAllocation(tx, allocation.refundId, allocation, { channelRefundId: answer.refundId });
    } else {
      await moveAllocation(tx, allocation, "FAIL", { failure: answer.message.slice(0, 200) });
      await catchUpRefund(tx, allocation.refundId);
    }
    tx.record(queuesMoved);
  });
}

async function askChannel(platform: Platform, allocationId: string): Promise<RefundAnswer | null> {
  const { read } = platform.database;
  const allocation = await allocationById(read, allocationId);
  if (allocation?.state !== "SENDING") return null;
  const payment = allocation.paymentId === null ? undefined : await paymentById(read, allocation.paymentId);
  const channel = channelOf(platform, payment?.provider ?? null);
  if (!channel || !payment?.providerTxnId) return { outcome: "REFUSED", message: "支付渠道已停用" };
  const { reason } = found(await refundById(read, allocation.refundId));
  const { no, amount } = allocation;
  const of = { paymentNo: payment.no, providerTxnId: payment.providerTxnId };
  return channel.refund({ no, amount, ...of, currency: "CNY", reason }).catch((error: unknown) => {
    platform.log.warn({ err: error, channel: channel.name, refund: no }, "A payment channel does not answer.");
    return null;
  });
}

function channelOf(platform: Platform, provider: string | null): PaymentProvider | null {
  return provider === TEST_CHANNEL && testChannelIsOpen(platform) ? testChannel(platform) : null;
}
