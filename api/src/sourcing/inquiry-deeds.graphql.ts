import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { answerInquiryQuestion } from "./answer-inquiry-question.flow.js";
import { awardInquiry } from "./award-inquiry.flow.js";
import { cancelInquiry } from "./cancel-inquiry.flow.js";
import { evaluateInquiry } from "./evaluate-inquiry.flow.js";
import { extendInquiry } from "./extend-inquiry.flow.js";
import { Inquiry, loadInquiry } from "./inquiry.graphql.js";
import type { InquiryRow } from "./inquiry.store.js";
import { OpenInquiryInput, toOpenInquiry } from "./inquiry-input.graphql.js";
import { openInquiry } from "./open-inquiry.flow.js";

@InputType({ description: "An inquiry as it was seen." })
export class SeenInquiryInput {
  @Field(() => ID, { description: "Of the inquiry." })
  inquiryId: string;

  @Field(() => Int, { description: "The inquiry's version you have seen." })
  version: number;
}

@InputType({ description: "More time for suppliers." })
export class ExtendInquiryInput extends SeenInquiryInput {
  @Field(() => DateTimeScalar, { description: "The new deadline; later than the present one." })
  deadline: number;
}

@InputType({ description: "Why an inquiry ends without an award." })
export class CancelInquiryInput extends SeenInquiryInput {
  @Field(() => String, { description: "Told to everybody who is invited; at most 300 characters." })
  reason: string;
}

@InputType({ description: "An answer to a supplier's question." })
export class AnswerInquiryQuestionInput {
  @Field(() => ID, { description: "Of the question." })
  questionId: string;

  @Field(() => String, { description: "At most 1,000 characters." })
  answer: string;

  @Field(() => Boolean, { nullable: true, description: "Only for who asked; else everybody invited reads it." })
  isPrivate?: boolean | null;
}

@InputType({ description: "One line and the bid that takes it." })
export class AwardPickInput {
  @Field(() => String, { description: "Code of the line of the comparison." })
  lineCode: string;

  @Field(() => ID, { description: "Of the bid." })
  bidId: string;
}

@InputType({ description: "Which bid takes which line; one bid for all of them is an award as a whole." })
export class AwardInquiryInput extends SeenInquiryInput {
  @Field(() => [AwardPickInput], { description: "Every required line that somebody priced, each once." })
  picks: AwardPickInput[];

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@ObjectType()
abstract class InquiryPayload extends Payload {
  @Field(() => Inquiry, { nullable: true, description: "The inquiry after it." })
  inquiry?: InquiryRow | null;
}

@ObjectType({ description: "The inquiry, sent." })
class OpenInquiryPayload extends InquiryPayload {}
@ObjectType({ description: "The inquiry with its new deadline." })
class ExtendInquiryPayload extends InquiryPayload {}
@ObjectType({ description: "The inquiry with its bids opened." })
class EvaluateInquiryPayload extends InquiryPayload {}
@ObjectType({ description: "The inquiry with the answer." })
class AnswerInquiryQuestionPayload extends InquiryPayload {}
@ObjectType({ description: "The inquiry, awarded; its quotation is made." })
class AwardInquiryPayload extends InquiryPayload {}
@ObjectType({ description: "The inquiry, cancelled." })
class CancelInquiryPayload extends InquiryPayload {}

@Resolver()
export class InquiryDeedsResolver {
  @Allow(customers)
  @Mutation(() => OpenInquiryPayload, {
    description:
      "Asks suppliers for a price or lets them compete; it goes to them by itself. Refuses VALIDATION, QUANTITY_OUT_OF_RANGE, PRODUCT_NOT_AVAILABLE, REGION_NOT_SERVED, NOT_FOUND.",
  })
  openInquiry(@Ctx() context: Context, @Arg("input") input: OpenInquiryInput): Promise<OpenInquiryPayload> {
    return settle(async () => {
      const { inquiryId: id } = await openInquiry(context.platform, context.viewer, toOpenInquiry(input));
      return { inquiry: await loadInquiry(context, { id }) };
    });
  }

  @Allow(customers)
  @Mutation(() => ExtendInquiryPayload, {
    description: "Gives suppliers more time. Refuses NOT_FOUND, BIDDING_CLOSED, STALE_VERSION, VALIDATION.",
  })
  extendInquiry(@Ctx() context: Context, @Arg("input") input: ExtendInquiryInput): Promise<ExtendInquiryPayload> {
    return settle(async () => {
      await extendInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(customers)
  @Mutation(() => EvaluateInquiryPayload, {
    description:
      "Opens the answers to an inquiry for a price before its deadline. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  evaluateInquiry(@Ctx() context: Context, @Arg("input") input: SeenInquiryInput): Promise<EvaluateInquiryPayload> {
    return settle(async () => {
      await evaluateInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(customers)
  @Mutation(() => AnswerInquiryQuestionPayload, {
    description: "Answers a supplier's question. Refuses NOT_FOUND, BIDDING_CLOSED, STALE_VERSION, VALIDATION.",
  })
  answerInquiryQuestion(
    @Ctx() context: Context,
    @Arg("input") input: AnswerInquiryQuestionInput,
  ): Promise<AnswerInquiryQuestionPayload> {
    return settle(async () => {
      const told = { ...input, isPrivate: input.isPrivate ?? false };
      const { inquiryId: id } = await answerInquiryQuestion(context.platform, context.viewer, told);
      return { inquiry: await loadInquiry(context, { id }) };
    });
  }

  @Allow(customers)
  @Mutation(() => AwardInquiryPayload, {
    description:
      "Awards an inquiry, whole or line by line, and makes the quotation. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION, BID_EXPIRED, SUPPLIER_NOT_ELIGIBLE, VALIDATION.",
  })
  awardInquiry(@Ctx() context: Context, @Arg("input") input: AwardInquiryInput): Promise<AwardInquiryPayload> {
    return settle(async () => {
      await awardInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(customers)
  @Mutation(() => CancelInquiryPayload, {
    description:
      "Ends an inquiry; sealed bids stay sealed. Refuses NOT_FOUND, REASON_REQUIRED, STALE_VERSION, INVALID_STATE.",
  })
  cancelInquiry(@Ctx() context: Context, @Arg("input") input: CancelInquiryInput): Promise<CancelInquiryPayload> {
    return settle(async () => {
      await cancelInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadInquiry(context, { id: input.inquiryId }) };
    });
  }
}
