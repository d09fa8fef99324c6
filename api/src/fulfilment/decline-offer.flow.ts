import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { answeringRoles } from "./actions.js";
import { attemptById } from "./attempt.store.js";
import { ticketFacts } from "./facts.js";
import { closeOffer } from "./offer.store.js";
import { seenLast } from "./ticket.js";
import { lockTicket } from "./ticket.store.js";

export interface DeclineOffer {
  readonly ticketId: string;
  readonly attemptId: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * A supplier turns an offer down; the ticket goes to the next candidate and is no longer theirs to see. Refuses
 * NOT_FOUND, OFFER_ENDED, STALE_VERSION and REASON_REQUIRED.
 */
export async function declineOffer(platform: Platform, viewer: Viewer, input: DeclineOffer): Promise<void> {
  must(viewer.kind === "supplier" && answeringRoles.includes(viewer.role), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    const attempt = found(await attemptById(tx, input.attemptId));
    must(attempt.ticketId === ticket.id && attempt.supplierId === viewer.supplierId, "NOT_FOUND");
    must(attempt.state === "OFFERED", "OFFER_ENDED");
    seenLast(ticket, input.version);
    const verbs = { attempt: "DECLINE", ticket: "DECLINE_OFFER" } as const;
    await closeOffer(tx, ticket, attempt, verbs, { declineReason: reason });
    tx.record(ticketFacts.declined(ticket, attempt.supplierId, reason), ticketFacts.ready(ticket));
  });
}
