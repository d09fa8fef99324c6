import type { Tx } from "../platform/tx.js";
import { moveBid } from "./bid.store.js";
import { BidRow } from "./sourcing.table.js";

/** Ends every bid that still stands and did not win. Returns whose they were. Reads no price. */
export async function loseStanding(tx: Tx, inquiryId: string, winners: readonly string[]): Promise<string[]> {
  const rows = await tx.rows(BidRow, "WHERE t.inquiryId = ? AND t.state = 'SUBMITTED'", [inquiryId]);
  const lost = rows.filter(({ id }) => !winners.includes(id));
  for (const bid of lost) await moveBid(tx, bid, "LOSE");
  return lost.map(({ supplierId }) => supplierId);
}
