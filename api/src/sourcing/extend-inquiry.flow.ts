import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { mustTakeBids } from "./bid.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { checkDeadline, seenLast } from "./inquiry.js";
import { lockInquiry, moveInquiry, restartClock } from "./inquiry.store.js";
import { invitationsOf } from "./invitation.store.js";

export interface ExtendInquiry {
  readonly inquiryId: string;
  readonly deadline: number;
  readonly version: number;
}

/**
 * Gives suppliers more time; everybody who is invited is told. Never less: who has bid relied on the deadline. By the
 * inquiry's customer or staff with `sourcing.manage`. Refuses NOT_FOUND, BIDDING_CLOSED once the deadline has passed,
 * STALE_VERSION and VALIDATION.
 */
export async function extendInquiry(platform: Platform, viewer: Viewer, input: ExtendInquiry): Promise<void> {
  must(viewer.kind === "customer" || holds(viewer, "sourcing.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const inquiry = found(await lockInquiry(tx, input.inquiryId));
    must(viewer.kind !== "customer" || inquiry.customerId === viewer.accountId, "NOT_FOUND");
    mustTakeBids(inquiry, tx.now);
    seenLast(inquiry, input.version);
    checkDeadline(input.deadline, tx.now);
    must(input.deadline > inquiry.deadline, "VALIDATION", { field: "deadline" });
    await moveInquiry(tx, inquiry, "EXTEND", { deadline: input.deadline });
    await restartClock(tx, inquiry.id, input.deadline);
    const by = viewer.kind === "customer" ? "CUSTOMER" : "STAFF";
    tx.record(inquiryFacts.deadlineMoved(inquiry.id, input.deadline, by));
    const invited = await invitationsOf(tx, [inquiry.id]);
    tx.record(...invited.map(({ supplierId }) => bidderFacts.deadlineMoved(supplierId, inquiry.id, input.deadline)));
  });
}
