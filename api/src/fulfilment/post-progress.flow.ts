import { cleanText } from "../identity/account.js";
import { newId } from "../kernel/ids.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { workingRoles } from "./actions.js";
import { ticketFacts } from "./facts.js";
import { checkPost, type Milestone, REPORT_TEXT_MAX } from "./progress.js";
import { addReport, type ProgressReportRow, reportsOf } from "./report.store.js";
import { lockTicket, moveTicket, type TicketRow } from "./ticket.store.js";

export interface PostProgress {
  readonly ticketId: string;
  /** Null for a note. */
  readonly milestoneCode: string | null;
  readonly text: string;
  readonly photoFileIds: readonly string[];
  readonly idempotencyKey: string;
}

/**
 * The assigned supplier reports a milestone or a note, as often as there is something to tell; staff review it before
 * the customer sees it. Reporting after a rework was asked for takes the work up again. Refuses NOT_FOUND, INVALID_STATE
 * (no work going on, or the milestone is reported already), PHOTOS_MISSING and VALIDATION.
 */
export async function postProgress(
  platform: Platform,
  viewer: Viewer,
  input: PostProgress,
): Promise<{ ticketId: string; reportId: string }> {
  must(viewer.kind === "supplier" && workingRoles.includes(viewer.role), "FORBIDDEN");
  const text = cleanText(input.text, "text", REPORT_TEXT_MAX, input.milestoneCode === null ? 1 : 0);
  const once = { operation: "postProgress", key: input.idempotencyKey, input };
  return platform.work.once(viewer, once, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    must(ticket.supplierId === viewer.supplierId, "NOT_FOUND");
    const photos = await platform.files.mine(tx, input.photoFileIds, viewer.accountId, "PROGRESS");
    const post = { milestoneCode: input.milestoneCode, photoCount: photos.length };
    const milestone = checkPost(ticket, await reportsOf(tx, [ticket.id]), post);
    if (ticket.state === "REWORK") {
      await moveTicket(tx, ticket, "START", { workerId: viewer.accountId });
      tx.record(ticketFacts.started(ticket));
    }
    const report = newReport(ticket, milestone, text, { ...viewer, photoIds: input.photoFileIds, now: tx.now });
    await addReport(tx, ticket, report);
    tx.record(ticketFacts.posted(ticket, report));
    return { ticketId: ticket.id, reportId: report.id };
  });
}

function newReport(
  ticket: TicketRow,
  milestone: Milestone | null,
  text: string,
  by: { accountId: string; supplierId: string; photoIds: readonly string[]; now: number },
): ProgressReportRow {
  return {
    id: newId(),
    ticketId: ticket.id,
    supplierId: by.supplierId,
    kind: milestone ? "MILESTONE" : "NOTE",
    milestoneCode: milestone?.code ?? null,
    milestoneName: milestone?.name ?? null,
    text,
    photoIds: [...by.photoIds],
    state: "SUBMITTED",
    milestoneKey: milestone ? `${ticket.id}:${milestone.code}` : null,
    owedBy: null,
    reason: null,
    authorId: by.accountId,
    submittedAt: by.now,
    reviewerId: null,
    decidedAt: null,
    version: 1,
  };
}
