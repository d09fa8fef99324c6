import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { loadChangeRequests } from "../orders/amendment.graphql.js";
import { ChangeRequest } from "../orders/amendment-fields.graphql.js";
import { WithdrawChangeInput } from "../orders/change-request-deeds.graphql.js";
import { requestChange } from "../orders/request-change.flow.js";
import { withdrawChange } from "../orders/withdraw-change.flow.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { memberOf } from "./supplier-reads.graphql.js";
import { SupplierTicket } from "./supplier-ticket.graphql.js";
import type { SupplierTicketView } from "./supplier-view.js";

@InputType({ description: "What a supplier asks to have changed about its work." })
class RequestTicketChangeInput {
  @Field(() => ID, { description: "A ticket your supplier has taken." })
  ticketId: string;

  @Field(() => String, { description: "What and why, at most 500 characters." })
  text: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The request, or why there is none." })
class RequestTicketChangePayload extends Payload {
  @Field(() => ID, { nullable: true, description: "The request." })
  requestId?: string | null;
}

@ObjectType({ description: "The request that was taken back, or why it was not." })
class WithdrawTicketChangePayload extends Payload {
  @Field(() => ID, { nullable: true, description: "The request." })
  requestId?: string | null;
}

@Resolver()
export class TicketChangeResolver {
  @Allow(supplierMembers("OWNER", "DISPATCHER", "WORKER"))
  @Mutation(() => RequestTicketChangePayload, {
    description:
      "Asks the platform to change the scope or terms of a ticket. Refuses NOT_FOUND, INVALID_STATE, VALIDATION, RATE_LIMITED.",
  })
  requestTicketChange(
    @Ctx() context: Context,
    @Arg("input") input: RequestTicketChangeInput,
  ): Promise<RequestTicketChangePayload> {
    return settle(async () => {
      const requestId = await requestChange(context.platform, memberOf(context), { ...input, wish: "CHANGE" });
      return { requestId };
    });
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER", "WORKER"))
  @Mutation(() => WithdrawTicketChangePayload, {
    description:
      "Takes back what your supplier asked for, while nobody answered. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  withdrawTicketChange(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawChangeInput,
  ): Promise<WithdrawTicketChangePayload> {
    return settle(async () => {
      const { id: requestId } = await withdrawChange(context.platform, memberOf(context), input);
      return { requestId };
    });
  }
}

@Resolver(() => SupplierTicket)
export class TicketChangesResolver {
  @FieldResolver(() => [ChangeRequest], {
    description: "What your supplier asked to have changed of it, newest first.",
  })
  async changeRequests(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<ChangeRequest[]> {
    if (!ticket.mine) return [];
    return (await loadChangeRequests(context, ticket.orderId)).filter(({ ticketId }) => ticketId === ticket.id);
  }
}
