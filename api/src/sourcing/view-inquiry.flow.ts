import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { inquiryFacts } from "./facts.js";
import { lockInquiry } from "./inquiry.store.js";
import { invitationOf, moveInvitation } from "./invitation.store.js";

/** A supplier has opened an invitation: its customer sees how many have. Seeing it twice changes nothing. Refuses NOT_FOUND. */
export async function viewInquiry(platform: Platform, viewer: Viewer, input: { inquiryId: string }): Promise<void> {
  must(viewer.kind === "supplier", "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    await lockInquiry(tx, input.inquiryId);
    const invitation = found(await invitationOf(tx, input.inquiryId, viewer.supplierId));
    if (invitation.state !== "SENT") return;
    await moveInvitation(tx, invitation, "VIEW", { viewedAt: tx.now });
    tx.record(inquiryFacts.invitationMoved(input.inquiryId));
  });
}
