import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { approveRefund } from "./approve-refund.flow.js";
import { chooseRefundRoute } from "./choose-refund-route.flow.js";
import { payRefund } from "./pay-refund.flow.js";
import { proposeRefund } from "./propose-refund.flow.js";
import type { RefundRoute } from "./refund.js";
import { allocationById } from "./refund.store.js";
import { RefundLineInput, RefundRouteEnum } from "./refund-fields.graphql.js";
import { loadRefund } from "./refund-reads.graphql.js";
import { rejectRefund } from "./reject-refund.flow.js";
import { StaffRefund } from "./staff-refund.graphql.js";

@InputType({ description: "A part of a refund that is not as planned." })
class RefundPartInput {
  @Field(() => ID, { description: "The payment it goes back to." })
  paymentId: string;

  @Field(() => ID, { description: "The instalment it was paid for." })
  instalmentId: string;

  @Field(() => MoneyScalar, { description: "Above zero." })
  amount: Fen;

  @Field(() => RefundRouteEnum, { nullable: true, description: "How; the usual way unless told." })
  route?: RefundRoute | null;
}

@InputType({ description: "Who is to blame, in basis points; they sum to 10000." })
class ResponsibilityInput {
  @Field(() => Int, { description: "The platform." })
  platform: number;

  @Field(() => Int, { description: "The supplier." })
  supplier: number;

  @Field(() => Int, { description: "The customer." })
  customer: number;
}

@InputType({ description: "What staff propose to give back." })
class ProposeRefundInput {
  @Field(() => ID, { nullable: true, description: "The refund that is proposed, or proposed anew." })
  refundId?: string | null;

  @Field(() => Int, { nullable: true, description: "Version of that refund you saw." })
  version?: number | null;

  @Field(() => ID, { nullable: true, description: "Or the order to begin one for." })
  orderId?: string | null;

  @Field(() => String, { nullable: true, description: "For one that you begin: why, at most 300 characters." })
  reason?: string | null;

  @Field(() => [RefundLineInput], { description: "For which parts of the order how much; each part once." })
  components: RefundLineInput[];

  @Field(() => ResponsibilityInput, { description: "Who is to blame." })
  responsibility: ResponsibilityInput;

  @Field(() => [RefundPartInput], { nullable: true, description: "From which payments; as planned unless told." })
  allocations?: RefundPartInput[] | null;

  @Field(() => String, { nullable: true, description: "Why not as planned; needed with allocations." })
  overrideReason?: string | null;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A refund that is let pass." })
class ApproveRefundInput {
  @Field(() => ID, { description: "The refund." })
  refundId: string;

