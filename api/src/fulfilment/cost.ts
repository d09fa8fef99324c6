import { type Fen, fen } from "../kernel/money.js";

interface Paid {
  /** What the order froze for the supplier it names. */
  readonly plannedCost: number;
  /** What whoever took the work gets; null until somebody has. */
  readonly pay: number | null;
}

/** What work costs: the pay of whoever does it, and what was planned for what nobody has taken yet. */
export function costOf(planned: Fen, tickets: readonly Paid[]): Fen {
  return fen(tickets.reduce<number>((sum, { pay, plannedCost }) => sum + (pay ?? plannedCost) - plannedCost, planned));
}
