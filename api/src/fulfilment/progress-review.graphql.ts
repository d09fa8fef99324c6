import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { loadStaffSupplier, StaffSupplier } from "../suppliers/supplier.graphql.js";
import { approveProgress } from "./approve-progress.flow.js";
import { type ReportKind, type ReportState, reportTable } from "./progress.js";
import { rejectProgress } from "./reject-progress.flow.js";
import { type ProgressReportRow, pageOfReportsToReview, reportById } from "./report.store.js";
import { StaffTicket } from "./staff-ticket.graphql.js";
import type { TicketRow } from "./ticket.store.js";
import { loadReports, loadTicket, ReportKindEnum, ReportStateEnum } from "./ticket-parts.graphql.js";

@ObjectType({ implements: Node, description: "What a supplier reports of its work, as staff review it." })
export class StaffReport extends Node {
  @Field(() => ReportKindEnum, { description: "Note or milestone." })
  kind: ReportKind;

  @Field(() => String, { nullable: true, description: "Code of the milestone; null for a note." })
  milestoneCode: string | null;

  @Field(() => String, { description: "What the supplier wrote." })
  text: string;

  @Field(() => ReportStateEnum, { description: "Whether it waits, or how it was decided." })
  state: ReportState;

  @Field(() => String, { nullable: true, description: "Why it was rejected." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was reported." })
  submittedAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided." })
  decidedAt: number | null;

  @Field(() => Int, { description: "Send it back with a decision." })
  version: number;
}

const StaffReportConnection = connectionType("StaffReport", () => StaffReport);

@InputType({ description: "The report to approve." })
class ApproveProgressInput {
  @Field(() => ID, { description: "Of the report." })
  reportId: string;

  @Field(() => Int, { description: "The report's version you have seen." })
  version: number;
}

@InputType({ description: "The report to turn down." })
class RejectProgressInput {
  @Field(() => ID, { description: "Of the report." })
  reportId: string;

  @Field(() => Int, { description: "The report's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the supplier reads it." })
  reason: string;
}

@ObjectType({ description: "The report, approved." })
class ApproveProgressPayload extends Payload {
  @Field(() => StaffReport, { nullable: true, description: "The report." })
  report?: ProgressReportRow | null;
}

@ObjectType({ description: "The report, rejected." })
class RejectProgressPayload extends Payload {
  @Field(() => StaffReport, { nullable: true, description: "The report." })
  report?: ProgressReportRow | null;
}

@Resolver(() => StaffReport)
export class StaffReportResolver {
  @FieldResolver(() => StaffTicket, { description: "The work it is about." })
  async ticket(@Parent() report: ProgressReportRow, @Ctx() context: Context): Promise<TicketRow> {
    return found(await loadTicket(context, report.ticketId));
  }

  @FieldResolver(() => StaffSupplier, { description: "Who reports." })
  async supplier(@Parent() report: ProgressReportRow, @Ctx() context: Context): Promise<StaffSupplier> {
    return found(await loadStaffSupplier(context, report.supplierId));
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of the milestone; null for a note." })
  milestone(@Parent() report: ProgressReportRow): string | null {
    return report.milestoneName;
  }

  @FieldResolver(() => [LocalFile], { description: "What the supplier shows." })
  photos(@Parent() report: ProgressReportRow, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, report.photoIds);
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: APPROVE, REJECT." })
  availableActions(@Parent() report: ProgressReportRow, @Ctx() { viewer }: Context): string[] {
    return holds(viewer, "progress.review") ? reportTable.verbs(report.state) : [];
  }

  @Allow(staffWith("progress.review"))
  @Query(() => StaffReportConnection, { description: "Reports that wait for review, oldest first." })
  async reportsToReview(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<ProgressReportRow>> {
    return toConnection(await pageOfReportsToReview(platform.database.read, pageRequest(first, after)));
  }

  @Allow(staffWith("progress.review"))
  @Query(() => StaffReport, { nullable: true, description: "One report, decided or not; null when there is none." })
  async staffReport(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the report." }) id: string,
  ): Promise<ProgressReportRow | null> {
    return (await reportById(platform.database.read, id)) ?? null;
  }

  @Allow(staffWith("progress.review"))
  @Mutation(() => ApproveProgressPayload, {
    description: "Shows a report to the customer. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  approveProgress(@Ctx() context: Context, @Arg("input") input: ApproveProgressInput): Promise<ApproveProgressPayload> {
    return settle(async () => {
      await approveProgress(context.platform, context.viewer, input);
      return { report: (await reportById(context.platform.database.read, input.reportId)) ?? null };
    });
  }

  @Allow(staffWith("progress.review"))
  @Mutation(() => RejectProgressPayload, {
    description: "Turns a report down. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  rejectProgress(@Ctx() context: Context, @Arg("input") input: RejectProgressInput): Promise<RejectProgressPayload> {
    return settle(async () => {
      await rejectProgress(context.platform, context.viewer, input);
      return { report: (await reportById(context.platform.database.read, input.reportId)) ?? null };
    });
  }
}

@Resolver(() => StaffTicket)
export class StaffTicketReportsResolver {
  @FieldResolver(() => [StaffReport], { description: "What the supplier reported, oldest first." })
  reports(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<ProgressReportRow[]> {
    return loadReports(context, ticket.id);
  }
}
