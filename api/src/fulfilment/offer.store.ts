import { newId } from "../kernel/ids.js";
import type { Tx } from "../platform/tx.js";
import { addAttempt, attemptById, endAttempt, offersLeftOpen } from "./attempt.store.js";
import {
  type AttemptVerb,
  type RankedCandidate,
  roundOfNextOffer,
  type Strategy,
  type SupplierStop,
} from "./dispatch.js";
import { supplierWorkMoved, ticketFacts } from "./facts.js";
import { DispatchAttemptRow } from "./fulfilment.table.js";
import type { TicketVerb } from "./ticket.js";
import { lockTicket, moveTicket, type TicketRow } from "./ticket.store.js";

/** Timer: an offer's window is over; its subject is the attempt. */
export const OFFER_EXPIRES = "OFFER_EXPIRES";

/** Offers a ticket to one supplier and starts its window. Refuses INVALID_STATE where the ticket can't be offered. */
export async function makeOffer(
  tx: Tx,
  ticket: TicketRow,
  candidate: RankedCandidate,
  terms: { readonly strategy: Strategy; readonly windowMs: number },
): Promise<DispatchAttemptRow> {
  const { supplierId, score, trace, pay } = candidate;
  const { strategy, windowMs } = terms;
  const round = roundOfNextOffer(ticket);
  const attempt: DispatchAttemptRow = {
    id: newId(),
    ticketId: ticket.id,
    round,
    supplierId,
    itemId: ticket.itemId,
    strategy,
    score,
    trace: [...trace],
    pay,
    offeredAt: tx.now,
    expiresAt: tx.now + windowMs,
    state: "OFFERED",
    activeKey: ticket.id,
    declineReason: null,
    closedAt: null,
    version: 1,
  };
  await moveTicket(tx, ticket, "OFFER", { round });
  await addAttempt(tx, attempt);
  await tx.setTimer(OFFER_EXPIRES, attempt.id, attempt.expiresAt);
  tx.record(ticketFacts.offered(ticket, { attemptId: attempt.id, supplierId, strategy }));
  tx.record(supplierWorkMoved(supplierId, ticket.id));
  return attempt;
}

/** Ends an open offer and moves its ticket on; the supplier's pages look again. */
export async function closeOffer(
  tx: Tx,
  ticket: TicketRow,
  attempt: DispatchAttemptRow,
  verbs: { readonly attempt: AttemptVerb; readonly ticket: TicketVerb },
  also: {
    readonly declineReason?: string | null;
    readonly ticket?: Partial<Pick<TicketRow, "supplierId" | "pay" | "assignedAt">>;
  } = {},
): Promise<TicketRow> {
  await endAttempt(tx, attempt, verbs.attempt, also.declineReason ?? null);
  await tx.cancelTimer(OFFER_EXPIRES, attempt.id);
  const moved = await moveTicket(tx, ticket, verbs.ticket, also.ticket);
  // The ticket is not, or no longer, this supplier's, so its move alone tells them nothing.
  if (moved.supplierId === null) tx.record(supplierWorkMoved(attempt.supplierId, ticket.id));
  return moved;
}

/**
 * Takes back every offer a supplier has not answered, so that the next candidates are asked at once; an answer that came
 * first stands. For a supplier that takes no more orders: change its row first, in the same transaction. Whoever offers
 * takes that row too (`lockSupplier`), so no offer slips in between. With `itemIds`, only offers of these items.
 */
export async function passOffersOn(
  tx: Tx,
  supplierId: string,
  stop: SupplierStop,
  itemIds?: readonly string[],
): Promise<void> {
  for (const { id, ticketId } of await offersLeftOpen(tx, supplierId)) {
    const ticket = await lockTicket(tx, ticketId);
    // Read again behind the lock: the supplier may have answered meanwhile.
    const attempt = await attemptById(tx, id);
    if (!ticket || attempt?.state !== "OFFERED") continue;
    if (itemIds && !itemIds.includes(ticket.itemId)) continue;
    const verbs = { attempt: "WITHDRAW", ticket: "PASS_ON" } as const;
    await closeOffer(tx, ticket, attempt, verbs, { declineReason: stop.reason });
    tx.record(ticketFacts.withdrawn(ticket, supplierId, stop), ticketFacts.ready(ticket));
  }
}
