import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffInPerson, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { answerInquiryQuestion } from "./answer-inquiry-question.flow.js";
import { awardInquiry } from "./award-inquiry.flow.js";
import { cancelInquiry } from "./cancel-inquiry.flow.js";
import { extendInquiry } from "./extend-inquiry.flow.js";
import type { InquiryRow } from "./inquiry.store.js";
import {
  AnswerInquiryQuestionInput,
  AwardInquiryInput,
  CancelInquiryInput,
  ExtendInquiryInput,
  SeenInquiryInput,
} from "./inquiry-deeds.graphql.js";
import type { TermMode } from "./markup.js";
import { setSourcingTerms } from "./set-sourcing-terms.flow.js";
import { loadStaffInquiry, SourcingTermsView, StaffInquiry, TermModeEnum } from "./staff-inquiry.graphql.js";
import { sourcingTerms } from "./terms.store.js";
import { widenInquiry } from "./widen-inquiry.flow.js";

@InputType({ description: "Whom to ask besides." })
class WidenInquiryInput extends SeenInquiryInput {
  @Field(() => [ID], { description: "Suppliers, in any region and beyond the cap; empty lets routing choose." })
  supplierIds: string[];

  @Field(() => DateTimeScalar, { description: "Until when bids are taken; not before the present deadline." })
  deadline: number;
}

@InputType({ description: "How bids become prices from now on." })
class SourcingTermsInput {
  @Field(() => TermModeEnum, { description: "On top of the bid, or out of it." })
  mode: TermMode;

  @Field(() => Int, { description: "The rate, 0 to 10,000 basis points." })
  rateBasisPoints: number;

  @Field(() => Int, { description: "Unit prices are rounded up to whole multiples of so many fen, 1 to 100,000." })
  stepFen: number;

  @Field(() => Int, { description: "Least margin on the cost, 0 to 10,000 basis points." })
  floorBasisPoints: number;
}

@ObjectType()
abstract class StaffInquiryPayload extends Payload {
  @Field(() => StaffInquiry, { nullable: true, description: "The inquiry after it." })
  inquiry?: InquiryRow | null;
}

@ObjectType({ description: "The inquiry in its new round." })
class WidenInquiryPayload extends StaffInquiryPayload {}
@ObjectType({ description: "The inquiry with its new deadline." })
class ExtendStaffInquiryPayload extends StaffInquiryPayload {}
@ObjectType({ description: "The inquiry with the answer." })
class AnswerStaffInquiryQuestionPayload extends StaffInquiryPayload {}
@ObjectType({ description: "The inquiry, awarded for its customer." })
class AwardStaffInquiryPayload extends StaffInquiryPayload {}
@ObjectType({ description: "The inquiry, cancelled." })
class CancelStaffInquiryPayload extends StaffInquiryPayload {}
@ObjectType({ description: "The terms from now on." })
class SetSourcingTermsPayload extends Payload {
  @Field(() => SourcingTermsView, { nullable: true, description: "As they are now." })
  terms?: SourcingTermsView | null;
}

@Resolver()
export class StaffInquiryDeedsResolver {
  @Allow(staffWith("sourcing.manage"))
  @Mutation(() => WidenInquiryPayload, {
    description:
      "Asks more suppliers in a new round. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION, SUPPLIER_NOT_ELIGIBLE, VALIDATION.",
  })
  widenInquiry(@Ctx() context: Context, @Arg("input") input: WidenInquiryInput): Promise<WidenInquiryPayload> {
    return settle(async () => {
      await widenInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadStaffInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(staffWith("sourcing.manage"))
  @Mutation(() => ExtendStaffInquiryPayload, {
    description: "Gives suppliers more time. Refuses NOT_FOUND, BIDDING_CLOSED, STALE_VERSION, VALIDATION.",
  })
  extendInquiryByStaff(
    @Ctx() context: Context,
    @Arg("input") input: ExtendInquiryInput,
  ): Promise<ExtendStaffInquiryPayload> {
    return settle(async () => {
      await extendInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadStaffInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(staffWith("sourcing.manage"))
  @Mutation(() => AnswerStaffInquiryQuestionPayload, {
    description:
      "Answers a supplier's question for the customer. Refuses NOT_FOUND, BIDDING_CLOSED, STALE_VERSION, VALIDATION.",
  })
  answerInquiryQuestionByStaff(
    @Ctx() context: Context,
    @Arg("input") input: AnswerInquiryQuestionInput,
  ): Promise<AnswerStaffInquiryQuestionPayload> {
    return settle(async () => {
      const told = { ...input, isPrivate: input.isPrivate ?? false };
      const { inquiryId: id } = await answerInquiryQuestion(context.platform, context.viewer, told);
      return { inquiry: await loadStaffInquiry(context, { id }) };
    });
  }

  @Allow(staffWith("sourcing.manage"))
  @Mutation(() => AwardStaffInquiryPayload, {
    description:
      "Awards an inquiry for its customer. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION, BID_EXPIRED, SUPPLIER_NOT_ELIGIBLE, VALIDATION.",
  })
  awardInquiryByStaff(
    @Ctx() context: Context,
    @Arg("input") input: AwardInquiryInput,
  ): Promise<AwardStaffInquiryPayload> {
    return settle(async () => {
      await awardInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadStaffInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(staffWith("sourcing.manage"))
  @Mutation(() => CancelStaffInquiryPayload, {
    description:
      "Ends an inquiry; sealed bids stay sealed. Refuses NOT_FOUND, REASON_REQUIRED, STALE_VERSION, INVALID_STATE.",
  })
  cancelInquiryByStaff(
    @Ctx() context: Context,
    @Arg("input") input: CancelInquiryInput,
  ): Promise<CancelStaffInquiryPayload> {
    return settle(async () => {
      await cancelInquiry(context.platform, context.viewer, input);
      return { inquiry: await loadStaffInquiry(context, { id: input.inquiryId }) };
    });
  }

  @Allow(staffWith("sourcing.read"))
  @Query(() => SourcingTermsView, { description: "How bids become prices at present." })
  sourcingTerms(@Ctx() { platform }: Context): Promise<SourcingTermsView> {
    return sourcingTerms(platform.database.read);
  }

  @Allow(staffInPerson("sourcing.manage"))
  @Mutation(() => SetSourcingTermsPayload, {
    description: "Changes how bids become prices, for inquiries sent from now on. Refuses VALIDATION.",
  })
  setSourcingTerms(@Ctx() context: Context, @Arg("input") input: SourcingTermsInput): Promise<SetSourcingTermsPayload> {
    return settle(async () => {
      await setSourcingTerms(context.platform, context.viewer, input);
      return { terms: await sourcingTerms(context.platform.database.read) };
    });
  }
}
