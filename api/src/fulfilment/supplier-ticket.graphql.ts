import { Arg, Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { OrderInputValue } from "../orders/order.graphql.js";
import { loadInstalments } from "../payments/instalment.graphql.js";
import { workIsPaused } from "../payments/instalment.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { Region, regionView } from "../suppliers/supplier.graphql.js";
import { openOffers } from "./attempt.store.js";
import type { AttemptState } from "./dispatch.js";
import type { ProgressReportRow } from "./report.store.js";
import { loadSupplierSeq, memberOf, readSupplierTicket, viewsOfMine, viewsOfOffers } from "./supplier-reads.graphql.js";
import type { SupplierTicketView } from "./supplier-view.js";
import type { TicketState } from "./ticket.js";
import { pageOfSupplierTickets } from "./ticket.store.js";
import {
  AttemptStateEnum,
  loadMilestones,
  loadReports,
  ProgressReport,
  TicketMilestone,
  TicketStateEnum,
} from "./ticket-parts.graphql.js";

@ObjectType({ description: "Your supplier's offer of a ticket." })
class MyOffer {
  @Field(() => ID, { description: "Send it back with the answer." })
  attemptId: string;

  @Field(() => AttemptStateEnum, { description: "Whether it can still be answered, or how it ended." })
  state: AttemptState;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  offeredAt: number;

  @Field(() => DateTimeScalar, { description: "Until when it can be answered." })
  expiresAt: number;
}

@ObjectType({
  implements: Node,
  description: "One piece of work as its supplier sees it. Whom and where is told once the supplier has taken it.",
})
export class SupplierTicket extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "Number of the order it is part of." })
  orderNo: string;

  @Field(() => String, { description: "What is to be done." })
  itemName: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Int, { description: "Work of a stage begins when the stages before it are accepted." })
  stage: number;

  @Field(() => TicketStateEnum, { description: "Where it stands; of an offer that ended, as you last saw it." })
  state: TicketState;

  @Field(() => [OrderInputValue], { description: "What the customer told of the work." })
  inputs: OrderInputValue[];

  @Field(() => String, { nullable: true, description: "The customer's note; null until it is yours." })
  note: string | null;

  @Field(() => String, { nullable: true, description: "Whom to ask for; null until it is yours." })
  contactName: string | null;

  @Field(() => String, { nullable: true, description: "Whom to call; null until it is yours." })
  contactPhone: string | null;

  @Field(() => String, { nullable: true, description: "Where; null until it is yours." })
  address: string | null;

  @Field(() => MoneyScalar, { description: "What your supplier gets for it." })
  pay: number;

  @Field(() => MyOffer, { nullable: true, description: "How it was offered to you." })
  offer: MyOffer | null;

  @Field(() => Int, { description: "0 to 100: the weight of the approved milestones." })
  percent: number;

  @Field(() => Int, { description: "How often it was sent back." })
  reworkCount: number;

  @Field(() => String, { nullable: true, description: "Why it was last sent back." })
  reworkReason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When you took it." })
  assignedAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When you last said it is done." })
  deliveredAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  @Field(() => [String], {
    description: "What you may do with it now: ACCEPT_OFFER, DECLINE_OFFER, START, POST_PROGRESS, DELIVER.",
  })
  availableActions: string[];
}

export const SupplierTicketConnection = connectionType("SupplierTicket", () => SupplierTicket);

@Resolver(() => SupplierTicket)
export class SupplierTicketResolver {
  @FieldResolver(() => Region, { description: "The city." })
  region(@Parent() ticket: SupplierTicketView): Region {
    return regionView(ticket.regionCode);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether nothing may be begun until its customer paid what is overdue.",
  })
  async workPaused(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<boolean> {
    return workIsPaused(await loadInstalments(context, ticket.orderId));
  }

  @FieldResolver(() => [TicketMilestone], { description: "Its parts." })
  async milestones(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<TicketMilestone[]> {
    if (ticket.mine) return loadMilestones(context, ticket);
    return ticket.milestones.map((milestone) => ({ ...milestone, done: false }));
  }

  @FieldResolver(() => [ProgressReport], { description: "What you reported, oldest first." })
  async reports(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<ProgressReportRow[]> {
    return ticket.mine ? loadReports(context, ticket.id) : [];
  }

  @FieldResolver(() => [LocalFile], { description: "What the customer showed when it was last sent back." })
  reworkPhotos(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, ticket.reworkPhotoIds);
  }

  @FieldResolver(() => Int, { description: "Number of the last move on your supplier's pages." })
  seq(@Parent() _ticket: SupplierTicketView, @Ctx() context: Context): Promise<number> {
    return loadSupplierSeq(context, memberOf(context).supplierId);
  }

  @Allow(supplierMembers())
  @Query(() => [SupplierTicket], {
    description: "Offers that wait for your answer, soonest to end first; at most 100.",
  })
  async myOffers(@Ctx() context: Context): Promise<SupplierTicketView[]> {
    const { supplierId } = memberOf(context);
    const { platform } = context;
    return viewsOfOffers(context, await openOffers(platform.database.read, supplierId, platform.clock.now()));
  }

  @Allow(supplierMembers())
  @Query(() => SupplierTicketConnection, { description: "Tickets your supplier has taken, last taken first." })
  async myTickets(
    @Ctx() context: Context,
    @Arg("state", () => TicketStateEnum, { nullable: true, description: "Only these." }) state?: TicketState | null,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<SupplierTicketView>> {
    const { supplierId } = memberOf(context);
    const request = pageRequest(first, after);
    const page = await pageOfSupplierTickets(context.platform.database.read, supplierId, state ?? null, request);
    const views = await viewsOfMine(context, page.rows);
    return toConnection({ ...page, rows: views }, (view) => view);
  }

  @Allow(supplierMembers())
  @Query(() => SupplierTicket, {
    nullable: true,
    description: "A ticket of your supplier, or one that was offered to it; null when it never was.",
  })
  supplierTicket(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the ticket." }) id: string,
  ): Promise<SupplierTicketView | null> {
    return readSupplierTicket(context, id);
  }
}
