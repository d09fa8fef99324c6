import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { type Fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { type Customer, holds } from "../platform/viewer.js";
import { cancelCombinedPayment } from "./cancel-combined-payment.flow.js";
import { combinePayment } from "./combine-payment.flow.js";
import { Instalment } from "./instalment.graphql.js";
import { loadPaymentsOf, Payment, TenderEnum } from "./payment.graphql.js";
import type { Tender } from "./payment.js";
import { type PaymentGroupState, paymentGroupStateNames } from "./payment-group.js";
import { groupById, openGroupsOf } from "./payment-group.store.js";

const PaymentGroupStateEnum = enumOf(paymentGroupStateNames);
registerEnumType(PaymentGroupStateEnum, {
  name: "PaymentGroupState",
  description: "Open until its parts are there or it is given up.",
});

@ObjectType({ implements: Node, description: "Several ways that together pay an instalment or a chosen part of it." })
export class PaymentGroup extends Node {
  @Field(() => MoneyScalar, { description: "What its parts sum to." })
  amount: Fen;

  @Field(() => PaymentGroupStateEnum, { description: "How far it got." })
  state: PaymentGroupState;

  @Field(() => DateTimeScalar, { description: "When it is given up and what it holds is free again." })
  expiresAt: number;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  orderId: string;
}

@InputType({ description: "One way and how much goes by it." })
class PaymentPartInput {
  @Field(() => TenderEnum, { description: "CREDIT, TEST_CHANNEL or BANK_TRANSFER, each once." })
  tender: Tender;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;
}

@InputType({ description: "Which instalment to pay, and by which ways." })
class CombinePaymentInput {
  @Field(() => ID, { description: "One of your own that is due." })
  instalmentId: string;

  @Field(() => [PaymentPartInput], { description: "At least one that is not credit; together at most what is open." })
  parts: PaymentPartInput[];

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A combined payment to give up." })
class CancelCombinedPaymentInput {
  @Field(() => ID, { description: "One of your own." })
  groupId: string;

  @Field(() => Int, { description: "The version you saw." })
  version: number;
}

@ObjectType({ description: "The combined payment, or why there is none." })
class CombinePaymentPayload extends Payload {
  @Field(() => PaymentGroup, { nullable: true, description: "The combined payment." })
  group?: PaymentGroup | null;
}

@ObjectType({ description: "The combined payment as it is given up, or why not." })
class CancelCombinedPaymentPayload extends Payload {
  @Field(() => PaymentGroup, { nullable: true, description: "The combined payment." })
  group?: PaymentGroup | null;
}

const OPEN_GROUPS = Symbol("combined payments under way of instalments");

@Resolver(() => PaymentGroup)
export class PaymentGroupResolver {
  @Allow(customers)
  @Mutation(() => CombinePaymentPayload, {
    description:
      "Puts several ways together; credit is held meanwhile. Pay each part by startPayment. Refuses NOT_FOUND, NOTHING_DUE, NOT_DUE_YET, CREDIT_TOO_LOW, CHANNEL_UNAVAILABLE, VALIDATION.",
  })
  combinePayment(@Ctx() context: Context, @Arg("input") input: CombinePaymentInput): Promise<CombinePaymentPayload> {
    return settle(async () => {
      const parts = input.parts.map(({ tender, amount }) => ({ tender, amount }));
      const groupId = await combinePayment(context.platform, context.viewer as Customer, { ...input, parts });
      return { group: found(await groupById(context.platform.database.read, groupId)) };
    });
  }

  @Allow(customers)
  @Mutation(() => CancelCombinedPaymentPayload, {
    description: "Gives it up; what was paid stays paid. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  cancelCombinedPayment(
    @Ctx() context: Context,
    @Arg("input") input: CancelCombinedPaymentInput,
  ): Promise<CancelCombinedPaymentPayload> {
    return settle(async () => {
      await cancelCombinedPayment(context.platform, context.viewer as Customer, input);
      return { group: found(await groupById(context.platform.database.read, input.groupId)) };
    });
  }

  @FieldResolver(() => [Payment], { description: "Its parts, newest first, each with a state of its own." })
  async parts(@Parent() group: PaymentGroup, @Ctx() context: Context): Promise<Payment[]> {
    const payments = await loadPaymentsOf(context, group.orderId);
    return payments.filter(({ groupId }) => groupId === group.id);
  }
}

@Resolver(() => Instalment)
export class InstalmentGroupResolver {
  @FieldResolver(() => PaymentGroup, { nullable: true, description: "The combined payment that is under way." })
  async combined(@Parent() instalment: Instalment, @Ctx() context: Context): Promise<PaymentGroup | null> {
    const { viewer, platform, loaders } = context;
    if (viewer.kind !== "customer" && !holds(viewer, "payments.read")) return null;
    const loader = loaders.byId(OPEN_GROUPS, async (ids) =>
      groupBy(await openGroupsOf(platform.database.read, ids), (row) => row.instalmentId),
    );
    return (await loader.load(instalment.id))?.[0] ?? null;
  }
}
