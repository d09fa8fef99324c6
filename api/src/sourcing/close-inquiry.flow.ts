import { activeItems } from "../catalogue/item.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import type { Viewer } from "../platform/viewer.js";
import { withRoomOn } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { countBids } from "./bid.store.js";
import { openBids, strand } from "./close.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { type InquiryRow, lockInquiry, moveInquiry, restartClock } from "./inquiry.store.js";
import { invitationsOf, inviteDemand } from "./invitation.store.js";
import { atDeadline, chooseInvitees, rankInvitees, wantedItems, withoutRoom } from "./routing.js";

/**
 * The deadline has come: bids are opened; or more suppliers are asked for as long again; or a person takes over. Leaves
 * alone an inquiry whose deadline moved or that ended meanwhile, so hearing twice does no harm.
 */
export async function closeInquiry(platform: Platform, viewer: Viewer, input: { inquiryId: string }): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const inquiry = await lockInquiry(tx, input.inquiryId);
    if (inquiry?.state !== "OPEN" || inquiry.deadline > tx.now) return;
    const bids = (await countBids(tx, [inquiry.id])).get(inquiry.id) ?? 0;
    const { minBids, round } = inquiry;
    const next = atDeadline({ bids, minBids, round, othersLeft: await othersLeft(tx, inquiry) });
    if (next === "EVALUATE") return openBids(tx, inquiry, "CLOSE");
    if (next === "RUN_DRY") return strand(tx, inquiry);
    const deadline = tx.now + inquiry.openForMs;
    await moveInquiry(tx, inquiry, "WIDEN", { round: round + 1, deadline });
    await restartClock(tx, inquiry.id, deadline);
    tx.record(inquiryFacts.deadlineMoved(inquiry.id, deadline, "ROUND"));
    const invited = await invitationsOf(tx, [inquiry.id]);
    tx.record(...invited.map(({ supplierId }) => bidderFacts.deadlineMoved(supplierId, inquiry.id, deadline)));
    tx.record(inquiryFacts.toRoute(inquiry.id, round + 1));
  });
}

/** Whether a further round would find anybody. */
async function othersLeft(tx: Tx, inquiry: InquiryRow): Promise<boolean> {
  const { categoryId } = inquiry;
  const inCategory = categoryId ? await activeItems(tx, { search: null, categoryId }) : [];
  const services = await effectiveServices(tx, wantedItems(inquiry, inCategory));
  const roomy = inquiry.desiredOn ? await withRoomOn(tx, services, inquiry.desiredOn) : services;
  const asked = await inviteDemand(tx, [...new Set(services.map(({ supplierId }) => supplierId))]);
  const demand = { ...asked, full: withoutRoom(services, roomy) };
  const next = { ...inquiry, round: inquiry.round + 1 };
  const ranked = rankInvitees(next, services, demand, await invitationsOf(tx, [inquiry.id]), tx.now);
  return chooseInvitees(next, ranked, demand).length > 0;
}
