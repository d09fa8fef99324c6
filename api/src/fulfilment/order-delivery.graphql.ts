import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { type StepActor, type StepCode, stepActors } from "../orders/next-step.js";
import { Order } from "../orders/order.graphql.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { holds } from "../platform/viewer.js";
import { deliveryOf } from "./progress.js";
import { StaffTicket } from "./staff-ticket.graphql.js";
import { Ticket } from "./ticket.graphql.js";
import type { TicketRow } from "./ticket.store.js";
import { loadTicketsOf } from "./ticket-parts.graphql.js";

const StepActorEnum = enumOf(stepActors);
registerEnumType(StepActorEnum, { name: "StepActor", description: "Who has to act next." });

@ObjectType({ description: "Who has to act next on an order, and how." })
export class NextStep {
  @Field(() => StepActorEnum, { description: "Who." })
  actor: StepActor;

  @Field(() => String, { description: "What, such as PAY_INSTALMENT, WAIT_DISPATCH or ACCEPT_WORK." })
  code: StepCode;
}

@ObjectType({ description: "How far the work of an order is. Zero of zero before it has tickets." })
export class DeliveryProgress {
  @Field(() => Int, { description: "Tickets signed off." })
  done: number;

  @Field(() => Int, { description: "Tickets in all." })
  total: number;

  @Field(() => Int, { description: "0 to 100: the mean of the tickets." })
  percent: number;
}

/** What an order is told by its tickets, to its customer. */
@Resolver(() => Order)
export class OrderDeliveryResolver {
  @FieldResolver(() => [Ticket], { description: "The work, in its order." })
  tickets(@Parent() order: Order, @Ctx() context: Context): Promise<TicketRow[]> {
    return loadTicketsOf(context, order.id);
  }

  @FieldResolver(() => DeliveryProgress, { description: "How far the work is." })
  delivery(@Parent() order: Order, @Ctx() context: Context): Promise<DeliveryProgress> {
    return loadDelivery(context, order.id);
  }

  @FieldResolver(() => Int, { description: "Reports that wait for staff before you see them." })
  pendingReportCount(@Parent() order: Order, @Ctx() context: Context): Promise<number> {
    return countPending(context, order.id);
  }
}

/** The same to staff. */
@Resolver(() => StaffOrder)
export class StaffOrderDeliveryResolver {
  @FieldResolver(() => [StaffTicket], { description: "The work, in its order; empty without tickets.read." })
  async tickets(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<TicketRow[]> {
    return holds(context.viewer, "tickets.read") ? loadTicketsOf(context, order.id) : [];
  }

  @FieldResolver(() => DeliveryProgress, { description: "How far the work is." })
  delivery(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<DeliveryProgress> {
    return loadDelivery(context, order.id);
  }

  @FieldResolver(() => Int, { description: "Reports that wait for review." })
  pendingReportCount(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<number> {
    return countPending(context, order.id);
  }

  @FieldResolver(() => [String], { description: "What staff may do with the order as a whole; nothing yet." })
  availableActions(@Parent() _order: StaffOrder): string[] {
    return [];
  }
}

async function loadDelivery(context: Context, orderId: string): Promise<DeliveryProgress> {
  return deliveryOf(await loadTicketsOf(context, orderId));
}

async function countPending(context: Context, orderId: string): Promise<number> {
  const tickets = await loadTicketsOf(context, orderId);
  return tickets.reduce((sum, ticket) => sum + ticket.pendingReports, 0);
}