  @Field(() => Int, { description: "Version of the refund you saw." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A refund that is turned down, and why." })
class RejectRefundInput {
  @Field(() => ID, { description: "The refund." })
  refundId: string;

  @Field(() => Int, { description: "Version of the refund you saw." })
  version: number;

  @Field(() => String, { description: "What the customer reads, at most 300 characters." })
  reason: string;
}

@InputType({ description: "A part of a refund that its channel refused." })
class ChooseRefundRouteInput {
  @Field(() => ID, { description: "The part." })
  allocationId: string;

  @Field(() => Int, { description: "Version of the part you saw." })
  version: number;
}

@InputType({ description: "The bank transfer that paid a part of a refund." })
class PayRefundInput {
  @Field(() => ID, { description: "The part." })
  allocationId: string;

  @Field(() => Int, { description: "Version of the part you saw." })
  version: number;

  @Field(() => String, { description: "Whom it went to." })
  payeeName: string;

  @Field(() => String, { description: "The account it went to." })
  payeeAccount: string;

  @Field(() => String, { description: "The bank's own number of the transfer; it pays one part." })
  bankReference: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The refund as it is proposed, or why not." })
class ProposeRefundPayload extends Payload {
  @Field(() => StaffRefund, { nullable: true, description: "The refund." })
  refund?: StaffRefund | null;
}
@ObjectType({ description: "The approved refund, or why not." })
class ApproveRefundPayload extends Payload {
  @Field(() => StaffRefund, { nullable: true, description: "The refund." })
  refund?: StaffRefund | null;
}
@ObjectType({ description: "The rejected refund, or why not." })
class RejectRefundPayload extends Payload {
  @Field(() => StaffRefund, { nullable: true, description: "The refund." })
  refund?: StaffRefund | null;
}
@ObjectType({ description: "The refund whose part goes another way, or why not." })
class ChooseRefundRoutePayload extends Payload {
  @Field(() => StaffRefund, { nullable: true, description: "The refund." })
  refund?: StaffRefund | null;
}
@ObjectType({ description: "The refund whose part was paid, or why not." })
class PayRefundPayload extends Payload {
  @Field(() => StaffRefund, { nullable: true, description: "The refund." })
  refund?: StaffRefund | null;
}

@Resolver()
export class StaffRefundDeedsResolver {
  @Allow(staffWith("refunds.propose"))
  @Mutation(() => ProposeRefundPayload, {
    description:
      "Proposes a refund. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION, REASON_REQUIRED, REFUND_EXCEEDS_PAID.",
  })
  proposeRefund(@Ctx() context: Context, @Arg("input") input: ProposeRefundInput): Promise<ProposeRefundPayload> {
    return settle(async () => {
      const refundId = await proposeRefund(context.platform, context.viewer, input);
      return { refund: await loadRefund(context, refundId) };
    });
  }

  @Allow(staffWith("refunds.approve"))
  @Mutation(() => ApproveRefundPayload, {
    description:
      "Approves an agreed refund: it is owed and leaves. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, REFUND_OVER_LIMIT, REFUND_EXCEEDS_PAID, INVOICE_NEEDS_RED_LETTER.",
  })
  approveRefund(@Ctx() context: Context, @Arg("input") input: ApproveRefundInput): Promise<ApproveRefundPayload> {
    return settle(async () => {
      await approveRefund(context.platform, context.viewer, input);
      return { refund: await loadRefund(context, input.refundId) };
    });
  }

  @Allow(staffWith("refunds.read"))
  @Mutation(() => RejectRefundPayload, {
    description:
      "Turns a refund down; takes refunds.propose or refunds.approve. Refuses FORBIDDEN, NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  rejectRefund(@Ctx() context: Context, @Arg("input") input: RejectRefundInput): Promise<RejectRefundPayload> {
    return settle(async () => {
      await rejectRefund(context.platform, context.viewer, input);
      return { refund: await loadRefund(context, input.refundId) };
    });
  }

  @Allow(staffWith("refunds.execute"))
  @Mutation(() => ChooseRefundRoutePayload, {
    description: "Sends a part by bank that its channel refused. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  chooseRefundRoute(
    @Ctx() context: Context,
    @Arg("input") input: ChooseRefundRouteInput,
  ): Promise<ChooseRefundRoutePayload> {
    return settle(async () => {
      await chooseRefundRoute(context.platform, context.viewer, input);
      return { refund: await refundOfPart(context, input.allocationId) };
    });
  }

  @Allow(staffWith("refunds.execute"))
  @Mutation(() => PayRefundPayload, {
    description:
      "Books the bank transfer of a part. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, VALIDATION.",
  })
  payRefund(@Ctx() context: Context, @Arg("input") input: PayRefundInput): Promise<PayRefundPayload> {
    return settle(async () => {
      await payRefund(context.platform, context.viewer, input);
      return { refund: await refundOfPart(context, input.allocationId) };
    });
  }
}

async function refundOfPart(context: Context, allocationId: string): Promise<StaffRefund | null> {
  const part = await allocationById(context.platform.database.read, allocationId);
  return part ? loadRefund(context, part.refundId) : null;
}
