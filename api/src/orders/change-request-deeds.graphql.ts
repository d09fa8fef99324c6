import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { type ConnectionOf, connectionType, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, customers, staffWith } from "../platform/policy.js";
import type { Customer } from "../platform/viewer.js";
import { RequestWishEnum } from "./amendment-fields.graphql.js";
import type { RequestWish } from "./change-request.js";
import { pageOfRequests } from "./change-request.store.js";
import { declineChange } from "./decline-change.flow.js";
import { loadOrder, Order } from "./order.graphql.js";
import { requestChange } from "./request-change.flow.js";
import { StaffChangeRequest } from "./staff-amendment.graphql.js";
import { withdrawChange } from "./withdraw-change.flow.js";

@InputType({ description: "What to ask to have changed." })
class RequestChangeInput {
  @Field(() => ID, { description: "One of your own orders." })
  orderId: string;

  @Field(() => RequestWishEnum, { description: "A change, or the end of the order." })
  wish: RequestWish;

  @Field(() => String, { description: "What and why, at most 500 characters." })
  text: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A wish that is not met, and why." })
class DeclineChangeInput {
  @Field(() => ID, { description: "The request." })
  requestId: string;

  @Field(() => Int, { description: "Version of it you saw." })
  version: number;

  @Field(() => String, { description: "What who asked reads, at most 300 characters." })
  reason: string;
}

@InputType({ description: "A wish of your own to take back." })
export class WithdrawChangeInput {
  @Field(() => ID, { description: "The request." })
  requestId: string;

  @Field(() => Int, { description: "Version of it you saw." })
  version: number;
}

@ObjectType({ description: "The order with what was asked, or why not." })
class RequestChangePayload extends Payload {
  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;
}
@ObjectType({ description: "Nothing, or why it was not declined." })
class DeclineChangePayload extends Payload {
  @Field(() => ID, { nullable: true, description: "The request." })
  requestId?: string | null;
}
@ObjectType({ description: "The order with what was asked, or why it was not taken back." })
class WithdrawChangePayload extends Payload {
  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;
}

const StaffChangeRequestConnection = connectionType("StaffChangeRequest", () => StaffChangeRequest);

@Resolver()
export class ChangeRequestDeedsResolver {
  @Allow(staffWith("orders.read"))
  @Query(() => StaffChangeRequestConnection, {
    description: "What customers and suppliers asked to have changed and nobody answered, the longest waiting first.",
  })
  async changeRequestsToAnswer(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffChangeRequest>> {
    return toConnection(await pageOfRequests(platform.database.read, pageRequest(first, after)));
  }

  @Allow(customers)
  @Mutation(() => RequestChangePayload, {
    description: "Asks to have an order changed or ended. Refuses NOT_FOUND, INVALID_STATE, VALIDATION, RATE_LIMITED.",
  })
  requestChange(@Ctx() context: Context, @Arg("input") input: RequestChangeInput): Promise<RequestChangePayload> {
    return settle(async () => {
      await requestChange(context.platform, context.viewer as Customer, input);
      return { order: await loadOrder(context, input.orderId) };
    });
  }

  @Allow(staffWith("orders.edit"))
  @Mutation(() => DeclineChangePayload, {
    description: "Declines what was asked for. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  declineChange(@Ctx() context: Context, @Arg("input") input: DeclineChangeInput): Promise<DeclineChangePayload> {
    return settle(async () => {
      await declineChange(context.platform, context.viewer, input);
      return { requestId: input.requestId };
    });
  }

  @Allow(customers)
  @Mutation(() => WithdrawChangePayload, {
    description:
      "Takes back what you asked for, while nobody answered. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  withdrawChange(@Ctx() context: Context, @Arg("input") input: WithdrawChangeInput): Promise<WithdrawChangePayload> {
    return settle(async () => {
      const { orderId } = await withdrawChange(context.platform, context.viewer as Customer, input);
      return { order: await loadOrder(context, orderId) };
    });
  }
}
