import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { attemptById } from "./attempt.store.js";
import { ticketFacts } from "./facts.js";
import { closeOffer } from "./offer.store.js";
import { seenLast } from "./ticket.js";
import { lockTicket } from "./ticket.store.js";

export interface WithdrawOffer {
  readonly ticketId: string;
  readonly attemptId: string;
  readonly version: number;
}

/**
 * A dispatcher takes an open offer back and decides from now on: the ticket waits for a person. Refuses NOT_FOUND,
 * OFFER_ENDED and STALE_VERSION.
 */
export async function withdrawOffer(platform: Platform, viewer: Viewer, input: WithdrawOffer): Promise<void> {
  must(holds(viewer, "tickets.dispatch"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    const attempt = found(await attemptById(tx, input.attemptId));
    must(attempt.ticketId === ticket.id, "NOT_FOUND");
    must(attempt.state === "OFFERED", "OFFER_ENDED");
    seenLast(ticket, input.version);
    await closeOffer(tx, ticket, attempt, { attempt: "WITHDRAW", ticket: "WITHDRAW_OFFER" });
    const why = { because: "DISPATCHER", reason: null } as const;
    tx.record(ticketFacts.withdrawn(ticket, attempt.supplierId, why), ticketFacts.needsHuman(ticket));
  });
}
