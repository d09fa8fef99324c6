import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { bidById, countBids, moveBid } from "./bid.store.js";
import { strand } from "./close.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { lockInquiry } from "./inquiry.store.js";

/** A bid nobody chose while it was valid ends; with the last one a person takes the inquiry over. Any other is left alone. */
export async function expireBid(platform: Platform, viewer: Viewer, input: { bidId: string }): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const seen = await bidById(tx, input.bidId);
    const inquiry = seen && (await lockInquiry(tx, seen.inquiryId));
    const bid = await bidById(tx, input.bidId);
    if (!inquiry || bid?.state !== "SUBMITTED" || bid.validUntil === null || bid.validUntil > tx.now) return;
    await moveBid(tx, bid, "EXPIRE");
    tx.record(inquiryFacts.bidExpired(inquiry.id), bidderFacts.moved(bid.supplierId, inquiry.id));
    const left = (await countBids(tx, [inquiry.id])).get(inquiry.id) ?? 0;
    if (inquiry.state === "EVALUATING" && left === 0) await strand(tx, inquiry);
  });
}
