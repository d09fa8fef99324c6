import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { CollectionMode, LineTerms } from "../catalogue/collection.js";
import { CollectionModeEnum } from "../catalogue/component.graphql.js";
import { PlanStepInput, planStepOf } from "../catalogue/product-input.graphql.js";
import { type Fen, minus } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { answerQuotationRequest } from "./answer-quotation-request.flow.js";
import { approveQuotation } from "./approve-quotation.flow.js";
import type { ContentWish } from "./compose.js";
import { draftNextVersion } from "./draft-next-version.flow.js";
import { previewQuotation } from "./preview-quotation.flow.js";
import { returnQuotation } from "./return-quotation.flow.js";
import type { ReviewReason } from "./review.js";
import { saveQuotationDraft } from "./save-quotation-draft.flow.js";
import { sendQuotation } from "./send-quotation.flow.js";
import { loadStaffQuotation, ReviewReasonEnum, StaffQuotation } from "./staff-quotation.graphql.js";
import { startQuotation } from "./start-quotation.flow.js";
import { withdrawQuotation } from "./withdraw-quotation.flow.js";

@InputType({ description: "How a line is sold." })
class LineCollectionInput implements LineTerms {
  @Field(() => CollectionModeEnum, { description: "Who sells it and who collects its price." })
  collectionMode: CollectionMode;

  @Field(() => Int, { description: "What the platform keeps when the supplier sells, in basis points, VAT included." })
  commissionRate: number;

  @Field(() => Boolean, { description: "Whether the commission goes back with a refund." })
  commissionRefundable: boolean;

  @Field(() => MoneyScalar, { description: "Part of the line's price that is passed on to an office." })
  officialFee: Fen;
}

@InputType({ description: "One piece of work. What it costs is worked out from the supplier's service." })
class QuotationLineInput {
  @Field(() => ID, { description: "The service item." })
  itemId: string;

  @Field(() => ID, { description: "Who does it." })
  supplierId: string;

  @Field(() => ID, { nullable: true, description: "The product's component it came from." })
  componentId?: string | null;

  @Field(() => Float, { description: "How much; at most four decimals." })
  quantity: number;

  @Field(() => Int, { description: "From 1; stage n starts when the stages before it are accepted." })
  stage: number;

  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: Fen;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "One sum for the line; then the unit price is worked out of it. Null is price times quantity.",
  })
  amount?: Fen | null;

  @Field(() => Int, { nullable: true, description: "Days from the start of the work until it is done." })
  leadDays?: number | null;

  @Field(() => Boolean, { description: "Whether the customer may leave it out." })
  optional: boolean;

  @Field(() => String, { nullable: true, description: "What is to be known of it, at most 300 characters." })
  note?: string | null;

  @Field(() => LineCollectionInput, {
    nullable: true,
    description: "Left out: as the product says, else sold by the platform itself.",
  })
  collection?: LineCollectionInput | null;
}

@InputType({ description: "An answer the price assumes." })
class QuotationAnswerInput {
  @Field(() => String, { description: "Code of the question." })
  code: string;

  @Field(() => String, { description: "The question." })
  label: string;

  @Field(() => String, { description: "The answer." })
  value: string;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit?: string | null;
}

@InputType({ description: "All that a version says." })
class QuotationContentInput {
  @Field(() => String, { description: "What it is for, at most 100 characters." })
  title: string;

  @Field(() => String, { description: "Where the work is done." })
  regionCode: string;

  @Field(() => ID, { nullable: true, description: "The version of a product it is priced from." })
  productVersionId?: string | null;

  @Field(() => [QuotationAnswerInput], { description: "What it assumes." })
  inputs: QuotationAnswerInput[];

  @Field(() => [QuotationLineInput], { description: "The work, at most 100 lines." })
  lines: QuotationLineInput[];

  @Field(() => [PlanStepInput], { description: "When it is paid." })
  plan: PlanStepInput[];

  @Field(() => String, { description: "Its terms, at most 5,000 characters." })
  terms: string;

  @Field(() => DateTimeScalar, { description: "When it ends, at most a year from now." })
  validUntil: number;

  @Field(() => String, { nullable: true, description: "Code of the template the contract is made from." })
  contractTemplate?: string | null;
}

@InputType({ description: "Whom a quotation is for and what it says." })
class StartQuotationInput {
  @Field(() => ID, { description: "The customer." })
  customerId: string;

