import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ticketFacts } from "./facts.js";
import { decideReport, reportById } from "./report.store.js";
import { seenLast } from "./ticket.js";
import { lockTicket } from "./ticket.store.js";

/**
 * Staff approve a report: from now on the customer sees it, and its milestone counts. Refuses NOT_FOUND,
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
    const ticket = found(await lockTicket(tx, ticketId));
    const report = found(await reportById(tx, input.reportId));
    seenLast(report, input.version);
    await decideReport(tx, ticket, report, "APPROVE");
    tx.record(ticketFacts.approved(ticket, report));
  });
}
