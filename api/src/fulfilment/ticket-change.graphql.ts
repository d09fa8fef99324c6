import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { requestChange } from "../orders/request-change.flow.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { memberOf } from "./supplier-reads.graphql.js";

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
}
