import { Entity, ForeignKey, Index } from "typeorm";
import { Amount, Count, Id, Instant, Json, Measure, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { AttemptState, ScorePart, Strategy } from "./dispatch.js";
import type { ReportKind, ReportState } from "./progress.js";
import type { InputValue, Milestone, TicketState } from "./ticket.js";

/**
 * A ticket 服务单: one order component to be done by one supplier. It carries what that supplier needs and nothing of
 * prices to the customer, so a supplier's page never has to look at the order.
 */
@Entity("tickets")
@Index(["orderComponentId", "revision"], { unique: true })
@Index(["state", "createdAt", "id"])
@Index(["createdAt", "id"])
@Index(["supplierId", "assignedAt", "id"])
@Index(["supplierId", "state", "assignedAt", "id"])
export class TicketRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Ref("OrderRow") orderId: string;
  @Name(22) @ForeignKey("OrderComponentRow") orderComponentId: string;
  /** The order's revision that opened it; together with the component it exists once. */
  @Count() revision: number;
  @Name(24) orderNo: string;
  @Name(22) itemId: string;
  @Name(60) itemName: string;
  @Name(20) unit: string;
  @Measure() quantity: number;
  @Count() stage: number;
  /** Order components that must be over before it starts; null for everything of the stage before. */
  @Json({ nullable: true }) waitsFor: string[] | null;
  /** Hours to wait after the last of them was accepted. */
  @Count({ default: 0 }) lagHours: number;
  /** When the wait is over; null unless it is the lag it waits for. */
  @Instant({ nullable: true }) releasesAt: number | null;
  @Name(12) regionCode: string;
  @Json() inputs: InputValue[];
  @Name(30) contactName: string;
  @Name(20) contactPhone: string;
  @Name(200) address: string;
  @Prose({ nullable: true }) note: string | null;
  @Json() milestones: Milestone[];
  @Word() state: TicketState;
  /** Round of dispatch, from 1; a person who takes over begins the next. */
  @Count() round: number;
  /** Whom the order names, and who named it. */
  @Name(22, { nullable: true }) chosenSupplierId: string | null;
  @Word() chosenBy: "CUSTOMER" | "PLATFORM";
  /** What the named supplier gets, frozen with the order. */
  @Amount() plannedCost: number;
  /** Who does it; null until an offer is accepted. */
  @Name(22, { nullable: true }) @ForeignKey("SupplierRow") supplierId: string | null;
  /** What that supplier gets, frozen when it was offered; null until accepted. */
  @Amount({ nullable: true }) pay: number | null;
  /** The member who began the work. */
  @Name(22, { nullable: true }) workerId: string | null;
  /** Weight of the approved milestones, told by the reports in the same transaction. */
  @Count() percent: number;
  /** Reports that wait for review, told likewise. */
  @Count() pendingReports: number;
  @Count() reworkCount: number;
  @Prose({ nullable: true }) reworkReason: string | null;
  @Json() reworkPhotoIds: string[];
  @Instant() createdAt: number;
  @Instant({ nullable: true }) assignedAt: number | null;
  @Instant({ nullable: true }) startedAt: number | null;
  @Instant({ nullable: true }) deliveredAt: number | null;
  @Instant({ nullable: true }) approvedAt: number | null;
  @Instant({ nullable: true }) acceptedAt: number | null;
  @Count() version: number;
}

/** One offer of a ticket to one supplier, with the reasons why it was this one. */
@Entity("dispatch_attempts")
@Index(["ticketId", "round", "supplierId"], { unique: true })
@Index(["supplierId", "state", "expiresAt", "id"])
@Index(["supplierId", "offeredAt"])
@Index(["itemId", "offeredAt"])
export class DispatchAttemptRow {
  @Id() id: string;
  @Name(22) @ForeignKey("TicketRow") ticketId: string;
  @Count() round: number;
  @Name(22) @ForeignKey("SupplierRow") supplierId: string;
  @Name(22) itemId: string;
  @Word() strategy: Strategy;
  @Measure() score: number;
  @Json() trace: ScorePart[];
  /** What this supplier gets if it accepts: frozen now, whatever its prices do meanwhile. */
  @Amount() pay: number;
  @Instant() offeredAt: number;
  @Instant() expiresAt: number;
  @Word() state: AttemptState;
  /** The ticket's id while OFFERED or ACCEPTED, else null: the database allows a ticket one such offer. */
  @Name(22, { nullable: true, unique: true }) activeKey: string | null;
  @Prose({ nullable: true }) declineReason: string | null;
  @Instant({ nullable: true }) closedAt: number | null;
  @Count() version: number;
}

/** What a supplier reports of its work. Never changed after review: what was rejected is posted anew. */
@Entity("progress_reports")
@Index(["ticketId", "submittedAt", "id"])
@Index(["state", "submittedAt", "id"])
export class ProgressReportRow {
  @Id() id: string;
  @Name(22) @ForeignKey("TicketRow") ticketId: string;
  @Ref("SupplierRow") supplierId: string;
  @Word() kind: ReportKind;
  @Name(30, { nullable: true }) milestoneCode: string | null;
  @Name(60, { nullable: true }) milestoneName: string | null;
  @Prose() text: string;
  @Json() photoIds: string[];
  @Word() state: ReportState;
  /** `<ticketId>:<milestoneCode>` unless rejected: the database allows a milestone one report that counts. */
  @Name(60, { nullable: true, unique: true }) milestoneKey: string | null;
  /** The supplier that has yet to answer a rejection with a new report. */
  @Name(22, { nullable: true }) @Index() owedBy: string | null;
  @Prose({ nullable: true }) reason: string | null;
  @Ref("AccountRow") authorId: string;
  @Instant() submittedAt: number;
  @Name(22, { nullable: true }) reviewerId: string | null;
  @Instant({ nullable: true }) decidedAt: number | null;
  @Count() version: number;
}

export const fulfilmentTables = [TicketRow, DispatchAttemptRow, ProgressReportRow];
