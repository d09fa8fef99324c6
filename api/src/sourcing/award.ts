import { must } from "../kernel/refusal.js";
import type { BidLine, BidState } from "./bid.js";
import type { InquiryLine, InquirySubject } from "./inquiry.js";

/** One line and whose bid takes it. */
export interface Pick {
  readonly lineCode: string;
  readonly bidId: string;
}

/** A bid that may be chosen from. */
export interface AwardableBid {
  readonly id: string;
  readonly supplierId: string;
  readonly state: BidState;
  readonly validUntil: number | null;
  readonly lines: readonly BidLine[];
}

export interface AwardedLine<Bid extends AwardableBid> {
  readonly bid: Bid;
  readonly line: BidLine;
  readonly asked: InquiryLine | null;
}

/**
 * What an award takes: whole from one bid, or line by line from several. Every required line that somebody priced must be
 * taken, each line once; the answer to a need is taken whole, since two answers need not fit together.
 *
 * Refuses VALIDATION (no, repeated, unknown or missing lines), NOT_FOUND (another inquiry's bid), BID_EXPIRED and
 * INVALID_STATE (withdrawn).
 */
export function readPicks<Bid extends AwardableBid>(
  inquiry: { readonly subject: InquirySubject; readonly lines: readonly InquiryLine[] },
  bids: readonly Bid[],
  picks: readonly Pick[],
  now: number,
): AwardedLine<Bid>[] {
  must(picks.length > 0, "VALIDATION", { field: "picks" });
  must(new Set(picks.map((pick) => pick.lineCode)).size === picks.length, "VALIDATION", {
    field: "picks",
    repeated: true,
  });
  const awarded = picks.map(({ lineCode, bidId }) => {
    const bid = bids.find(({ id }) => id === bidId);
    must(bid, "NOT_FOUND", { field: "picks" });
    must(bid.state !== "EXPIRED" && (bid.validUntil ?? 0) > now, "BID_EXPIRED", { field: "picks" });
    must(bid.state === "SUBMITTED", "INVALID_STATE", { thing: "bid", state: bid.state, verb: "AWARD" });
    const line = bid.lines.find(({ code }) => code === lineCode);
    must(line, "VALIDATION", { field: "picks" });
    return { bid, line, asked: inquiry.lines.find(({ code }) => code === lineCode) ?? null };
  });
  if (inquiry.subject === "NEED") mustBeWhole(awarded);
  else mustBeComplete(inquiry.lines, bids, awarded);
  return awarded;
}

function mustBeWhole(awarded: readonly AwardedLine<AwardableBid>[]): void {
  const [first] = awarded;
  const one = awarded.filter(({ bid }) => bid.id === first?.bid.id);
  must(first && one.length === awarded.length && one.length === first.bid.lines.length, "VALIDATION", {
    field: "picks",
  });
}

function mustBeComplete(
  lines: readonly InquiryLine[],
  bids: readonly AwardableBid[],
  awarded: readonly AwardedLine<AwardableBid>[],
): void {
  const taken = new Set(awarded.map(({ line }) => line.code));
  const missing = lines.find(
    ({ code, optional }) =>
      !optional &&
      !taken.has(code) &&
      bids.some((bid) => bid.state === "SUBMITTED" && bid.lines.some((line) => line.code === code)),
  );
  must(!missing, "VALIDATION", { field: "picks", missing: missing?.itemName ?? "" });
}
