import { activeItems } from "../catalogue/item.store.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { withRoomOn } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { keepRouted, lockInquiry, moveInquiry } from "./inquiry.store.js";
import { invitationsOf, invite, inviteDemand } from "./invitation.store.js";
import { chooseInvitees, rankInvitees, wantedItems, withoutRoom } from "./routing.js";

/**
 * Sends an open inquiry to the work accounts of the suppliers this round invites: by itself, and once for each supplier
 * and round however often it is called. With nobody to ask and nothing bid, a person takes over.
 */
export async function routeInquiry(platform: Platform, viewer: Viewer, input: { inquiryId: string }): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const inquiry = await lockInquiry(tx, input.inquiryId);
    if (inquiry?.state !== "OPEN" || inquiry.routedRound >= inquiry.round) return;
    const { categoryId } = inquiry;
    const inCategory = categoryId ? await activeItems(tx, { search: null, categoryId }) : [];
    const services = await effectiveServices(tx, wantedItems(inquiry, inCategory));
    const roomy = inquiry.desiredOn ? await withRoomOn(tx, services, inquiry.desiredOn) : services;
    const before = await invitationsOf(tx, [inquiry.id]);
    const asked = await inviteDemand(tx, [...new Set(services.map(({ supplierId }) => supplierId))]);
    const demand = { ...asked, full: withoutRoom(services, roomy) };
    const chosen = chooseInvitees(inquiry, rankInvitees(inquiry, services, demand, before, tx.now), demand);
    await invite(tx, inquiry, chosen, before);
    await keepRouted(tx, inquiry.id, inquiry.round);
    tx.record(inquiryFacts.routed(inquiry.id, inquiry.round, chosen.length));
    tx.record(...chosen.map(({ supplierId }) => bidderFacts.invited(supplierId, inquiry.id)));
    if (chosen.length > 0 || before.length > 0) return;
    await moveInquiry(tx, inquiry, "RUN_DRY");
    tx.record(inquiryFacts.ranDry(inquiry.id));
  });
}
