import { activeItems } from "../catalogue/item.store.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { withRoomOn } from "../suppliers/reservation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import type { InquiryRow } from "./inquiry.store.js";
import { invitationsOf, inviteDemand } from "./invitation.store.js";
import { type RankedInvitee, rankInvitees, wantedItems, withoutRoom } from "./routing.js";

/** Whom the next round of an inquiry could invite, with the reasons for and against each. Needs `sourcing.read`. */
export async function readInvitees(platform: Platform, viewer: Viewer, inquiry: InquiryRow): Promise<RankedInvitee[]> {
  must(holds(viewer, "sourcing.read"), "FORBIDDEN");
  const { read } = platform.database;
  const { categoryId } = inquiry;
  const inCategory = categoryId ? await activeItems(read, { search: null, categoryId }) : [];
  const services = await effectiveServices(read, wantedItems(inquiry, inCategory), { at: platform.clock.now() });
  const roomy = inquiry.desiredOn ? await withRoomOn(read, services, inquiry.desiredOn) : services;
  const asked = await inviteDemand(read, [...new Set(services.map(({ supplierId }) => supplierId))]);
  const demand = { ...asked, full: withoutRoom(services, roomy) };
  const next = { ...inquiry, round: inquiry.round + 1 };
  return rankInvitees(next, services, demand, await invitationsOf(read, [inquiry.id]), platform.clock.now());
}
