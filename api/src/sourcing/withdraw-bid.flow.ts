import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { biddingRoles } from "./actions.js";
import { mayWithdraw } from "./auction.js";
import { countBids, moveBid, ownBid } from "./bid.store.js";
import { strand } from "./close.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { lockInquiry } from "./inquiry.store.js";
import { invitationOf, moveInvitation } from "./invitation.store.js";

/**
 * A supplier takes its bid back, at any time before the award; until the deadline it may bid again. In a reverse auction never: others stayed out for it. When it was the last
 * one that could be chosen, a person takes the inquiry over. Refuses NOT_FOUND, STALE_VERSION and INVALID_STATE.
 */
export async function withdrawBid(
  platform: Platform,
  viewer: Viewer,
  input: { readonly inquiryId: string; readonly version: number },
): Promise<void> {
  must(viewer.kind === "supplier" && biddingRoles.includes(viewer.role), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const inquiry = found(await lockInquiry(tx, input.inquiryId));
    const bid = found(await ownBid(tx, inquiry.id, viewer.supplierId));
    must(bid.version === input.version, "STALE_VERSION");
    const answerable = inquiry.state === "OPEN" || inquiry.state === "EVALUATING";
    must(answerable && mayWithdraw(inquiry), "INVALID_STATE", {
      thing: "inquiry",
      state: inquiry.state,
      verb: "WITHDRAW",
    });
    await moveBid(tx, bid, "WITHDRAW");
    const invitation = found(await invitationOf(tx, inquiry.id, viewer.supplierId));
    if (inquiry.state === "OPEN") await moveInvitation(tx, invitation, "TAKE_BACK");
    const left = (await countBids(tx, [inquiry.id])).get(inquiry.id) ?? 0;
    tx.record(inquiryFacts.bidWithdrawn(inquiry.id, left), bidderFacts.moved(viewer.supplierId, inquiry.id));
    if (inquiry.state === "EVALUATING" && left === 0) await strand(tx, inquiry);
  });
}
