import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { type Customer } from "../platform/viewer.js";
import { bookMismatched } from "./book-mismatched.flow.js";
import { confirmBankPayment } from "./confirm-bank-payment.flow.js";
import { dropCollected } from "./drop-collected.flow.js";
import { loadPayment, Payment, TenderEnum } from "./payment.graphql.js";
import type { Tender } from "./payment.js";
import { rejectBankPayment } from "./reject-bank-payment.flow.js";
import { startPayment } from "./start-payment.flow.js";
import { uploadSlip } from "./upload-slip.flow.js";

@InputType({ description: "Which instalment to pay, and how." })
class StartPaymentInput {
  @Field(() => ID, { description: "One of your own that is due." })
  instalmentId: string;

  @Field(() => TenderEnum, { description: "How to pay." })
  tender: Tender;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "The slip of a bank transfer." })
class UploadSlipInput {
  @Field(() => ID, { description: "The payment by bank transfer." })
  paymentId: string;

  @Field(() => ID, { description: "A file of your own that was uploaded as SLIP." })
  fileId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;
}

@InputType({ description: "A transfer that was found on the bank statement." })
class ConfirmBankPaymentInput {
  @Field(() => ID, { description: "The payment it belongs to." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;

  @Field(() => MoneyScalar, { description: "What the statement shows." })
  receivedAmount: Fen;

  @Field(() => String, { description: "The bank's own number of the transfer; it can be confirmed once." })
  bankReference: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "What really came of a payment that did not fit." })
class BookMismatchedInput {
  @Field(() => ID, { description: "The payment in quarantine." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;

  @Field(() => MoneyScalar, { description: "What the channel's own statement shows, in CNY." })
  receivedAmount: Fen;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "That nothing came of what a supplier says it took." })
class DropCollectedInput {
  @Field(() => ID, { description: "The payment that its customer denies." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;

  @Field(() => String, { description: "What was found out, at most 200 characters." })
  reason: string;
}

@InputType({ description: "A transfer that can't be found, and why." })
class RejectBankPaymentInput {
  @Field(() => ID, { description: "The payment." })
  paymentId: string;

  @Field(() => Int, { description: "Version of the payment you saw." })
  version: number;

  @Field(() => String, { description: "What the customer reads, at most 200 characters." })
  reason: string;
}

@ObjectType({ description: "The payment to go on with, or why there is none." })
class StartPaymentPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The payment as it is booked, or why not." })
class BookMismatchedPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The payment that was dropped, or why not." })
class DropCollectedPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The payment with its slip, or why not." })
class UploadSlipPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The confirmed payment, or why not." })
class ConfirmBankPaymentPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The rejected payment, or why not." })
class RejectBankPaymentPayload extends Payload {
  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}

@Resolver()
export class PaymentDeedsResolver {
  @Allow(customers)
  @Mutation(() => StartPaymentPayload, {
    description: "Begins to pay an instalment. Refuses NOT_FOUND, NOTHING_DUE, NOT_DUE_YET, CHANNEL_UNAVAILABLE.",
  })
  startPayment(@Ctx() context: Context, @Arg("input") input: StartPaymentInput): Promise<StartPaymentPayload> {
    return settle(async () => {
      const paymentId = await startPayment(context.platform, context.viewer as Customer, input);
      return { payment: await loadPayment(context, paymentId) };
    });
  }

  @Allow(customers)
  @Mutation(() => UploadSlipPayload, {
    description: "Shows the slip of a transfer to the cashier. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  uploadSlip(@Ctx() context: Context, @Arg("input") input: UploadSlipInput): Promise<UploadSlipPayload> {
    return settle(async () => {
      await uploadSlip(context.platform, context.viewer as Customer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => ConfirmBankPaymentPayload, {
    description:
      "Books a transfer that arrived. Refuses NOT_FOUND, STALE_VERSION, SLIP_MISSING, INVALID_STATE, VALIDATION.",
  })
  confirmBankPayment(
    @Ctx() context: Context,
    @Arg("input") input: ConfirmBankPaymentInput,
  ): Promise<ConfirmBankPaymentPayload> {
    return settle(async () => {
      await confirmBankPayment(context.platform, context.viewer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => RejectBankPaymentPayload, {
    description: "Sends a slip back to the customer. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  rejectBankPayment(
    @Ctx() context: Context,
    @Arg("input") input: RejectBankPaymentInput,
  ): Promise<RejectBankPaymentPayload> {
    return settle(async () => {
      await rejectBankPayment(context.platform, context.viewer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => BookMismatchedPayload, {
    description:
      "Books what came of a payment that did not fit. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION.",
  })
  bookMismatched(@Ctx() context: Context, @Arg("input") input: BookMismatchedInput): Promise<BookMismatchedPayload> {
    return settle(async () => {
      await bookMismatched(context.platform, context.viewer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => DropCollectedPayload, {
    description:
      "Drops what a supplier says it took and its customer denies. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  dropCollected(@Ctx() context: Context, @Arg("input") input: DropCollectedInput): Promise<DropCollectedPayload> {
    return settle(async () => {
      await dropCollected(context.platform, context.viewer, input);
      return { payment: await loadPayment(context, input.paymentId) };
    });
  }
}
