import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { attemptStates } from "./dispatch.js";
import { doneMilestones, type ReportKind, type ReportState, reportKinds, reportStates } from "./progress.js";
import { type ProgressReportRow, reportsOf } from "./report.store.js";
import { type Milestone, ticketStates } from "./ticket.js";
import { type TicketRow, ticketsById, ticketsOf } from "./ticket.store.js";

export const TicketStateEnum = enumOf(ticketStates);
registerEnumType(TicketStateEnum, {
  name: "TicketState",
  description: "A ticket's life, from waiting for earlier stages to the customer's sign-off.",
});

export const ReportKindEnum = enumOf(reportKinds);
registerEnumType(ReportKindEnum, { name: "ReportKind", description: "A free note, or the report of a milestone." });

export const ReportStateEnum = enumOf(reportStates);
registerEnumType(ReportStateEnum, { name: "ReportState", description: "Customers are shown APPROVED reports only." });

export const AttemptStateEnum = enumOf(attemptStates);
registerEnumType(AttemptStateEnum, { name: "AttemptState", description: "The life of one offer to one supplier." });

@ObjectType({ description: "A part of the work that is reported and shown apart." })
export class TicketMilestone {
  @Field(() => String, { description: "Stable code within the ticket." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => Int, { description: "Its part of the whole, in percent; a ticket's weights sum to 100." })
  weight: number;

  @Field(() => Int, { description: "How many photos its report needs at least." })
  minPhotos: number;

  @Field(() => Boolean, { description: "Whether a report of it was approved." })
  done: boolean;
}

@ObjectType({ implements: Node, description: "What a supplier reports of its work." })
export class ProgressReport extends Node {
  @Field(() => ReportKindEnum, { description: "Note or milestone." })
  kind: ReportKind;

  @Field(() => String, { nullable: true, description: "Code of the milestone; null for a note." })
  milestoneCode: string | null;

  @Field(() => String, { description: "What the supplier wrote." })
  text: string;

  @Field(() => ReportStateEnum, { description: "Whether staff have approved it." })
  state: ReportState;

  @Field(() => String, { nullable: true, description: "Why it was rejected." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was reported." })
  submittedAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When staff decided." })
  decidedAt: number | null;

  @Field(() => Int, { description: "Send it back with a decision." })
  version: number;
}

@Resolver(() => ProgressReport)
export class ProgressReportResolver {
  @FieldResolver(() => String, { nullable: true, description: "Name of the milestone; null for a note." })
  milestone(@Parent() report: ProgressReportRow): string | null {
    return report.milestoneName;
  }

  @FieldResolver(() => [LocalFile], { description: "What the supplier shows." })
  photos(@Parent() report: ProgressReportRow, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, report.photoIds);
  }
}

const REPORTS = Symbol("reports of tickets");
const TICKETS = Symbol("tickets");
const TICKETS_OF = Symbol("tickets of orders");

/** All reports of a ticket, oldest first, in one statement for all tickets a request asks for. */
export async function loadReports({ platform, loaders }: Context, ticketId: string): Promise<ProgressReportRow[]> {
  const loader = loaders.byId(REPORTS, async (ids) =>
    groupBy(await reportsOf(platform.database.read, ids), (report) => report.ticketId),
  );
  return (await loader.load(ticketId)) ?? [];
}

export function loadTicket({ platform, loaders }: Context, id: string): Promise<TicketRow | null> {
  return loaders.byId(TICKETS, (ids) => ticketsById(platform.database.read, ids)).load(id);
}

/** The tickets of an order in the order of the work; the caller has checked who may see the order. */
export async function loadTicketsOf({ platform, loaders }: Context, orderId: string): Promise<TicketRow[]> {
  const loader = loaders.byId(TICKETS_OF, async (ids) =>
    groupBy(await ticketsOf(platform.database.read, ids), (ticket) => ticket.orderId),
  );
  return (await loader.load(orderId)) ?? [];
}

/** A ticket's milestones and which of them are done. */
export async function loadMilestones(
  context: Context,
  ticket: { readonly id: string; readonly milestones: readonly Milestone[] },
): Promise<TicketMilestone[]> {
  const done = doneMilestones(await loadReports(context, ticket.id));
  return ticket.milestones.map((milestone) => ({ ...milestone, done: done.has(milestone.code) }));
}
