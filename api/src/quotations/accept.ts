import { type Fen } from "../kernel/money.js";
import { must, Refusal } from "../kernel/refusal.js";
import { type QuotationLine, type QuotationState, sumsOf, takenLines } from "./quotation.js";

/** What the customer says yes to: exactly what was on the screen. */
export interface Acceptance {
  readonly number: number;
  readonly hash: string;
  /** Positions of the optional lines that are wanted, from 0. */
  readonly ticked: readonly number[];
  readonly expectedTotal: Fen;
}

export interface Offered {
  readonly number: number;
  readonly state: QuotationState;
  readonly hash: string | null;
  readonly validUntil: number;
}

/**
 * Whether a yes counts. One outcome for each way to be late: another version is out: QUOTATION_CHANGED; the time is over,
 * also before its timer noticed: QUOTATION_EXPIRED; withdrawn, declined or accepted before: INVALID_STATE. A hash that is
 * not the version's is QUOTATION_CHANGED too, ticks that are no optional lines VALIDATION, another total PRICE_CHANGED.
 */
export function mustBeAcceptable(
  offered: Offered,
  lines: readonly QuotationLine[],
  yes: Acceptance,
  now: number,
): { readonly total: Fen; readonly cost: Fen } {
  must(yes.number === offered.number, "QUOTATION_CHANGED", { field: "number", number: offered.number });
  mustBeOpen(offered, "ACCEPT", now);
  must(yes.hash === offered.hash, "QUOTATION_CHANGED", { field: "hash", number: offered.number });
  const ticked = new Set(yes.ticked);
  const known = ticked.size === yes.ticked.length && yes.ticked.every((position) => lines[position]?.optional);
  must(known, "VALIDATION", { field: "ticked" });
  const sums = sumsOf(lines, ticked);
  must(sums.total === yes.expectedTotal, "PRICE_CHANGED", { field: "expectedTotal", total: sums.total });
  return sums;
}

/** Refuses QUOTATION_EXPIRED for what is over, and INVALID_STATE for what is not with the customer any more. */
export function mustBeOpen({ state, validUntil }: Offered, verb: "ACCEPT" | "DECLINE", now: number): void {
  if (state === "EXPIRED") throw new Refusal("QUOTATION_EXPIRED");
  must(state === "SENT", "INVALID_STATE", { thing: "quotation", state, verb });
  must(now < validUntil, "QUOTATION_EXPIRED");
}

/**
 * The first taken line whose supplier can't do its work in the region any more; null when all can. The price stays as it
 * was quoted, whatever the supplier's service costs by now.
 */
export function lineWithoutSupplier<Line extends QuotationLine>(
  lines: readonly Line[],
  ticked: ReadonlySet<number>,
  regionCode: string,
  services: readonly { itemId: string; supplierId: string; regions: readonly string[] }[],
): Line | null {
  const able = (line: Line): boolean =>
    services.some(
      ({ itemId, supplierId, regions }) =>
        itemId === line.itemId && supplierId === line.supplierId && regions.includes(regionCode),
    );
  return takenLines(lines, ticked).find((line) => !able(line)) ?? null;
}
