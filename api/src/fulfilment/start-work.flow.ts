import { found, must } from "../kernel/refusal.js";
import { fireTrigger, workPausedOf } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { workingRoles } from "./actions.js";
import { ticketFacts } from "./facts.js";
import { seenLast } from "./ticket.js";
import { lockTicket, moveTicket } from "./ticket.store.js";

/**
 * The assigned supplier begins, or takes up again after a rework. The first beginning of an order makes its
 * instalments "on start of work" due. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE and, while an
 * overdue instalment keeps the work still, WORK_PAUSED.
 */
export async function startWork(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ticketId: string; readonly version: number },
): Promise<void> {
  must(viewer.kind === "supplier" && workingRoles.includes(viewer.role), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    must(ticket.supplierId === viewer.supplierId, "NOT_FOUND");
    seenLast(ticket, input.version);
    must(!(await workPausedOf(tx, ticket.orderId)), "WORK_PAUSED");
    await moveTicket(tx, ticket, "START", { startedAt: ticket.startedAt ?? tx.now, workerId: viewer.accountId });
    tx.record(ticketFacts.started(ticket));
    await fireTrigger(tx, ticket.orderId, "ON_TICKETS_STARTED");
  });
}
