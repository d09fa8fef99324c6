import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { biddingRoles } from "./actions.js";
import { askInquiryQuestion } from "./ask-inquiry-question.flow.js";
import type { BidWish } from "./bid.js";
import { SupplierInquiry } from "./bidder-inquiry.graphql.js";
import { readBidderInquiry } from "./bidder-reads.graphql.js";
import type { BidderView } from "./bidder-view.js";
import { declineInquiry } from "./decline-inquiry.flow.js";
import { saveBidDraft } from "./save-bid-draft.flow.js";
import { submitBid } from "./submit-bid.flow.js";
import { viewInquiry } from "./view-inquiry.flow.js";
import { withdrawBid } from "./withdraw-bid.flow.js";

@InputType({ description: "One priced line." })
class BidLineInput {
  @Field(() => String, { nullable: true, description: "Code of the inquiry's line; null for a need." })
  lineCode?: string | null;

  @Field(() => ID, { nullable: true, description: "For a need: one of your services' items." })
  itemId?: string | null;

  @Field(() => Float, { nullable: true, description: "For a need: how much of it." })
  quantity?: number | null;

  @Field(() => MoneyScalar, { description: "What you ask for a unit." })
  unitPrice: Fen;

  @Field(() => Int, { nullable: true, description: "Days until this line is done, if it differs." })
  leadDays?: number | null;

  @Field(() => String, { nullable: true, description: "At most 200 characters." })
  note?: string | null;
}

@InputType({ description: "What a bid says." })
class BidContentInput {
  @Field(() => ID, { description: "Of the inquiry." })
  inquiryId: string;

  @Field(() => Int, { description: "The bid's version you have seen; 0 before there is one." })
  version: number;

  @Field(() => [BidLineInput], {
    description: "The lines you price; others may be left out, except in a reverse auction.",
  })
  lines: BidLineInput[];

  @Field(() => Int, { description: "Days until the work is done." })
  leadDays: number;

  @Field(() => Int, { description: "Days the bid stays valid after the deadline, 1 to 180." })
  validDays: number;

  @Field(() => String, { description: "At most 2,000 characters." })
  terms: string;

  @Field(() => String, { description: "What the price contains; at most 1,000 characters." })
  inclusions: string;

  @Field(() => String, { description: "How you would like to be paid; at most 500 characters." })
  planWish: string;

  @Field(() => [ID], { description: "Files uploaded for BID, six at most." })
  fileIds: string[];
}

@InputType({ description: "A bid to be kept as a draft." })
class SaveBidDraftInput extends BidContentInput {}

@InputType({ description: "A bid to be sent." })
class SubmitBidInput extends BidContentInput {
  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A bid to be taken back." })
class WithdrawBidInput {
  @Field(() => ID, { description: "Of the inquiry." })
  inquiryId: string;

  @Field(() => Int, { description: "The bid's version you have seen." })
  version: number;
}

@InputType({ description: "Why you don't bid." })
class DeclineInquiryInput {
  @Field(() => ID, { description: "Of the inquiry." })
  inquiryId: string;

  @Field(() => String, { description: "At most 300 characters." })
  reason: string;
}

@InputType({ description: "A question about an inquiry." })
class AskInquiryQuestionInput {
  @Field(() => ID, { description: "Of the inquiry." })
  inquiryId: string;

  @Field(() => String, { description: "At most 500 characters. Nobody is told who asks." })
  question: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether only you read the answer; else everybody invited does.",
  })
  isPrivate?: boolean | null;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@ObjectType()
abstract class SupplierInquiryPayload extends Payload {
  @Field(() => SupplierInquiry, { nullable: true, description: "The inquiry as you see it after it." })
  inquiry?: BidderView | null;
}

@ObjectType({ description: "The inquiry, seen." })
class ViewInquiryPayload extends SupplierInquiryPayload {}
@ObjectType({ description: "The draft, kept." })
class SaveBidDraftPayload extends SupplierInquiryPayload {}
@ObjectType({ description: "The bid, sent." })
class SubmitBidPayload extends SupplierInquiryPayload {}
@ObjectType({ description: "The bid, taken back." })
class WithdrawBidPayload extends SupplierInquiryPayload {}
@ObjectType({ description: "The invitation, declined." })
class DeclineInquiryPayload extends SupplierInquiryPayload {}
@ObjectType({ description: "The question, asked." })
class AskInquiryQuestionPayload extends SupplierInquiryPayload {}

