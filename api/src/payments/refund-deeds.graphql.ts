import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { type Customer } from "../platform/viewer.js";
import { agreeRefund } from "./agree-refund.flow.js";
import { Refund } from "./refund.graphql.js";
import { RefundLineInput } from "./refund-fields.graphql.js";
import { loadRefund } from "./refund-reads.graphql.js";
import { requestRefund } from "./request-refund.flow.js";
import { withdrawRefund } from "./withdraw-refund.flow.js";

@InputType({ description: "What a customer wants back, and why." })
class RequestRefundInput {
  @Field(() => ID, { description: "One of your own orders." })
  orderId: string;

  @Field(() => [RefundLineInput], { description: "For which parts of it how much; each part once." })
  components: RefundLineInput[];

  @Field(() => String, { description: "Why, at most 300 characters." })
  reason: string;

  @Field(() => [ID], { description: "At most nine photos of your own that were uploaded as REFUND." })
  photoIds: string[];

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A refund as you saw it." })
class SeenRefundInput {
  @Field(() => ID, { description: "One of your refunds." })
  refundId: string;

  @Field(() => Int, { description: "Version of the refund you saw." })
  version: number;
}

@ObjectType({ description: "The refund that was asked for, or why not." })
class RequestRefundPayload extends Payload {
  @Field(() => Refund, { nullable: true, description: "The refund." })
  refund?: Refund | null;
}
@ObjectType({ description: "The refund you agreed to, or why not." })
class AgreeRefundPayload extends Payload {
  @Field(() => Refund, { nullable: true, description: "The refund." })
  refund?: Refund | null;
}
@ObjectType({ description: "The refund you withdrew, or why not." })
class WithdrawRefundPayload extends Payload {
  @Field(() => Refund, { nullable: true, description: "The refund." })
  refund?: Refund | null;
}

@Resolver()
export class RefundDeedsResolver {
  @Allow(customers)
  @Mutation(() => RequestRefundPayload, {
    description:
      "Asks for money back. Refuses NOT_FOUND, VALIDATION, REASON_REQUIRED, REFUND_EXCEEDS_PAID, INVALID_STATE while an earlier wish is open.",
  })
  requestRefund(@Ctx() context: Context, @Arg("input") input: RequestRefundInput): Promise<RequestRefundPayload> {
    return settle(async () => {
      const refundId = await requestRefund(context.platform, context.viewer as Customer, input);
      return { refund: await loadRefund(context, refundId) };
    });
  }

  @Allow(customers)
  @Mutation(() => AgreeRefundPayload, {
    description: "Agrees to a refund that is not as asked. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  agreeRefund(@Ctx() context: Context, @Arg("input") input: SeenRefundInput): Promise<AgreeRefundPayload> {
    return settle(async () => {
      await agreeRefund(context.platform, context.viewer as Customer, input);
      return { refund: await loadRefund(context, input.refundId) };
    });
  }

  @Allow(customers)
  @Mutation(() => WithdrawRefundPayload, {
    description: "Takes a wish back that was not approved. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  withdrawRefund(@Ctx() context: Context, @Arg("input") input: SeenRefundInput): Promise<WithdrawRefundPayload> {
    return settle(async () => {
      await withdrawRefund(context.platform, context.viewer as Customer, input);
      return { refund: await loadRefund(context, input.refundId) };
    });
  }
}
