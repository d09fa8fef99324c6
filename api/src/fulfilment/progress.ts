import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import type { Milestone, TicketState } from "./ticket.js";

export type { Milestone };

export const reportKinds = ["NOTE", "MILESTONE"] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportStates = ["SUBMITTED", "APPROVED", "REJECTED"] as const;
export type ReportState = (typeof reportStates)[number];
export type ReportVerb = "APPROVE" | "REJECT";

/** A report's life. Customers see APPROVED ones only; a rejected one is posted anew, never changed. */
export const reportTable = stateTable<ReportState, ReportVerb>("progress report", "SUBMITTED", {
  SUBMITTED: { APPROVE: "APPROVED", REJECT: "REJECTED" },
  APPROVED: {},
  REJECTED: {},
});

export const REPORT_TEXT_MAX = 1_000;
export const PHOTOS_MAX = 9;

/** A report as the rules look at it. */
export interface Report {
  readonly milestoneCode: string | null;
  readonly state: ReportState;
}

/** States in which the supplier may report: while working, and on the way back into work after a rework. */
export function mayPost(state: TicketState): boolean {
  return state === "IN_PROGRESS" || state === "REWORK";
}

/**
 * Checks a new report and tells its milestone; null for a note. Refuses INVALID_STATE when there is no work going
 * on, VALIDATION for an unknown milestone, INVALID_STATE for one that is approved or under review, PHOTOS_MISSING
 * (with how many are wanted) for too little evidence.
 */
export function checkPost(
  ticket: { readonly state: TicketState; readonly milestones: readonly Milestone[] },
  reports: readonly Report[],
  post: { readonly milestoneCode: string | null; readonly photoCount: number },
): Milestone | null {
  must(mayPost(ticket.state), "INVALID_STATE", { thing: "ticket", state: ticket.state, verb: "POST_PROGRESS" });
  must(post.photoCount <= PHOTOS_MAX, "VALIDATION", { field: "photoFileIds", max: PHOTOS_MAX });
  if (post.milestoneCode === null) return null;
  const milestone = ticket.milestones.find((known) => known.code === post.milestoneCode);
  must(milestone, "VALIDATION", { field: "milestoneCode" });
  const open = openReport(reports, milestone.code);
  must(!open, "INVALID_STATE", { thing: "milestone", state: open?.state ?? "", verb: "POST_PROGRESS" });
  must(post.photoCount >= milestone.minPhotos, "PHOTOS_MISSING", { field: "photoFileIds", min: milestone.minPhotos });
  return milestone;
}

/** The report of a milestone that counts: submitted or approved. */
function openReport(reports: readonly Report[], code: string): Report | undefined {
  return reports.find((report) => report.milestoneCode === code && report.state !== "REJECTED");
}

/** Codes of the milestones that are approved. */
export function doneMilestones(reports: readonly Report[]): ReadonlySet<string> {
  const approved = reports.filter((report) => report.state === "APPROVED").map((report) => report.milestoneCode);
  return new Set(approved.filter((code) => code !== null));
}

/** 0…100: the weights of the approved milestones. Never typed in by anybody. */
export function percentOf(milestones: readonly Milestone[], reports: readonly Report[]): number {
  const done = doneMilestones(reports);
  return milestones.filter(({ code }) => done.has(code)).reduce((sum, { weight }) => sum + weight, 0);
}

/** Refuses MILESTONES_MISSING, naming them, unless each milestone is reported: submitted or approved. */
export function checkDelivery(milestones: readonly Milestone[], reports: readonly Report[]): void {
  const missing = milestones.filter(({ code }) => openReport(reports, code) === undefined);
  must(missing.length === 0, "MILESTONES_MISSING", { missing: missing.map(({ name }) => name).join("、") });
}

/** Refuses MILESTONES_MISSING unless each milestone is approved and no report waits for review. */
export function checkApproval(milestones: readonly Milestone[], reports: readonly Report[]): void {
  const done = doneMilestones(reports);
  const missing = milestones.filter(({ code }) => !done.has(code));
  const waiting = reports.filter((report) => report.state === "SUBMITTED").length;
  const names = missing.map(({ name }) => name).join("、");
  must(missing.length === 0 && waiting === 0, "MILESTONES_MISSING", { missing: names, waiting });
}

/** How far an order is: tickets accepted, tickets in all, and the mean of their percents, rounded down. */
export interface DeliveryProgress {
  readonly done: number;
  readonly total: number;
  readonly percent: number;
}

/** Cancelled tickets don't count. Before there are tickets nothing is done of nothing. */
export function deliveryOf(
  tickets: readonly { readonly state: TicketState; readonly percent: number }[],
): DeliveryProgress {
  const counted = tickets.filter((ticket) => ticket.state !== "CANCELLED");
  const done = counted.filter((ticket) => ticket.state === "ACCEPTED").length;
  const sum = counted.reduce((total, ticket) => total + ticket.percent, 0);
  return { done, total: counted.length, percent: counted.length === 0 ? 0 : Math.floor(sum / counted.length) };
}