  @Field(() => QuotationContentInput, { description: "What it says so far." })
  content: QuotationContentInput;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Which version, as you saw it." })
class QuotationVersionInput {
  @Field(() => ID, { description: "The quotation." })
  quotationId: string;

  @Field(() => Int, { description: "Which version." })
  number: number;

  @Field(() => Int, { description: "The version's own counter, as you saw it." })
  version: number;
}

@InputType({ description: "What a draft says now." })
class SaveQuotationDraftInput extends QuotationVersionInput {
  @Field(() => QuotationContentInput, { description: "All of it." })
  content: QuotationContentInput;

  @Field(() => String, { nullable: true, description: "What the customer is told of this version." })
  changeNote?: string | null;
}

@InputType({ description: "Which version goes back to its author, and why." })
class ReturnQuotationInput extends QuotationVersionInput {
  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;
}

@InputType({ description: "Which version is taken back, and why." })
class WithdrawQuotationInput {
  @Field(() => ID, { description: "The quotation." })
  quotationId: string;

  @Field(() => Int, { description: "Which version." })
  number: number;

  @Field(() => String, { description: "Why, at most 300 characters." })
  reason: string;
}

@InputType({ description: "Of which quotation the next version is begun." })
class DraftNextVersionInput {
  @Field(() => ID, { description: "The quotation." })
  quotationId: string;
}

@InputType({ description: "An answer to a wish." })
class AnswerQuotationRequestInput {
  @Field(() => ID, { description: "The wish." })
  requestId: string;

  @Field(() => String, { description: "The answer, at most 500 characters." })
  answer: string;
}

@ObjectType({ description: "The quotation as it is then, or why not." })
class StaffQuotationPayload extends Payload {
  @Field(() => StaffQuotation, { nullable: true, description: "The quotation." })
  quotation?: StaffQuotation | null;
}

@ObjectType({ description: "What a version would come to." })
class QuotationPreview {
  @Field(() => [MoneyScalar], { description: "Amount of each line, in order." })
  amounts: Fen[];

  @Field(() => [MoneyScalar], {
    description: "Each line at the supplier's sale price, or its amount where there is none.",
  })
  listAmounts: Fen[];

  @Field(() => MoneyScalar, { description: "What is to be paid when no optional line is taken." })
  total: Fen;

  @Field(() => MoneyScalar, { description: "The same at the suppliers' sale prices." })
  listTotal: Fen;

  @Field(() => MoneyScalar, { nullable: true, description: "Total less cost; null without cost.read." })
  margin: Fen | null;

  @Field(() => [ReviewReasonEnum], { description: "Why a second person would have to look." })
  reviewReasons: ReviewReason[];
}

@ObjectType({ description: "What a version would come to, or why it can't be." })
class QuotationPreviewPayload extends Payload {
  @Field(() => QuotationPreview, { nullable: true, description: "The sums." })
  preview?: QuotationPreview | null;
}

/** What was written, with what was left out said as null. */
function contentFrom(input: QuotationContentInput): ContentWish {
  const inputs = input.inputs.map((answer) => ({ ...answer, unit: answer.unit ?? null }));
  const plan = input.plan.map(planStepOf);
  return { ...input, inputs, plan };
}

@Resolver()
export class StaffQuotationDeedsResolver {
  @Allow(staffWith("quotations.manage"))
  @Query(() => QuotationPreviewPayload, {
    description: "What a version would come to as it is being written. Refuses what saving it refuses.",
  })
  previewQuotation(
    @Ctx() { platform, viewer }: Context,
    @Arg("content", () => QuotationContentInput, { description: "What it says so far." })
    content: QuotationContentInput,
    @Arg("quotationId", () => ID, { nullable: true, description: "Of which quotation; a supplier's bid counts there." })
    quotationId?: string | null,
  ): Promise<QuotationPreviewPayload> {
    return settle(async () => {
      const seen = await previewQuotation(platform, viewer, { content: contentFrom(content), quotationId });
      const { lines, total, listTotal, cost, reviewReasons } = seen;
      const preview = {
        amounts: lines.map((line) => line.amount),
        listAmounts: lines.map((line) => line.listAmount ?? line.amount),
        total,
        listTotal,
        margin: holds(viewer, "cost.read") ? minus(total, cost) : null,
        reviewReasons: [...reviewReasons],
      };
      return { preview };
    });
  }

