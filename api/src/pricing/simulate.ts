import { type Fen, fen, ZERO } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import type { Library, PriceBasis, Priced } from "./basis.js";
import { evaluatePrice } from "./evaluate-price.js";
import { mayCount, type PricingRule } from "./rule.js";

/** A price that was sold, as a simulation looks at it. */
export interface Sold {
  readonly orderId: string;
  readonly basis: PriceBasis;
  readonly priced: Priced;
}

/** What would have become of one order. `after` is null when there would have been no price at all. */
export interface Simulated {
  readonly orderId: string;
  readonly before: Fen;
  readonly after: Fen | null;
  /** Whether its margin would newly be below the floor. */
  readonly fallsBelowFloor: boolean;
}

/** The effect of a change on orders of the past. */
export interface Simulation {
  readonly orders: readonly Simulated[];
  readonly changed: number;
  /** Sum of what the orders with a price would have cost more, or less when negative. */
  readonly difference: Fen;
  readonly belowFloor: number;
}

/** A simulation with the numbers of its orders, by id. */
export interface NumberedSimulation extends Simulation {
  readonly numbers: ReadonlyMap<string, string>;
}

/** The basis with another version of one formula in place of whichever priced a line. */
export function withFormula(basis: PriceBasis, versionIds: ReadonlySet<string>, versionId: string): PriceBasis {
  const lines = basis.lines.map((line) => {
    const uses = line.formulaVersionId !== null && versionIds.has(line.formulaVersionId);
    return uses ? { ...line, formulaVersionId: versionId } : line;
  });
  return { ...basis, lines };
}

/**
 * The basis with a rule at its place among the others, in place of its other versions; left out where its scope does
 * not hold. Its dates are looked past: the question is what it would do, not when. `places` are the present ones.
 */
export function withRule(
  basis: PriceBasis,
  rule: PricingRule,
  otherVersionIds: ReadonlySet<string>,
  places: ReadonlyMap<string, number>,
): PriceBasis {
  const rest = basis.ruleVersionIds.filter((id) => !otherVersionIds.has(id) && id !== rule.id);
  const { at, productId, regionCode, groupIds } = basis;
  const occasion = { at, productId: productId ?? "", regionCode, groupIds };
  if (!mayCount({ ...rule, validFrom: null, validTo: null }, occasion)) return { ...basis, ruleVersionIds: rest };
  const own = places.get(rule.id) ?? Number.MAX_SAFE_INTEGER;
  const later = rest.findIndex((id) => (places.get(id) ?? 0) > own);
  const place = later === -1 ? rest.length : later;
  return { ...basis, ruleVersionIds: [...rest.slice(0, place), rule.id, ...rest.slice(place)] };
}

/** Prices every order again on its changed basis. */
export function simulate(
  sold: readonly Sold[],
  change: (basis: PriceBasis) => PriceBasis,
  library: Library,
): Simulation {
  const orders = sold.map(({ orderId, basis, priced }) => {
    const after = priceOrNone(change(basis), library);
    const fallsBelowFloor = after !== null && after.belowFloor && !priced.belowFloor;
    return { orderId, before: priced.total, after: after?.total ?? null, fallsBelowFloor };
  });
  const moved = orders.filter((order) => order.after !== order.before);
  const difference = moved.reduce<number>((sum, { before, after }) => sum + ((after ?? before) - before), ZERO);
  const belowFloor = orders.filter((order) => order.fallsBelowFloor).length;
  return { orders, changed: moved.length, difference: fen(difference), belowFloor };
}

/** Inputs of the past may be outside what a new version takes. */
function priceOrNone(basis: PriceBasis, library: Library): Priced | null {
  try {
    return evaluatePrice(basis, library);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
