import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { mayEvaluateEarly } from "./actions.js";
import { countBids } from "./bid.store.js";
import { openBids } from "./close.store.js";
import { seenLast } from "./inquiry.js";
import { lockInquiry } from "./inquiry.store.js";

/**
 * A customer looks at the answers to an inquiry for a price before its deadline; no more are taken. Refuses NOT_FOUND,
 * STALE_VERSION, and INVALID_STATE for a competition, without an answer, or once it has closed.
 */
export async function evaluateInquiry(
  platform: Platform,
  viewer: Viewer,
  input: { readonly inquiryId: string; readonly version: number },
): Promise<void> {
  must(viewer.kind === "customer", "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const inquiry = found(await lockInquiry(tx, input.inquiryId));
    must(inquiry.customerId === viewer.accountId, "NOT_FOUND");
    const bids = (await countBids(tx, [inquiry.id])).get(inquiry.id) ?? 0;
    must(inquiry.state === "OPEN" && mayEvaluateEarly(inquiry.kind, bids), "INVALID_STATE", {
      thing: "inquiry",
      state: inquiry.state,
      verb: "EVALUATE",
    });
    seenLast(inquiry, input.version);
    await openBids(tx, inquiry, "EVALUATE");
  });
}