  @Allow(staffWith("quotations.manage"))
  @Mutation(() => StaffQuotationPayload, {
    description: "Begins a quotation as a draft. Refuses NOT_FOUND, VALIDATION, SUPPLIER_NOT_ELIGIBLE.",
  })
  startQuotation(@Ctx() context: Context, @Arg("input") input: StartQuotationInput): Promise<StaffQuotationPayload> {
    return settle(async () => {
      const wish = { ...input, content: contentFrom(input.content) };
      const id = await startQuotation(context.platform, context.viewer, wish);
      return { quotation: await loadStaffQuotation(context, id) };
    });
  }

  @Allow(staffWith("quotations.manage"))
  @Mutation(() => StaffQuotationPayload, {
    description:
      "Writes a draft anew. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION, SUPPLIER_NOT_ELIGIBLE.",
  })
  saveQuotationDraft(
    @Ctx() context: Context,
    @Arg("input") input: SaveQuotationDraftInput,
  ): Promise<StaffQuotationPayload> {
    return this.done(context, input.quotationId, () =>
      saveQuotationDraft(context.platform, context.viewer, { ...input, content: contentFrom(input.content) }),
    );
  }

  @Allow(staffWith("quotations.manage"))
  @Mutation(() => StaffQuotationPayload, {
    description:
      "Sends a draft to its customer, or to a second person first. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, QUOTATION_EXPIRED, VALIDATION.",
  })
  sendQuotation(@Ctx() context: Context, @Arg("input") input: QuotationVersionInput): Promise<StaffQuotationPayload> {
    return this.done(context, input.quotationId, () => sendQuotation(context.platform, context.viewer, input));
  }

  @Allow(staffWith("quotations.review"))
  @Mutation(() => StaffQuotationPayload, {
    description:
      "Lets a version pass, which sends it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FORBIDDEN for its author, QUOTATION_EXPIRED.",
  })
  approveQuotation(
    @Ctx() context: Context,
    @Arg("input") input: QuotationVersionInput,
  ): Promise<StaffQuotationPayload> {
    return this.done(context, input.quotationId, () => approveQuotation(context.platform, context.viewer, input));
  }

  @Allow(staffWith("quotations.review"))
  @Mutation(() => StaffQuotationPayload, {
    description:
      "Sends a version back to its author. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  returnQuotation(@Ctx() context: Context, @Arg("input") input: ReturnQuotationInput): Promise<StaffQuotationPayload> {
    return this.done(context, input.quotationId, () => returnQuotation(context.platform, context.viewer, input));
  }

  @Allow(staffWith("quotations.manage"))
  @Mutation(() => StaffQuotationPayload, {
    description: "Takes a version back. Refuses NOT_FOUND, INVALID_STATE, REASON_REQUIRED.",
  })
  withdrawQuotation(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawQuotationInput,
  ): Promise<StaffQuotationPayload> {
    return this.done(context, input.quotationId, () => withdrawQuotation(context.platform, context.viewer, input));
  }

  @Allow(staffWith("quotations.manage"))
  @Mutation(() => StaffQuotationPayload, {
    description: "Begins the next version as a copy of the last. Refuses NOT_FOUND, INVALID_STATE.",
  })
  draftNextVersion(
    @Ctx() context: Context,
    @Arg("input") input: DraftNextVersionInput,
  ): Promise<StaffQuotationPayload> {
    return this.done(context, input.quotationId, () => draftNextVersion(context.platform, context.viewer, input));
  }

  @Allow(staffWith("quotations.manage"))
  @Mutation(() => StaffQuotationPayload, {
    description: "Answers a wish in words. Refuses NOT_FOUND, INVALID_STATE, VALIDATION.",
  })
  answerQuotationRequest(
    @Ctx() context: Context,
    @Arg("input") input: AnswerQuotationRequestInput,
  ): Promise<StaffQuotationPayload> {
    return settle(async () => {
      const id = await answerQuotationRequest(context.platform, context.viewer, input);
      return { quotation: await loadStaffQuotation(context, id) };
    });
  }

  private done(context: Context, id: string, deed: () => Promise<unknown>): Promise<StaffQuotationPayload> {
    return settle(async () => {
      await deed();
      return { quotation: await loadStaffQuotation(context, id) };
    });
  }
}
