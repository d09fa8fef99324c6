import { type Fen, fen, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { type Funding, NOT_FUNDED } from "./funding.js";

/**
 * The official fee of a line on its next terms: in proportion to another quantity, and what the office has already when only
 * what was done of the line is kept; null terms when nothing of it is. Never less than the office has. Refuses FEE_PASSED_ON
 * when that is more than the price that is left, VALIDATION when the price does not hold the fee.
 */
export function feeAfter(
  before: { readonly officialFee: Fen; readonly quantity: number },
  after: { readonly saleAmount: Fen; readonly quantity: number; readonly ends: boolean } | null,
  feePaid: Fen,
): Fen {
  must((after?.saleAmount ?? ZERO) >= feePaid, "FEE_PASSED_ON", { min: feePaid });
  if (after === null || before.officialFee === ZERO) return ZERO;
  const planned = after.ends ? ZERO : fen(Math.round((before.officialFee * after.quantity) / before.quantity));
  const fee = planned > feePaid ? planned : feePaid;
  must(after.saleAmount >= fee, "VALIDATION", { field: "saleAmount", min: fee });
  return fee;
}

/** A line of an order as a change leaves it: ended where its kind is CANCEL, gone where nothing of it is kept. */
interface ChangedLine {
  readonly componentId: string | null;
  readonly kind: string;
  readonly after: { readonly saleAmount: Fen; readonly quantity: number } | null;
}

/** The official fee of each line that a change touches, by its id. Refuses like feeAfter. */
export function feesAfter(
  lines: readonly { readonly id: string; readonly officialFee: Fen; readonly quantity: number }[],
  changed: readonly ChangedLine[],
  funding: ReadonlyMap<string, Funding>,
): ReadonlyMap<string, Fen> {
  const fees = new Map<string, Fen>();
  for (const { componentId, kind, after } of changed) {
    const line = lines.find(({ id }) => id === componentId);
    if (!line) continue;
    const { feePaid } = funding.get(line.id) ?? NOT_FUNDED;
    fees.set(line.id, feeAfter(line, after && { ...after, ends: kind === "CANCEL" }, feePaid));
  }
  return fees;
}

/** What is held for an office and did not reach it yet. */
export function feePayable({ fee, feePaid }: Funding): Fen {
  return fen(Math.max(0, fee - feePaid));
}
