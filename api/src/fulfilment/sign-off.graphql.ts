import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { loadOrder, Order } from "../orders/order.graphql.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { acceptWork } from "./accept-work.flow.js";
import { requestRework } from "./request-rework.flow.js";
import { Ticket } from "./ticket.graphql.js";
import type { TicketRow } from "./ticket.store.js";
import { loadTicket } from "./ticket-parts.graphql.js";

@InputType({ description: "Work to sign off." })
class AcceptWorkInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Work to send back." })
class RequestReworkInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;

  @Field(() => String, { description: "What is wrong, at most 300 characters; the supplier reads it." })
  reason: string;

  @Field(() => [ID], { description: "Photos uploaded for REWORK, nine at most." })
  photoFileIds: string[];
}

@ObjectType({ description: "The ticket and its order after the sign-off." })
class AcceptWorkPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: "The ticket." })
  ticket?: TicketRow | null;

  @Field(() => Order, { nullable: true, description: "Its order." })
  order?: Order | null;
}

@ObjectType({ description: "The ticket and its order after sending it back." })
class RequestReworkPayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: "The ticket." })
  ticket?: TicketRow | null;

  @Field(() => Order, { nullable: true, description: "Its order." })
  order?: Order | null;
}

@Resolver()
export class SignOffResolver {
  @Allow(customers)
  @Mutation(() => AcceptWorkPayload, {
    description: "Signs approved work off. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  acceptWork(@Ctx() context: Context, @Arg("input") input: AcceptWorkInput): Promise<AcceptWorkPayload> {
    return settle(async () => {
      const accepted = await acceptWork(context.platform, context.viewer, input);
      return after(context, input.ticketId, accepted?.orderId ?? "");
    });
  }

  @Allow(customers)
  @Mutation(() => RequestReworkPayload, {
    description: "Sends approved work back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  requestRework(@Ctx() context: Context, @Arg("input") input: RequestReworkInput): Promise<RequestReworkPayload> {
    return settle(async () => {
      const { orderId } = await requestRework(context.platform, context.viewer, input);
      return after(context, input.ticketId, orderId);
    });
  }
}

async function after(
  context: Context,
  ticketId: string,
  orderId: string,
): Promise<{ ticket: TicketRow | null; order: Order | null }> {
  return { ticket: await loadTicket(context, ticketId), order: await loadOrder(context, orderId) };
}
