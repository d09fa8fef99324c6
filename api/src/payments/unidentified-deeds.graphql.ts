import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { enterUnidentified } from "./enter-unidentified.flow.js";
import { identifyReceipt } from "./identify-receipt.flow.js";
import { keepReceipt } from "./keep-receipt.flow.js";
import { loadPayment, Payment } from "./payment.graphql.js";
import { proposeReturn } from "./propose-return.flow.js";
import { returnReceipt } from "./return-receipt.flow.js";
import { loadUnidentified, UnidentifiedReceipt } from "./unidentified.graphql.js";

const KEY = "8 to 100 characters of your own; a repeat with it answers the same.";
const VERSION = "Version of the receipt you saw.";

@InputType({ description: "A line of the bank statement that names no order." })
class EnterUnidentifiedInput {
  @Field(() => MoneyScalar, { description: "How much came." })
  amount: Fen;

  @Field(() => String, { description: "Day of the bank statement, such as 2026-11-20; not after today." })
  receivedOn: string;

  @Field(() => String, { description: "The payer as the bank statement names it, at most 100 characters." })
  payer: string;

  @Field(() => String, { description: "The bank's number of the transfer; it is booked once." })
  bankReference: string;

  @Field(() => String, { nullable: true, description: "What may help to find out, at most 200 characters." })
  note?: string | null;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "What the money was for." })
class IdentifyReceiptInput {
  @Field(() => ID, { description: "The receipt." })
  receiptId: string;

  @Field(() => Int, { description: VERSION })
  version: number;

  @Field(() => ID, { description: "The instalment that it pays." })
  instalmentId: string;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "That the money is nobody's payment." })
class ProposeReturnInput {
  @Field(() => ID, { description: "The receipt." })
  receiptId: string;

  @Field(() => Int, { description: VERSION })
  version: number;

  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;
}

@InputType({ description: "That the money stays after all." })
class KeepReceiptInput {
  @Field(() => ID, { description: "The receipt." })
  receiptId: string;

  @Field(() => Int, { description: VERSION })
  version: number;
}

@InputType({ description: "That the money was sent back." })
class ReturnReceiptInput {
  @Field(() => ID, { description: "The receipt." })
  receiptId: string;

  @Field(() => Int, { description: VERSION })
  version: number;

  @Field(() => String, { description: "The bank's number of the transfer back; it is booked once." })
  bankReference: string;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@ObjectType({ description: "The receipt, or why there is none." })
class EnterUnidentifiedPayload extends Payload {
  @Field(() => UnidentifiedReceipt, { nullable: true, description: "As it is now." })
  receipt?: UnidentifiedReceipt | null;
}
@ObjectType({ description: "The receipt and the payment that it became, or why not." })
class IdentifyReceiptPayload extends Payload {
  @Field(() => UnidentifiedReceipt, { nullable: true, description: "As it is now." })
  receipt?: UnidentifiedReceipt | null;

  @Field(() => Payment, { nullable: true, description: "The payment." })
  payment?: Payment | null;
}
@ObjectType({ description: "The receipt, or why not." })
class ProposeReturnPayload extends Payload {
  @Field(() => UnidentifiedReceipt, { nullable: true, description: "As it is now." })
  receipt?: UnidentifiedReceipt | null;
}
@ObjectType({ description: "The receipt, or why not." })
class KeepReceiptPayload extends Payload {
  @Field(() => UnidentifiedReceipt, { nullable: true, description: "As it is now." })
  receipt?: UnidentifiedReceipt | null;
}
@ObjectType({ description: "The receipt, or why not." })
class ReturnReceiptPayload extends Payload {
  @Field(() => UnidentifiedReceipt, { nullable: true, description: "As it is now." })
  receipt?: UnidentifiedReceipt | null;
}

@Resolver()
export class UnidentifiedDeedsResolver {
  @Allow(staffWith("payments.confirm"))
  @Mutation(() => EnterUnidentifiedPayload, {
    description:
      "Keeps money of the bank statement that names no order. Refuses VALIDATION (no amount, a transfer that is booked).",
  })
  enterUnidentified(
    @Ctx() context: Context,
    @Arg("input") input: EnterUnidentifiedInput,
  ): Promise<EnterUnidentifiedPayload> {
    return settle(async () => {
      const id = await enterUnidentified(context.platform, context.viewer, { ...input, note: input.note ?? "" });
      return { receipt: await loadUnidentified(context, id) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => IdentifyReceiptPayload, {
    description:
      "Pays an instalment with it; what is more than is open is the customer's credit. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  identifyReceipt(@Ctx() context: Context, @Arg("input") input: IdentifyReceiptInput): Promise<IdentifyReceiptPayload> {
    return settle(async () => {
      const id = await identifyReceipt(context.platform, context.viewer, input);
      return { receipt: await loadUnidentified(context, input.receiptId), payment: await loadPayment(context, id) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => ProposeReturnPayload, {
    description: "Proposes to send it back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  proposeReturn(@Ctx() context: Context, @Arg("input") input: ProposeReturnInput): Promise<ProposeReturnPayload> {
    return settle(async () => {
      await proposeReturn(context.platform, context.viewer, input);
      return { receipt: await loadUnidentified(context, input.receiptId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => KeepReceiptPayload, {
    description: "It stays and is looked for again. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  keepReceipt(@Ctx() context: Context, @Arg("input") input: KeepReceiptInput): Promise<KeepReceiptPayload> {
    return settle(async () => {
      await keepReceipt(context.platform, context.viewer, input);
      return { receipt: await loadUnidentified(context, input.receiptId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => ReturnReceiptPayload, {
    description:
      "It was sent back, by another person than who proposed it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, VALIDATION (a transfer that is booked).",
  })
  returnReceipt(@Ctx() context: Context, @Arg("input") input: ReturnReceiptInput): Promise<ReturnReceiptPayload> {
    return settle(async () => {
      await returnReceipt(context.platform, context.viewer, input);
      return { receipt: await loadUnidentified(context, input.receiptId) };
    });
  }
}
