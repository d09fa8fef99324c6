import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { workingRoles } from "./actions.js";
import { ticketFacts } from "./facts.js";
import { checkDelivery } from "./progress.js";
import { reportsOf, settleOwed } from "./report.store.js";
import { seenLast, ticketTable } from "./ticket.js";
import { lockTicket, moveTicket } from "./ticket.store.js";

/**
 * The assigned supplier says the work is done and asks for approval. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE,
 * and MILESTONES_MISSING while a milestone is unreported or its report rejected.
 */
export async function deliverWork(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ticketId: string; readonly version: number },
): Promise<void> {
  must(viewer.kind === "supplier" && workingRoles.includes(viewer.role), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    must(ticket.supplierId === viewer.supplierId, "NOT_FOUND");
    seenLast(ticket, input.version);
    ticketTable.after(ticket.state, "DELIVER"); // refuses before the milestones are looked at
    checkDelivery(ticket.milestones, await reportsOf(tx, [ticket.id]));
    await settleOwed(tx, ticket.id);
    await moveTicket(tx, ticket, "DELIVER", { deliveredAt: tx.now });
    tx.record(ticketFacts.delivered(ticket));
  });
}
