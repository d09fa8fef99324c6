import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import { orderOfCustomer } from "../orders/order.store.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { ticketFacts } from "./facts.js";
import { PHOTOS_MAX } from "./progress.js";
import { AUTO_ACCEPT, seenLast } from "./ticket.js";
import { lockTicket, moveTicket } from "./ticket.store.js";

export interface RequestRework {
  readonly ticketId: string;
  readonly version: number;
  readonly reason: string;
  readonly photoFileIds: readonly string[];
}

/**
 * The customer does not sign approved work off but says what is wrong; the supplier takes it up again. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED and VALIDATION.
 */
export async function requestRework(
  platform: Platform,
  viewer: Viewer,
  input: RequestRework,
): Promise<{ orderId: string }> {
  must(viewer.kind === "customer", "FORBIDDEN");
  const reason = cleanReason(input.reason);
  must(input.photoFileIds.length <= PHOTOS_MAX, "VALIDATION", { field: "photoFileIds", max: PHOTOS_MAX });
  return platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    found(await orderOfCustomer(tx, ticket.orderId, viewer.accountId));
    seenLast(ticket, input.version);
    await platform.files.mine(tx, input.photoFileIds, viewer.accountId, "REWORK");
    const photoIds = [...input.photoFileIds];
    const rework = { reworkCount: ticket.reworkCount + 1, reworkReason: reason, reworkPhotoIds: photoIds };
    await moveTicket(tx, ticket, "REQUEST_REWORK", rework);
    await tx.cancelTimer(AUTO_ACCEPT, ticket.id);
    tx.record(ticketFacts.reworkRequested(ticket, { by: "CUSTOMER", reason, photoIds }));
    return { orderId: ticket.orderId };
  });
}
