import { type Fen, fen, minus } from "../kernel/money.js";
import type { PriceBasis, Priced } from "./basis.js";
import { plainCost } from "./evaluate-price.js";

/** What one rule or coupon that the supplier funds did to its pay. */
export interface PayChange {
  readonly name: string;
  readonly effect: Fen;
}

/** One supplier's own part of a price: how its pay came about. Tells nothing of what customers pay or others get. */
export interface OwnPay {
  readonly unitCost: Fen;
  readonly quantity: number;
  readonly unit: string;
  readonly plain: Fen;
  readonly changes: readonly PayChange[];
  readonly pay: Fen;
}

/**
 * How the pay that an order froze for a component came about: units at the supplier's cost price, and what it funds of
 * rules and coupons. Null when the price has no such line of this supplier. `pay` is never below nothing, whatever it
 * funds.
 */
export function ownPay(
  basis: PriceBasis,
  priced: Priced,
  of: { readonly componentId: string; readonly supplierId: string },
): OwnPay | null {
  const index = basis.lines.findIndex((line) => line.componentId === of.componentId);
  const line = basis.lines[index];
  const money = priced.lines[index];
  if (!line || !money || line.supplierId !== of.supplierId) return null;
  const funded = new Map<string, Fen>();
  for (const { text, before, after, fundedBy } of money.trace) {
    if (fundedBy !== "SUPPLIER" || before === after) continue;
    funded.set(text, fen((funded.get(text) ?? 0) + minus(after, before)));
  }
  const { unitCost, quantity, unit } = line;
  const changes = [...funded].map(([name, effect]) => ({ name, effect }));
  return { unitCost, quantity, unit, plain: plainCost(line), changes, pay: money.costAmount };
}
