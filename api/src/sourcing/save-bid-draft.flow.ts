import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { biddingRoles } from "./actions.js";
import { type BidWish, freshFiles, mustTakeBids, readDraft } from "./bid.js";
import { keepDraft, ownBid, ownVersions } from "./bid.store.js";
import { lockInquiry } from "./inquiry.store.js";
import { mayAnswer } from "./invitation.js";
import { invitationOf } from "./invitation.store.js";

export interface SaveBidDraft extends BidWish {
  readonly inquiryId: string;
  /** The bid's version that was seen; 0 before there is one. */
  readonly version: number;
}

/**
 * Keeps what a supplier typed so far, for its own people alone; a version that was sent stays in force. Refuses NOT_FOUND
 * (never invited), BIDDING_CLOSED, STALE_VERSION and VALIDATION.
 */
export async function saveBidDraft(platform: Platform, viewer: Viewer, input: SaveBidDraft): Promise<void> {
  must(viewer.kind === "supplier" && biddingRoles.includes(viewer.role), "FORBIDDEN");
  const draft = readDraft(input);
  await platform.work.run(viewer, async (tx) => {
    const inquiry = await lockInquiry(tx, input.inquiryId);
    const invitation = found(inquiry && (await invitationOf(tx, input.inquiryId, viewer.supplierId)));
    mustTakeBids(found(inquiry), tx.now);
    must(mayAnswer(invitation.state), "BIDDING_CLOSED");
    const bid = await ownBid(tx, input.inquiryId, viewer.supplierId);
    must((bid?.version ?? 0) === input.version, "STALE_VERSION");
    const sent = bid ? await ownVersions(tx, bid.id, viewer.supplierId) : [];
    await platform.files.mine(tx, freshFiles(draft.fileIds, [bid?.draft, ...sent]), viewer.accountId, "BID");
    await keepDraft(tx, input.inquiryId, viewer.supplierId, bid, draft);
  });
}
