import { type Page, type PageRequest, toPage } from "../kernel/page.js";
import { queuesMoved } from "../payments/facts.js";
import { marks, type Sql } from "../platform/sql.js";
import type { Tx } from "../platform/tx.js";
import { supplierWorkMoved } from "./facts.js";
import { ProgressReportRow } from "./fulfilment.table.js";
import { percentOf, type ReportVerb, reportTable } from "./progress.js";
import { keepFigures, type TicketRow } from "./ticket.store.js";

export type { ProgressReportRow };

export async function reportById(sql: Sql, id: string): Promise<ProgressReportRow | undefined> {
  return (await sql.rows(ProgressReportRow, "WHERE t.id = ?", [id]))[0];
}

/** The reports of many tickets in one statement, oldest first. */
export async function reportsOf(sql: Sql, ticketIds: readonly string[]): Promise<ProgressReportRow[]> {
  const tail = `WHERE t.ticketId IN (${marks(ticketIds)}) ORDER BY t.ticketId, t.submittedAt, t.id`;
  return sql.rows(ProgressReportRow, tail, ticketIds);
}

/** Adds a report; one of a milestone answers the earlier rejection of it. */
export async function addReport(tx: Tx, ticket: TicketRow, report: ProgressReportRow): Promise<void> {
  await tx.run("UPDATE progress_reports SET owedBy = NULL WHERE ticketId = ? AND milestoneCode = ?", [
    ticket.id,
    report.milestoneCode,
  ]);
  await tx.insert(ProgressReportRow, [report]);
  await retell(tx, ticket);
}

/** Decides a report by a verb of its table. Refuses INVALID_STATE and STALE_VERSION. */
export async function decideReport(
  tx: Tx,
  ticket: TicketRow,
  report: ProgressReportRow,
  verb: ReportVerb,
  reason: string | null = null,
): Promise<void> {
  const state = reportTable.after(report.state, verb);
  const rejected = state === "REJECTED";
  await tx.change(
    ProgressReportRow,
    { id: report.id, state: report.state, version: report.version },
    {
      state,
      reason,
      reviewerId: tx.actorId,
      decidedAt: tx.now,
      milestoneKey: rejected ? null : report.milestoneKey,
      owedBy: rejected && report.kind === "MILESTONE" ? report.supplierId : null,
    },
  );
  await retell(tx, ticket);
}

/** Nothing of this ticket is owed any more: the work was delivered. */
export async function settleOwed(tx: Tx, ticketId: string): Promise<void> {
  await tx.run("UPDATE progress_reports SET owedBy = NULL WHERE ticketId = ?", [ticketId]);
}

/** Keeps percent and pending count of the ticket, which the caller holds locked, and has its boards look again. */
async function retell(tx: Tx, ticket: TicketRow): Promise<void> {
  const reports = await reportsOf(tx, [ticket.id]);
  const pendingReports = reports.filter((report) => report.state === "SUBMITTED").length;
  await keepFigures(tx, ticket.id, { percent: percentOf(ticket.milestones, reports), pendingReports });
  tx.record(queuesMoved);
  if (ticket.supplierId !== null) tx.record(supplierWorkMoved(ticket.supplierId, ticket.id));
}

/** A page of the reports that wait for review, oldest first. */
export async function pageOfReportsToReview(sql: Sql, request: PageRequest): Promise<Page<ProgressReportRow>> {
  const [at, id] = request.after ?? [null, null];
  const after = at === null ? "" : "AND t.submittedAt >= ? AND (t.submittedAt > ? OR t.id > ?)";
  const rows = await sql.rows(
    ProgressReportRow,
    `WHERE t.state >= ? AND t.state <= ? ${after} ORDER BY t.state, t.submittedAt, t.id LIMIT ${request.first + 1}`,
    ["SUBMITTED", "SUBMITTED", ...(at === null ? [] : [at, at, id])],
  );
  return toPage(rows, request, (row) => row.submittedAt);
}

/** Reports that wait for review, counted to 1,000 at most. */
export async function countReportsToReview(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    "SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM progress_reports WHERE state = 'SUBMITTED' LIMIT 1000) q",
  );
  return Number(row?.n ?? 0);
}

/** Rejected reports that a supplier has yet to answer. */
export async function countOwed(sql: Sql, supplierId: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>("SELECT COUNT(*) AS n FROM progress_reports WHERE owedBy = ?", [
    supplierId,
  ]);
  return Number(row?.n ?? 0);
}
