import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ticketFacts } from "./facts.js";
import { seenLast } from "./ticket.js";
import { lockTicket, moveTicket } from "./ticket.store.js";

/**
 * Staff send delivered work back with a reason for the supplier. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE and
 * REASON_REQUIRED.
 */
export async function returnWork(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ticketId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "progress.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    seenLast(ticket, input.version);
    const rework = { reworkCount: ticket.reworkCount + 1, reworkReason: reason, reworkPhotoIds: [] };
    await moveTicket(tx, ticket, "RETURN_WORK", rework);
    tx.record(ticketFacts.reworkRequested(ticket, { by: "STAFF", reason, photoIds: [] }));
  });
}