function toWish(input: BidContentInput): BidWish {
  const { lines, leadDays, validDays, terms, inclusions, planWish, fileIds } = input;
  return {
    lines: lines.map((line) => ({
      lineCode: line.lineCode ?? null,
      itemId: line.itemId ?? null,
      quantity: line.quantity ?? null,
      unitPrice: line.unitPrice,
      leadDays: line.leadDays ?? null,
      note: line.note ?? null,
    })),
    leadDays,
    validDays,
    terms,
    inclusions,
    planWish,
    fileIds,
  };
}

@Resolver()
export class BidDeedsResolver {
  @Allow(supplierMembers())
  @Mutation(() => ViewInquiryPayload, { description: "Says that you opened an invitation. Refuses NOT_FOUND." })
  viewInquiry(
    @Ctx() context: Context,
    @Arg("inquiryId", () => ID, { description: "Of the inquiry." }) inquiryId: string,
  ): Promise<ViewInquiryPayload> {
    return settle(async () => {
      await viewInquiry(context.platform, context.viewer, { inquiryId });
      return { inquiry: await readBidderInquiry(context, { id: inquiryId }) };
    });
  }

  @Allow(supplierMembers(...biddingRoles))
  @Mutation(() => SaveBidDraftPayload, {
    description: "Keeps what you typed so far. Refuses NOT_FOUND, BIDDING_CLOSED, STALE_VERSION, VALIDATION.",
  })
  saveBidDraft(@Ctx() context: Context, @Arg("input") input: SaveBidDraftInput): Promise<SaveBidDraftPayload> {
    return settle(async () => {
      const { inquiryId, version } = input;
      await saveBidDraft(context.platform, context.viewer, { ...toWish(input), inquiryId, version });
      return { inquiry: await readBidderInquiry(context, { id: inquiryId }) };
    });
  }

  @Allow(supplierMembers(...biddingRoles))
  @Mutation(() => SubmitBidPayload, {
    description:
      "Sends a bid, or its next version. Refuses NOT_FOUND, BIDDING_CLOSED, STALE_VERSION, BID_NOT_LOW_ENOUGH, SUPPLIER_NOT_ELIGIBLE, VALIDATION, QUANTITY_OUT_OF_RANGE.",
  })
  submitBid(@Ctx() context: Context, @Arg("input") input: SubmitBidInput): Promise<SubmitBidPayload> {
    return settle(async () => {
      const { inquiryId, version, idempotencyKey } = input;
      await submitBid(context.platform, context.viewer, { ...toWish(input), inquiryId, version, idempotencyKey });
      return { inquiry: await readBidderInquiry(context, { id: inquiryId }) };
    });
  }

  @Allow(supplierMembers(...biddingRoles))
  @Mutation(() => WithdrawBidPayload, {
    description: "Takes your bid back, before the award. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  withdrawBid(@Ctx() context: Context, @Arg("input") input: WithdrawBidInput): Promise<WithdrawBidPayload> {
    return settle(async () => {
      await withdrawBid(context.platform, context.viewer, input);
      return { inquiry: await readBidderInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(supplierMembers(...biddingRoles))
  @Mutation(() => DeclineInquiryPayload, {
    description: "Says why you don't bid. Refuses NOT_FOUND, BIDDING_CLOSED, REASON_REQUIRED, INVALID_STATE.",
  })
  declineInquiry(@Ctx() context: Context, @Arg("input") input: DeclineInquiryInput): Promise<DeclineInquiryPayload> {
    return settle(async () => {
      await declineInquiry(context.platform, context.viewer, input);
      return { inquiry: await readBidderInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(supplierMembers(...biddingRoles))
  @Mutation(() => AskInquiryQuestionPayload, {
    description: "Asks back. Refuses NOT_FOUND, BIDDING_CLOSED, VALIDATION, RATE_LIMITED.",
  })
  askInquiryQuestion(
    @Ctx() context: Context,
    @Arg("input") input: AskInquiryQuestionInput,
  ): Promise<AskInquiryQuestionPayload> {
    return settle(async () => {
      const asked = { ...input, isPrivate: input.isPrivate ?? false };
      await askInquiryQuestion(context.platform, context.viewer, asked);
      return { inquiry: await readBidderInquiry(context, { id: input.inquiryId }) };
    });
  }
}
