import { holdAccount } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import { lockOrder, type OrderRow, orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Customer } from "../platform/viewer.js";
import { paymentFacts } from "./facts.js";
import { payableAmount } from "./instalment.js";
import { type InstalmentRow, instalmentById } from "./instalment.store.js";
import { mustBePayable } from "./must-be-payable.step.js";
import { addPayment, movePayment } from "./payment.store.js";
import { checkParts, groupLife, type PartWish } from "./payment-group.js";
import { addGroup, freeCreditOf, openGroupsOf } from "./payment-group.store.js";
import { releaseGroup } from "./release-group.step.js";
import { testChannel, testChannelIsOpen } from "./test-channel.client.js";

export interface CombinePayment {
  readonly instalmentId: string;
  readonly parts: readonly PartWish[];
  readonly idempotencyKey: string;
}

/**
 * A customer pays an instalment, or a chosen part of it, by several ways at once. Credit is held until the other parts came
 * and is free again when they don't come in time. One that was put together before for the instalment is given up. Returns
 * the group's id; each part is then paid like any other payment.
 *
 * Refuses NOT_FOUND, NOTHING_DUE, NOT_DUE_YET, CREDIT_TOO_LOW (also to the second of two at once), CHANNEL_UNAVAILABLE and VALIDATION.
 */
export async function combinePayment(platform: Platform, viewer: Customer, input: CombinePayment): Promise<string> {
  const { idempotencyKey: key, instalmentId, parts } = input;
  if (parts.some(({ tender }) => tender === "TEST_CHANNEL")) {
    must(testChannelIsOpen(platform), "CHANNEL_UNAVAILABLE", { field: "tender" });
  }
  const once = { operation: "combinePayment", key, input: { instalmentId, parts } };
  const { groupId } = await platform.work.once(viewer, once, async (tx) => {
    const known = found(await instalmentById(tx, instalmentId));
    found(await orderOfCustomer(tx, known.orderId, viewer.accountId));
    const order = found(await lockOrder(tx, known.orderId));
    // The credit is the customer's over all orders: of two uses at once the second sees the first.
    await holdAccount(tx, viewer.accountId);
    const instalment = found(await instalmentById(tx, instalmentId));
    await mustBePayable(tx, order, instalment);
    const amount = checkParts(parts, payableAmount(instalment));
    for (const group of await openGroupsOf(tx, [instalmentId])) await releaseGroup(tx, group);
    const expiresAt = tx.now + groupLife(parts);
    const group = await addGroup(tx, instalment, { customerId: viewer.accountId, amount, expiresAt });
    for (const part of parts) await addPart(tx, platform, order, instalment, group.id, part);
    return { groupId: group.id };
  });
  return groupId;
}

async function addPart(
  tx: Tx,
  platform: Platform,
  order: OrderRow,
  instalment: InstalmentRow,
  groupId: string,
  part: PartWish,
): Promise<void> {
  const { tender, amount } = part;
  if (tender === "CREDIT") {
    const credit = await freeCreditOf(tx, order.customerId);
    must(amount <= credit, "CREDIT_TOO_LOW", { field: "amount", max: credit });
  }
  const provider = tender === "TEST_CHANNEL" ? testChannel(platform).name : null;
  const payment = await addPayment(tx, order, instalment, { tender, amount, provider, groupId });
  if (tender === "CREDIT") await movePayment(tx, payment, "HOLD");
  else tx.record(paymentFacts.started(payment));
}
