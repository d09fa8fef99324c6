import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ticketFacts } from "./facts.js";
import { checkApproval } from "./progress.js";
import { reportsOf } from "./report.store.js";
import { AUTO_ACCEPT, AUTO_ACCEPT_MS, seenLast, ticketTable } from "./ticket.js";
import { lockTicket, moveTicket } from "./ticket.store.js";

/**
 * Staff approve delivered work, so that the customer may sign it off; without an answer it counts as accepted after
 * seven days. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, and MILESTONES_MISSING while a report is undecided or
 * a milestone not approved.
 */
export async function approveWork(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ticketId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "progress.review"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    seenLast(ticket, input.version);
    ticketTable.after(ticket.state, "APPROVE_WORK"); // refuses before the milestones are looked at
    checkApproval(ticket.milestones, await reportsOf(tx, [ticket.id]));
    await moveTicket(tx, ticket, "APPROVE_WORK", { approvedAt: tx.now });
    await tx.setTimer(AUTO_ACCEPT, ticket.id, tx.now + AUTO_ACCEPT_MS);
    tx.record(ticketFacts.workApproved(ticket));
  });
}
