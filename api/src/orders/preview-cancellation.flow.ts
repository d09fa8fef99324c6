import { ticketsOf } from "../fulfilment/ticket.store.js";
import { type Fen, minus, ZERO } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import { orderMoney } from "../payments/instalment.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { moneyEffect } from "../payments/order-effect.js";
import type { Platform } from "../platform/platform.js";
import type { Customer } from "../platform/viewer.js";
import { isFeePassedOn, keepableOf } from "./keepable.step.js";
import { mayCancel } from "./next-step.js";
import { orderOfCustomer } from "./order.store.js";

/** What walking away costs a customer at this moment. */
export interface CancellationPreview {
  /** Whether they may do it themselves; else staff decide what was done. */
  readonly allowed: boolean;
  readonly paid: Fen;
  readonly forfeit: Fen;
  readonly refund: Fen;
}

/** What becomes of the money when a customer cancels their own order now. Refuses NOT_FOUND. */
export async function previewCancellation(
  platform: Platform,
  viewer: Customer,
  orderId: string,
): Promise<CancellationPreview> {
  const { read } = platform.database;
  const order = found(await orderOfCustomer(read, orderId, viewer.accountId));
  const plan = await instalmentsOf(read, [orderId]);
  const { paid } = orderMoney(plan);
  const tickets = (await ticketsOf(read, [orderId])).map(({ state }) => state);
  const allowed = mayCancel(order.state, tickets) && !(await isFeePassedOn(read, orderId));
  if (!allowed) return { allowed: false, paid, forfeit: ZERO, refund: ZERO };
  const keepable = await keepableOf(read, orderId);
  const effect = moneyEffect(plan, minus(ZERO, order.total), { way: "COLLECT", fault: "CUSTOMER", keepable });
  return { allowed: true, paid, forfeit: effect.forfeit, refund: effect.refund };
}
