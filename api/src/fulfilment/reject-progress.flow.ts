import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { ticketFacts } from "./facts.js";
import { decideReport, reportById } from "./report.store.js";
import { seenLast } from "./ticket.js";
import { lockTicket } from "./ticket.store.js";

/**
 * Staff turn a report down with a reason for the supplier, who posts it anew; the customer never sees it. Refuses
 * NOT_FOUND, STALE_VERSION, INVALID_STATE and REASON_REQUIRED.
 */
export async function rejectProgress(
  platform: Platform,
  viewer: Viewer,
  input: { readonly reportId: string; readonly version: number; readonly reason: string },
): Promise<void> {
  must(holds(viewer, "progress.review"), "FORBIDDEN");
  const reason = cleanReason(input.reason);
  await platform.work.run(viewer, async (tx) => {
    const { ticketId } = found(await reportById(tx, input.reportId));
    const ticket = found(await lockTicket(tx, ticketId));
    const report = found(await reportById(tx, input.reportId));
    seenLast(report, input.version);
    await decideReport(tx, ticket, report, "REJECT", reason);
    tx.record(ticketFacts.rejected(ticket, report, reason));
  });
}
