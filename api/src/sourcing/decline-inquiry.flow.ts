import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { biddingRoles } from "./actions.js";
import { mustTakeBids } from "./bid.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { lockInquiry } from "./inquiry.store.js";
import { invitationOf, moveInvitation, takeOffList } from "./invitation.store.js";

/**
 * A supplier does not want to bid and says why. Refuses NOT_FOUND (never invited), BIDDING_CLOSED, REASON_REQUIRED, and
 * INVALID_STATE for who has bid: a bid is withdrawn instead.
 */
export async function declineInquiry(
  platform: Platform,
  viewer: Viewer,
  input: { readonly inquiryId: string; readonly reason: string },
): Promise<void> {
  must(viewer.kind === "supplier" && biddingRoles.includes(viewer.role), "FORBIDDEN");
  const declineReason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const inquiry = await lockInquiry(tx, input.inquiryId);
    const invitation = found(inquiry && (await invitationOf(tx, input.inquiryId, viewer.supplierId)));
    mustTakeBids(found(inquiry), tx.now);
    await moveInvitation(tx, invitation, "DECLINE", { declineReason });
    await takeOffList(tx, invitation.id);
    tx.record(inquiryFacts.invitationMoved(input.inquiryId), bidderFacts.moved(viewer.supplierId, input.inquiryId));
  });
}
