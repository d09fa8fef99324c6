import { found, must } from "../kernel/refusal.js";
import { componentsOf, lockOrder } from "../orders/order.store.js";
import { fireMilestone } from "../payments/instalment.store.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ticketFacts } from "./facts.js";
import { decideReport, reportById } from "./report.store.js";
import { seenLast } from "./ticket.js";
import { lockTicket, type TicketRow, ticketById } from "./ticket.store.js";

/**
 * Staff approve a report: from now on the customer sees it, its milestone counts, and the instalments that
 * waited for it fall due. Refuses NOT_FOUND,
 * STALE_VERSION and INVALID_STATE (somebody decided it already).
 */
export async function approveProgress(
  platform: Platform,
  viewer: Viewer,
  input: { readonly reportId: string; readonly version: number },
): Promise<void> {
  must(holds(viewer, "progress.review"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const { ticketId } = found(await reportById(tx, input.reportId));
    const { orderId } = found(await ticketById(tx, ticketId));
    await lockOrder(tx, orderId);
    const ticket = found(await lockTicket(tx, ticketId));
    const report = found(await reportById(tx, input.reportId));
    seenLast(report, input.version);
    await decideReport(tx, ticket, report, "APPROVE");
    tx.record(ticketFacts.approved(ticket, report));
    if (report.milestoneCode !== null) await fireOf(tx, ticket, report.milestoneCode);
  });
}

/** A milestone is told by the order's component that the ticket does. */
async function fireOf(tx: Tx, ticket: TicketRow, milestone: string): Promise<void> {
  const components = await componentsOf(tx, [ticket.orderId]);
  const component = found(components.find(({ id }) => id === ticket.orderComponentId));
  await fireMilestone(tx, ticket.orderId, { milestone, position: component.position });
}
