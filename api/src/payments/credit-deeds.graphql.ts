import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { Customer } from "../platform/viewer.js";
import { askCreditPayout } from "./ask-credit-payout.flow.js";
import { CreditPayout, loadCreditPayout } from "./credit.graphql.js";
import { declineCreditPayout } from "./decline-credit-payout.flow.js";
import { payCreditOut } from "./pay-credit-out.flow.js";
import { withdrawCreditPayout } from "./withdraw-credit-payout.flow.js";

const KEY = "8 to 100 characters of your own; a repeat with it answers the same.";
const VERSION = "Version of the payout you saw.";

@InputType({ description: "Credit to have in money." })
class AskCreditPayoutInput {
  @Field(() => MoneyScalar, { description: "How much of the free credit." })
  amount: Fen;

  @Field(() => String, { description: "Whose bank account it goes to, at most 60 characters." })
  payeeName: string;

  @Field(() => String, { description: "The account's number, 8 to 30 digits." })
  payeeAccount: string;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@InputType({ description: "A payout of your own that you do not want any more." })
class WithdrawCreditPayoutInput {
  @Field(() => ID, { description: "The payout." })
  payoutId: string;

  @Field(() => Int, { description: VERSION })
  version: number;
}

@InputType({ description: "A payout that is not made, and why." })
class DeclineCreditPayoutInput {
  @Field(() => ID, { description: "The payout." })
  payoutId: string;

  @Field(() => Int, { description: VERSION })
  version: number;

  @Field(() => String, { description: "What the customer reads, at most 200 characters." })
  reason: string;
}

@InputType({ description: "That the credit was sent." })
class PayCreditOutInput {
  @Field(() => ID, { description: "The payout." })
  payoutId: string;

  @Field(() => Int, { description: VERSION })
  version: number;

  @Field(() => String, { description: "The bank's number of the transfer; it is booked once." })
  bankReference: string;

  @Field(() => String, { description: KEY })
  idempotencyKey: string;
}

@ObjectType({ description: "The payout, or why there is none." })
class AskCreditPayoutPayload extends Payload {
  @Field(() => CreditPayout, { nullable: true, description: "As it is now." })
  payout?: CreditPayout | null;
}
@ObjectType({ description: "The payout, or why it was not taken back." })
class WithdrawCreditPayoutPayload extends Payload {
  @Field(() => CreditPayout, { nullable: true, description: "As it is now." })
  payout?: CreditPayout | null;
}
@ObjectType({ description: "The payout, or why it was not declined." })
class DeclineCreditPayoutPayload extends Payload {
  @Field(() => CreditPayout, { nullable: true, description: "As it is now." })
  payout?: CreditPayout | null;
}
@ObjectType({ description: "The payout, or why it was not paid." })
class PayCreditOutPayload extends Payload {
  @Field(() => CreditPayout, { nullable: true, description: "As it is now." })
  payout?: CreditPayout | null;
}

@Resolver()
export class CreditDeedsResolver {
  @Allow(customers)
  @Mutation(() => AskCreditPayoutPayload, {
    description: "Asks for your credit in money; it is held meanwhile. Refuses VALIDATION, CREDIT_TOO_LOW.",
  })
  askCreditPayout(@Ctx() context: Context, @Arg("input") input: AskCreditPayoutInput): Promise<AskCreditPayoutPayload> {
    return settle(async () => {
      const id = await askCreditPayout(context.platform, context.viewer as Customer, input);
      return { payout: await loadCreditPayout(context, id) };
    });
  }

  @Allow(customers)
  @Mutation(() => WithdrawCreditPayoutPayload, {
    description: "Keeps the credit after all. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  withdrawCreditPayout(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawCreditPayoutInput,
  ): Promise<WithdrawCreditPayoutPayload> {
    return settle(async () => {
      await withdrawCreditPayout(context.platform, context.viewer as Customer, input);
      return { payout: await loadCreditPayout(context, input.payoutId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => DeclineCreditPayoutPayload, {
    description: "Does not pay it, and says why. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  declineCreditPayout(
    @Ctx() context: Context,
    @Arg("input") input: DeclineCreditPayoutInput,
  ): Promise<DeclineCreditPayoutPayload> {
    return settle(async () => {
      await declineCreditPayout(context.platform, context.viewer, input);
      return { payout: await loadCreditPayout(context, input.payoutId) };
    });
  }

  @Allow(staffWith("payments.confirm"))
  @Mutation(() => PayCreditOutPayload, {
    description: "Says that it was sent. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION.",
  })
  payCreditOut(@Ctx() context: Context, @Arg("input") input: PayCreditOutInput): Promise<PayCreditOutPayload> {
    return settle(async () => {
      await payCreditOut(context.platform, context.viewer, input);
      return { payout: await loadCreditPayout(context, input.payoutId) };
    });
  }
}
