import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import type { Customer } from "../platform/viewer.js";
import { ComponentChoiceInput, InputValueInput } from "../pricing/price.graphql.js";
import { declineQuotation } from "./decline-quotation.flow.js";
import { loadQuotation, Quotation } from "./quotation.graphql.js";
import { requestQuotation } from "./request-quotation.flow.js";
import { requestQuotationChange } from "./request-quotation-change.flow.js";

@InputType({ description: "Which product's price, and for what." })
class RequestQuotationInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => String, { description: "Where the work is done." })
  regionCode: string;

  @Field(() => [InputValueInput], { description: "Answers to the product's questions." })
  inputs: InputValueInput[];

  @Field(() => [ComponentChoiceInput], { description: "What is wanted." })
  choices: ComponentChoiceInput[];

  @Field(() => String, { description: "What the price should take into account, at most 1,000 characters." })
  text: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "What should change." })
class RequestQuotationChangeInput {
  @Field(() => ID, { description: "One of your own." })
  quotationId: string;

  @Field(() => Int, { description: "The version you looked at." })
  number: number;

  @Field(() => String, { description: "The wish, at most 1,000 characters." })
  text: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it asks once." })
  idempotencyKey: string;
}

@InputType({ description: "Which quotation is declined, and why." })
class DeclineQuotationInput {
  @Field(() => ID, { description: "One of your own." })
  quotationId: string;

  @Field(() => Int, { description: "The version you looked at." })
  number: number;

  @Field(() => String, { description: "Why, at most 300 characters." })
  reason: string;
}

@ObjectType({ description: "The quotation as it is then, or why not." })
export class QuotationPayload extends Payload {
  @Field(() => Quotation, { nullable: true, description: "The quotation." })
  quotation?: Quotation | null;
}

@Resolver()
export class QuotationDeedsResolver {
  @Allow(customers)
  @Mutation(() => QuotationPayload, {
    description: "Asks for a price of a product; staff answer. Refuses what placing an order of it refuses.",
  })
  requestQuotation(@Ctx() context: Context, @Arg("input") input: RequestQuotationInput): Promise<QuotationPayload> {
    return settle(async () => {
      const id = await requestQuotation(context.platform, context.viewer as Customer, input);
      return { quotation: await loadQuotation(context, id) };
    });
  }

  @Allow(customers)
  @Mutation(() => QuotationPayload, {
    description:
      "Asks for another version. Refuses NOT_FOUND, QUOTATION_CHANGED, QUOTATION_EXPIRED, INVALID_STATE, RATE_LIMITED.",
  })
  requestQuotationChange(
    @Ctx() context: Context,
    @Arg("input") input: RequestQuotationChangeInput,
  ): Promise<QuotationPayload> {
    return settle(async () => {
      await requestQuotationChange(context.platform, context.viewer as Customer, input);
      return { quotation: await loadQuotation(context, input.quotationId) };
    });
  }

  @Allow(customers)
  @Mutation(() => QuotationPayload, {
    description:
      "Says no, with a reason. Refuses NOT_FOUND, QUOTATION_CHANGED, QUOTATION_EXPIRED, INVALID_STATE, REASON_REQUIRED.",
  })
  declineQuotation(@Ctx() context: Context, @Arg("input") input: DeclineQuotationInput): Promise<QuotationPayload> {
    return settle(async () => {
      await declineQuotation(context.platform, context.viewer as Customer, input);
      return { quotation: await loadQuotation(context, input.quotationId) };
    });
  }
}
