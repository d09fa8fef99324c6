import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers, staffWith } from "../platform/policy.js";
import type { Customer } from "../platform/viewer.js";
import { auditOrder } from "./audit-order.flow.js";
import { loadOrder, Order } from "./order.graphql.js";
import { resubmitOrder } from "./resubmit-order.flow.js";
import { loadStaffOrder, StaffOrder } from "./staff-order.graphql.js";

@InputType({ description: "The auditor's word on an order." })
class AuditOrderInput {
  @Field(() => ID, { description: "One that waits for it." })
  orderId: string;

  @Field(() => Int, { description: "Version of the order you saw." })
  version: number;

  @Field(() => Boolean, { description: "Whether it is confirmed; else it is returned." })
  approve: boolean;

  @Field(() => String, { nullable: true, description: "What the customer reads, at most 200 characters." })
  reason?: string | null;
}

@InputType({ description: "A returned order to hand in anew." })
class ResubmitOrderInput {
  @Field(() => ID, { description: "One of your own that was returned." })
  orderId: string;

  @Field(() => Int, { description: "Version of the order you saw." })
  version: number;

  @Field(() => String, { nullable: true, description: "What you say to it, at most 500 characters." })
  note?: string | null;
}

@ObjectType({ description: "The order as it was audited, or why not." })
class AuditOrderPayload extends Payload {
  @Field(() => StaffOrder, { nullable: true, description: "The order." })
  order?: StaffOrder | null;
}
@ObjectType({ description: "The order that waits again, or why not." })
class ResubmitOrderPayload extends Payload {
  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;
}

@Resolver()
export class OrderAuditResolver {
  @Allow(staffWith("orders.audit"))
  @Mutation(() => AuditOrderPayload, {
    description:
      "Confirms an order that was held, so that it may be paid, or returns it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, REASON_REQUIRED.",
  })
  auditOrder(@Ctx() context: Context, @Arg("input") input: AuditOrderInput): Promise<AuditOrderPayload> {
    return settle(async () => {
      await auditOrder(context.platform, context.viewer, input);
      return { order: await loadStaffOrder(context, input.orderId) };
    });
  }

  @Allow(customers)
  @Mutation(() => ResubmitOrderPayload, {
    description: "Hands in anew what was returned. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  resubmitOrder(@Ctx() context: Context, @Arg("input") input: ResubmitOrderInput): Promise<ResubmitOrderPayload> {
    return settle(async () => {
      await resubmitOrder(context.platform, context.viewer as Customer, input);
      return { order: await loadOrder(context, input.orderId) };
    });
  }
}
