import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { approveWork } from "./approve-work.flow.js";
import { returnWork } from "./return-work.flow.js";
import { StaffTicket } from "./staff-ticket.graphql.js";
import type { TicketRow } from "./ticket.store.js";
import { loadTicket } from "./ticket-parts.graphql.js";

@InputType({ description: "The delivered work to approve." })
class ApproveWorkInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;
}

@InputType({ description: "The delivered work to send back." })
class ReturnWorkInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;

  @Field(() => String, { description: "What is wrong, at most 300 characters; the supplier reads it." })
  reason: string;
}

@ObjectType({ description: "The ticket, waiting for the customer's sign-off." })
class ApproveWorkPayload extends Payload {
  @Field(() => StaffTicket, { nullable: true, description: "The ticket." })
  ticket?: TicketRow | null;
}

@ObjectType({ description: "The ticket, back in the supplier's hands." })
class ReturnWorkPayload extends Payload {
  @Field(() => StaffTicket, { nullable: true, description: "The ticket." })
  ticket?: TicketRow | null;
}

@Resolver()
export class WorkReviewResolver {
  @Allow(staffWith("progress.review"))
  @Mutation(() => ApproveWorkPayload, {
    description: "Approves delivered work. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, MILESTONES_MISSING.",
  })
  approveWork(@Ctx() context: Context, @Arg("input") input: ApproveWorkInput): Promise<ApproveWorkPayload> {
    return settle(async () => {
      await approveWork(context.platform, context.viewer, input);
      return { ticket: await loadTicket(context, input.ticketId) };
    });
  }

  @Allow(staffWith("progress.review"))
  @Mutation(() => ReturnWorkPayload, {
    description: "Sends delivered work back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  returnWork(@Ctx() context: Context, @Arg("input") input: ReturnWorkInput): Promise<ReturnWorkPayload> {
    return settle(async () => {
      await returnWork(context.platform, context.viewer, input);
      return { ticket: await loadTicket(context, input.ticketId) };
    });
  }
}
