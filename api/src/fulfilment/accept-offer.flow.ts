import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { supplierById } from "../suppliers/supplier.store.js";
import { answeringRoles } from "./actions.js";
import { attemptById } from "./attempt.store.js";
import { ticketFacts } from "./facts.js";
import { closeOffer } from "./offer.store.js";
import { seenLast } from "./ticket.js";
import { lockTicket } from "./ticket.store.js";

export interface AcceptOffer {
  readonly ticketId: string;
  readonly attemptId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/**
 * A supplier takes a ticket that was offered to it: from now on it is theirs, at the pay of the offer, and they see
 * whom to contact. Refuses NOT_FOUND (never offered to them), OFFER_ENDED (answered, withdrawn or too late),
 * STALE_VERSION, and SUPPLIER_NOT_ELIGIBLE for a supplier that takes no orders.
 */
export async function acceptOffer(
  platform: Platform,
  viewer: Viewer,
  input: AcceptOffer,
): Promise<{ ticketId: string }> {
  must(viewer.kind === "supplier" && answeringRoles.includes(viewer.role), "FORBIDDEN");
  const once = { operation: "acceptOffer", key: input.idempotencyKey, input };
  return platform.work.once(viewer, once, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    const attempt = found(await attemptById(tx, input.attemptId));
    must(attempt.ticketId === ticket.id && attempt.supplierId === viewer.supplierId, "NOT_FOUND");
    must(attempt.state === "OFFERED" && attempt.expiresAt > tx.now, "OFFER_ENDED");
    seenLast(ticket, input.version);
    const supplier = found(await supplierById(tx, viewer.supplierId));
    must(supplier.state === "ACTIVE", "SUPPLIER_NOT_ELIGIBLE");
    const mine = { supplierId: supplier.id, pay: attempt.pay, assignedAt: tx.now };
    await closeOffer(tx, ticket, attempt, { attempt: "ACCEPT", ticket: "ACCEPT_OFFER" }, { ticket: mine });
    tx.record(ticketFacts.assigned(ticket, supplier));
    return { ticketId: ticket.id };
  });
}
