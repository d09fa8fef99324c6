import { type Fen, plus, ZERO } from "../kernel/money.js";

export const moneyStates = [
  "UNPAID",
  "PARTLY_PAID",
  "PAID_TO_PLAN",
  "PAID",
  "OVERPAID",
  "PARTLY_REFUNDED",
  "REFUNDED",
] as const;
export type MoneyState = (typeof moneyStates)[number];

/** What the plan and the books say of an order's money. */
export interface OrderFigures {
  readonly total: Fen;
  /** What received money paid of the instalments. */
  readonly paid: Fen;
  /** What the platform does without. */
  readonly waived: Fen;
  /** Asked for now and not paid yet. */
  readonly due: Fen;
  /** What came beyond and is the customer's to use or to get back. */
  readonly credit: Fen;
  /** What went back to the customer. */
  readonly refunded: Fen;
}

/**
 * How an order stands with its money, told by the plan and the books and never stored. What went back says more than what
 * came, what is too much more than that all is paid; an order that owes nothing at present is paid to its plan.
 */
export function moneyState({ total, paid, waived, due, credit, refunded }: OrderFigures): MoneyState {
  if (refunded > ZERO) return refunded < plus(paid, credit) ? "PARTLY_REFUNDED" : "REFUNDED";
  if (credit > ZERO) return "OVERPAID";
  if (plus(paid, waived) >= total) return "PAID";
  if (paid === ZERO) return "UNPAID";
  return due > ZERO ? "PARTLY_PAID" : "PAID_TO_PLAN";
}
