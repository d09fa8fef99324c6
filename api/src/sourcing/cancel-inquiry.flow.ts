import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { loseStanding } from "./award.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { seenLast } from "./inquiry.js";
import { lockInquiry, moveInquiry } from "./inquiry.store.js";
import { invitationsOf, lapseInvitations } from "./invitation.store.js";

export interface CancelInquiry {
  readonly inquiryId: string;
  readonly reason: string;
  readonly version: number;
}

/**
 * Ends an inquiry without an award; everybody who is invited is told the reason. Bids that were not opened stay sealed for
 * good: nobody reads prices by cancelling. By the inquiry's customer or staff with `sourcing.manage`. Refuses NOT_FOUND,
 * REASON_REQUIRED, STALE_VERSION and INVALID_STATE.
 */
export async function cancelInquiry(platform: Platform, viewer: Viewer, input: CancelInquiry): Promise<void> {
  must(viewer.kind === "customer" || holds(viewer, "sourcing.manage"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const inquiry = found(await lockInquiry(tx, input.inquiryId));
    must(viewer.kind !== "customer" || inquiry.customerId === viewer.accountId, "NOT_FOUND");
    seenLast(inquiry, input.version);
    await moveInquiry(tx, inquiry, "CANCEL", { reason, endedAt: tx.now });
    await lapseInvitations(tx, inquiry.id);
    await loseStanding(tx, inquiry.id, []);
    tx.record(inquiryFacts.cancelled(inquiry.id, reason));
    const invited = (await invitationsOf(tx, [inquiry.id])).filter(({ state }) => state !== "DECLINED");
    tx.record(...invited.map(({ supplierId }) => bidderFacts.cancelled(supplierId, inquiry.id, reason)));
  });
}
