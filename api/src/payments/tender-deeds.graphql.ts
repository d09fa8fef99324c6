import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers, staffWith, supplierMembers } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { type Customer } from "../platform/viewer.js";
import { confirmCollected } from "./confirm-collected.flow.js";
import { denyCollected } from "./deny-collected.flow.js";
import { payByCredit } from "./pay-by-credit.flow.js";
import { loadPayment, Payment } from "./payment.graphql.js";
import { freeCreditOf } from "./payment-group.store.js";
import { recordCash } from "./record-cash.flow.js";
import { recordCollected } from "./record-collected.flow.js";
import { withdrawCollected } from "./withdraw-collected.flow.js";

const KEY = "8 to 100 characters of your own; a repeat with it answers the same.";

@InputType({ description: "Cash that was taken at the counter." })
class RecordCashInput {
  @Field(() => ID, { description: "The instalment it pays." })
  instalmentId: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => String, { description: "Number of the receipt the payer was given; it can be recorded once." })
  receiptNo: string;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "Credit to use for an instalment." })
class PayByCreditInput {
  @Field(() => ID, { description: "One of your own that is due." })
  instalmentId: string;

  @Field(() => MoneyScalar, { description: "How much of your credit, at most what is open." })
  amount: Fen;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "Money that was taken at the customer's." })
class RecordCollectedInput {
  @Field(() => ID, { description: "A ticket of your own." })
  ticketId: string;

  @Field(() => MoneyScalar, { description: "How much, at most what the order's customer is asked for." })
  amount: Fen;

  @Field(() => ID, { nullable: true, description: "A photo of the signed receipt form, uploaded as SLIP." })
  photoFileId?: string | null;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "That the money was given." })
class ConfirmCollectedInput {
  @Field(() => ID, { description: "The payment." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "That the money was not given, and what is wrong." })
class DenyCollectedInput {
  @Field(() => ID, { description: "The payment." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;

  @Field(() => String, { description: "What staff read, at most 200 characters." })
  reason: string;
}

@InputType({ description: "That nothing was taken after all." })
class WithdrawCollectedInput {
  @Field(() => ID, { description: "The payment." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;
}

@ObjectType({ description: "The payment, or why there is none." })
class RecordCashPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The payment, or why there is none." })
class PayByCreditPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The payment's id, or why there is none." })
class RecordCollectedPayload extends Payload {
  @Field(() => ID, { nullable: true, description: "Of the payment that waits for the customer." })
  paymentId?: string | null;
}
@ObjectType({ description: "The payment as it is booked, or why not." })
class ConfirmCollectedPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The payment as staff look into it, or why not." })
class DenyCollectedPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "Whether it was withdrawn, or why not." })
class WithdrawCollectedPayload extends Payload {}

/** Paying otherwise than by a channel or a transfer. */
@Resolver()
export class TenderDeedsResolver {
  @Allow(customers)
  @Query(() => MoneyScalar, {
    description: "What is yours with the platform: overpaid, paid late, or given back to you.",
  })
  myCredit(@Ctx() { platform, viewer }: Context): Promise<Fen> {
    return freeCreditOf(platform.database.read, (viewer as Customer).accountId);
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => RecordCashPayload, { description: "Books cash taken at the counter. Refuses NOT_FOUND, VALIDATION." })
  recordCash(@Ctx() context: Context, @Arg("input") input: RecordCashInput): Promise<RecordCashPayload> {
    return settle(async () => {
      const paymentId = await recordCash(context.platform, context.viewer, input);
      return { payment: await loadPayment(context, paymentId) };
    });
  }

  @Allow(customers)
  @Mutation(() => PayByCreditPayload, {
    description: "Pays with your credit. Refuses NOT_FOUND, NOTHING_DUE, NOT_DUE_YET, CREDIT_TOO_LOW, VALIDATION.",
  })
  payByCredit(@Ctx() context: Context, @Arg("input") input: PayByCreditInput): Promise<PayByCreditPayload> {
    return settle(async () => {
      const paymentId = await payByCredit(context.platform, context.viewer as Customer, input);
      return { payment: await loadPayment(context, paymentId) };
    });
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER", "WORKER"))
  @Mutation(() => RecordCollectedPayload, {
    description:
      "Says that you took money at the customer's; they confirm it. Refuses NOT_FOUND, NOTHING_DUE, VALIDATION.",
  })
  recordCollected(@Ctx() context: Context, @Arg("input") input: RecordCollectedInput): Promise<RecordCollectedPayload> {
    return settle(async () => ({ paymentId: await recordCollected(context.platform, context.viewer, input) }));
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER", "WORKER"))
  @Mutation(() => WithdrawCollectedPayload, {
    description: "Takes it back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE once it is confirmed.",
  })
  withdrawCollected(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawCollectedInput,
  ): Promise<WithdrawCollectedPayload> {
    return settle(async () => {
      await withdrawCollected(context.platform, context.viewer, input);
      return {};
    });
  }

  @Allow(customers)
  @Mutation(() => ConfirmCollectedPayload, {
    description: "Says that you gave the supplier this money. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  confirmCollected(
    @Ctx() context: Context,
    @Arg("input") input: ConfirmCollectedInput,
  ): Promise<ConfirmCollectedPayload> {
    return settle(async () => {
      await confirmCollected(context.platform, context.viewer as Customer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }

  @Allow(customers)
  @Mutation(() => DenyCollectedPayload, {
    description: "Says that you did not. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  denyCollected(@Ctx() context: Context, @Arg("input") input: DenyCollectedInput): Promise<DenyCollectedPayload> {
    return settle(async () => {
      await denyCollected(context.platform, context.viewer as Customer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }
}
