import { found, must } from "../kernel/refusal.js";
import { holdOrder, orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Customer } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { payableAmount } from "./instalment.js";
import { instalmentById, lockInstalment } from "./instalment.store.js";
import { mustBePayable } from "./must-be-payable.step.js";
import { ATTEMPT_LIFE_MS, paymentLife, type Tender } from "./payment.js";
import {
  addPayment,
  movePayment,
  openAttempt,
  PAYMENT_EXPIRES,
  type PaymentRow,
  paymentById,
} from "./payment.store.js";
import { openGroupsOf, partsOfGroup } from "./payment-group.store.js";
import type { PaymentProvider } from "./provider.js";
import { testChannel, testChannelIsOpen } from "./test-channel.client.js";

/**
 * Begins to pay an instalment that is due, or earlier by choice. An attempt by the same tender that still waits is taken up again, so a second
 * click or a second day shows the same reference. Returns the payment's id.
 *
 * The one flow with two transactions: the attempt is written first, then the channel is asked outside any transaction,
 * then its answer is stored. A process that dies in between leaves an attempt that is asked for again under its number.
 *
 * Refuses NOT_FOUND, NOTHING_DUE, NOT_DUE_YET and CHANNEL_UNAVAILABLE.
 */
export async function startPayment(
  platform: Platform,
  viewer: Customer,
  input: { readonly instalmentId: string; readonly tender: Tender; readonly idempotencyKey: string },
): Promise<string> {
  const { instalmentId, tender, idempotencyKey: key } = input;
  const channel = channelOf(platform, tender);
  const once = { operation: "startPayment", key, input: { instalmentId, tender } };
  const { paymentId } = await platform.work.once(viewer, once, async (tx) => {
    const { orderId } = found(await instalmentById(tx, instalmentId));
    found(await orderOfCustomer(tx, orderId, viewer.accountId));
    await holdOrder(tx, orderId);
    // Read again behind the locks: of two clicks at once the second takes up what the first began.
    const instalment = found(await lockInstalment(tx, instalmentId));
    const order = found(await orderOfCustomer(tx, orderId, viewer.accountId));
    await mustBePayable(tx, order, instalment);
    const part = await partUnderWay(tx, instalmentId, tender);
    const open = part ? fresh(part, tx.now) : await openAttempt(tx, instalmentId, tender);
    const amount = part?.amount ?? payableAmount(instalment);
    if (open && (open.amount === amount || open.state === "SLIP_UPLOADED")) return { paymentId: open.id };
    if (open) await movePayment(tx, open, "EXPIRE");
    const asked = { tender, amount, provider: channel?.name ?? null, groupId: part?.groupId ?? null };
    const payment = await addPayment(tx, order, instalment, asked);
    if (channel) await tx.setTimer(PAYMENT_EXPIRES, payment.id, tx.now + ATTEMPT_LIFE_MS);
    tx.record(paymentFacts.started(payment));
    return { paymentId: payment.id };
  });
  if (channel) await askChannel(platform, viewer, channel, paymentId);
  return paymentId;
}

/** The part of a combined payment that goes by this tender and did not come yet; the newest, when it was tried before. */
async function partUnderWay(tx: Tx, instalmentId: string, tender: Tender): Promise<PaymentRow | undefined> {
  const [group] = await openGroupsOf(tx, [instalmentId]);
  const part = group && (await partsOfGroup(tx, group.id)).findLast((each) => each.tender === tender);
  return part && ["SUCCEEDED", "CONFIRMED"].includes(part.state) ? undefined : part;
}

/** The part itself while it can be gone on with; a channel's page that closed or failed is opened anew. */
function fresh(part: PaymentRow, now: number): PaymentRow | undefined {
  const waits = ["CREATED", "PENDING", "SLIP_UPLOADED", "REJECTED"].includes(part.state);
  const closed = part.provider !== null && now >= part.createdAt + ATTEMPT_LIFE_MS;
  return waits && !closed ? part : undefined;
}

/** Null for a bank transfer, which nobody has to be asked for. Refuses CHANNEL_UNAVAILABLE; VALIDATION for other means. */
function channelOf(platform: Platform, tender: Tender): PaymentProvider | null {
  if (tender === "BANK_TRANSFER") return null;
  must(tender === "TEST_CHANNEL", "VALIDATION", { field: "tender" });
  must(testChannelIsOpen(platform), "CHANNEL_UNAVAILABLE", { field: "tender" });
  return testChannel(platform);
}

async function askChannel(
  platform: Platform,
  viewer: Customer,
  channel: PaymentProvider,
  paymentId: string,
): Promise<void> {
  const payment = found(await paymentById(platform.database.read, paymentId));
  // Answered before, or its notification was faster than we are.
  if (payment.state !== "CREATED") return;
  const { no, amount, orderNo, instalmentName, createdAt } = payment;
  const attempt = { no, amount, currency: "CNY", description: `${orderNo} ${instalmentName}` } as const;
  const answer = await channel.start({ ...attempt, expiresAt: createdAt + ATTEMPT_LIFE_MS }).catch((error: unknown) => {
    platform.log.warn({ err: error, channel: channel.name, payment: no }, "A payment channel does not answer.");
    return null;
  });
  // The attempt stays CREATED: whether the channel knows of it is unknown, and asking again by its number is safe.
  must(answer, "CHANNEL_UNAVAILABLE", { field: "tender" });
  await platform.work.run(viewer, async (tx) => {
    await holdOrder(tx, payment.orderId);
    // Read again behind the lock: another click may have had the answer, or the channel told of the money meanwhile.
    const now = found(await paymentById(tx, paymentId));
    if (paymentLife.allows(now.state, "AWAIT")) await movePayment(tx, now, "AWAIT", { payUrl: answer.payUrl });
  });
}
