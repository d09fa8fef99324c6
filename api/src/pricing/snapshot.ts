import type { Library, PriceBasis, Priced } from "./basis.js";
import { evaluatePrice } from "./evaluate-price.js";

/** What a snapshot's fingerprint is made of: the basis and the money, in one form. */
export function snapshotText(basis: PriceBasis, priced: Priced): string {
  return JSON.stringify([basis, priced]);
}

/** What working a stored price out anew gives, and whether it is the same to the fen, line by line. */
export function recomputed(
  basis: PriceBasis,
  stored: Priced,
  library: Library,
): { readonly priced: Priced; readonly same: boolean } {
  const priced = evaluatePrice(basis, library);
  const money = ({ lines, total, tax, cost }: Priced): string =>
    JSON.stringify([lines.map((line) => [line.amount, line.costAmount, line.taxAmount]), total, tax, cost]);
  return { priced, same: money(priced) === money(stored) };
}
