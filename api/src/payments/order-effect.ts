import { type Fen, fen, minus, plus, ZERO } from "../kernel/money.js";
import type { Fault, MoneyWay } from "../orders/amendment.js";
import { type PlanPart, type Recut, recutPlan } from "./recut.js";

/** What a change of an order does to its money. */
export interface MoneyEffect {
  /** What the instalments come to then. */
  readonly total: Fen;
  readonly recut: Recut;
  /** A paid 定金 that stays with the platform. */
  readonly forfeit: Fen;
  /** As much again as the paid 定金, given because the order ends by a fault that is not the customer's. */
  readonly compensation: Fen;
  /** What goes back to the customer of what was paid. */
  readonly refund: Fen;
}

export interface MoneyChoice {
  readonly way: MoneyWay;
  /** Whose fault it is that the order ends; null when it goes on. */
  readonly fault: Fault | null;
  /** What of a paid 定金 the customer loses by walking away at most. */
  readonly keepable: Fen;
}

/**
 * What a price that changes by `saleDelta` does: collected or spread, or not asked for and then given back. When the order
 * ends, a paid 定金 is lost by the customer whose fault it is, and doubled when it is somebody else's. Nothing of what is
 * left to be earned is forfeited: at most what would be refunded.
 */
export function moneyEffect(plan: readonly PlanPart[], saleDelta: Fen, choice: MoneyChoice): MoneyEffect {
  const recut = recutPlan(plan, saleDelta, saleDelta < ZERO ? "REDUCE_THEN_REFUND" : choice.way);
  const live = plan.filter(({ state }) => state !== "VOID");
  const deposit = plus(
    ...live.filter(({ nature }) => nature === "DEPOSIT").map(({ amount, paid }) => fen(Math.min(amount, paid))),
  );
  const walksAway = choice.fault === "CUSTOMER";
  const forfeit = walksAway ? fen(Math.max(0, Math.min(deposit, recut.refund, choice.keepable))) : ZERO;
  const wronged = choice.fault === "PLATFORM" || choice.fault === "SUPPLIER";
  return {
    total: plus(...live.map(({ amount }) => amount), saleDelta),
    recut,
    forfeit,
    compensation: wronged ? deposit : ZERO,
    refund: minus(recut.refund, forfeit),
  };
}
