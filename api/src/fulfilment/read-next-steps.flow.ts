import { groupBy } from "../kernel/group.js";
import { customerActions, type NextStep, nextStep } from "../orders/next-step.js";
import { ordersById } from "../orders/order.store.js";
import { instalmentsOf } from "../payments/instalment.store.js";
import { slipsWaiting } from "../payments/payment.store.js";
import type { Platform } from "../platform/platform.js";
import { reviewsOfOrders } from "../reviews/review.store.js";
import { ticketsOf } from "./ticket.store.js";

export interface OrderStep {
  readonly nextStep: NextStep;
  /** What the order's customer may do now. */
  readonly actions: readonly string[];
}

/**
 * Who acts next on each of these orders, and what its customer may do: money, tickets and review looked at together.
 * Five statements, however many orders. The caller has checked who may see them.
 */
export async function readNextSteps(platform: Platform, orderIds: readonly string[]): Promise<Map<string, OrderStep>> {
  const { read } = platform.database;
  const orders = await ordersById(read, orderIds);
  const instalments = groupBy(await instalmentsOf(read, orderIds), (row) => row.orderId);
  const tickets = groupBy(await ticketsOf(read, orderIds), (row) => row.orderId);
  const waiting = await slipsWaiting(read, orderIds);
  const reviews = await reviewsOfOrders(read, orderIds);
  return new Map(
    [...orders.values()].map(({ id, state }) => {
      const plan = instalments.get(id) ?? [];
      const standing = {
        state,
        instalments: plan,
        paymentsPending: waiting.has(id),
        paid: plan.reduce((sum, instalment) => sum + instalment.paid, 0),
        tickets: (tickets.get(id) ?? []).map((ticket) => ticket.state),
        reviewed: reviews.has(id),
      };
      return [id, { nextStep: nextStep(standing), actions: customerActions(standing) }];
    }),
  );
}
