import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { attemptById } from "./attempt.store.js";
import { ticketFacts } from "./facts.js";
import { closeOffer } from "./offer.store.js";
import { lockTicket } from "./ticket.store.js";

/** Ends an offer nobody answered in time; the ticket goes to the next candidate. An answered offer is left alone. */
export async function expireOffer(platform: Platform, viewer: Viewer, input: { attemptId: string }): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const seen = await attemptById(tx, input.attemptId);
    const ticket = seen && (await lockTicket(tx, seen.ticketId));
    const attempt = await attemptById(tx, input.attemptId);
    if (!ticket || attempt?.state !== "OFFERED" || attempt.expiresAt > tx.now) return;
    await closeOffer(tx, ticket, attempt, { attempt: "EXPIRE", ticket: "EXPIRE_OFFER" });
    tx.record(ticketFacts.expired(ticket, attempt.supplierId), ticketFacts.ready(ticket));
  });
}
