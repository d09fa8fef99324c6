import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { customerActions } from "./actions.js";
import type { ProgressReportRow } from "./report.store.js";
import type { TicketState } from "./ticket.js";
import type { TicketRow } from "./ticket.store.js";
import {
  loadMilestones,
  loadReports,
  ProgressReport,
  TicketMilestone,
  TicketStateEnum,
} from "./ticket-parts.graphql.js";

@ObjectType({
  implements: Node,
  description: "One piece of work of an order, as its customer sees it: who does it and how far it is.",
})
export class Ticket extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "What is done." })
  itemName: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Int, { description: "Work of a stage begins when the stages before it are accepted." })
  stage: number;

  @Field(() => TicketStateEnum, { description: "Where it stands." })
  state: TicketState;

  @Field(() => Int, { description: "0 to 100: the weight of the approved milestones." })
  percent: number;

  @Field(() => Int, { description: "How often it was sent back." })
  reworkCount: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the supplier last said it is done." })
  deliveredAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was signed off." })
  acceptedAt: number | null;

  @Field(() => Int, { description: "Send it back with a decision." })
  version: number;
}

@Resolver(() => Ticket)
export class TicketResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it; null until a supplier has taken it." })
  async supplier(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<Supplier | null> {
    return ticket.supplierId === null ? null : loadSupplier(context, ticket.supplierId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Who of the supplier is at it; null until work began." })
  async workerName(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<string | null> {
    if (ticket.workerId === null) return null;
    return (await loadAccount(context, ticket.workerId))?.displayName ?? null;
  }

  @FieldResolver(() => [TicketMilestone], { description: "Its parts." })
  milestones(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<TicketMilestone[]> {
    return loadMilestones(context, ticket);
  }

  @FieldResolver(() => [ProgressReport], {
    description: "What the supplier reported and staff approved, oldest first.",
  })
  async reports(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<ProgressReportRow[]> {
    return (await loadReports(context, ticket.id)).filter((report) => report.state === "APPROVED");
  }

  @FieldResolver(() => Int, { description: "How many reports wait for staff: silence never means that nobody works." })
  pendingReportCount(@Parent() ticket: TicketRow): number {
    return ticket.pendingReports;
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: ACCEPT, REQUEST_REWORK." })
  availableActions(@Parent() ticket: TicketRow): string[] {
    return customerActions(ticket.state);
  }
}
