import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { PlanStep } from "../catalogue/version.graphql.js";
import { loadAccount } from "../identity/account.graphql.js";
import { type Fen, minus } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { loadSupplier, Region, regionView, Supplier } from "../suppliers/supplier.graphql.js";
import { type Attention, attentions } from "./attention.js";
import { findCustomers } from "./find-customers.flow.js";
import { isByUnit, type QuotationSource, type QuotationState, quotationLife } from "./quotation.js";
import {
  changesView,
  lineView,
  loadLines,
  loadQuotationSeq,
  loadRequests,
  loadVersions,
  PricedLineFields,
  QuotationChange,
  QuotationRequest,
  QuotationSourceEnum,
  QuotationStateEnum,
  QuotationVersionFields,
  versionBefore,
} from "./quotation-fields.graphql.js";
import { loadPlan, QuotationPlanStep } from "./quotation-plan.graphql.js";
import { pageOfQuotations, quotationById, quotationByNo } from "./quotation-read.store.js";
import { type ReviewReason, reviewReasons } from "./review.js";

const AttentionEnum = enumOf(attentions);
registerEnumType(AttentionEnum, { name: "QuotationAttention", description: "Why staff have to look at a quotation." });
export const ReviewReasonEnum = enumOf(reviewReasons);
registerEnumType(ReviewReasonEnum, {
  name: "QuotationReviewReason",
  description: "Why a second person looks at a version before its customer does.",
});
const versionActions = ["EDIT", "SEND", "APPROVE", "RETURN", "WITHDRAW", "NEW_VERSION"] as const;
type VersionAction = (typeof versionActions)[number];
const VersionActionEnum = enumOf(versionActions);
registerEnumType(VersionActionEnum, {
  name: "QuotationVersionAction",
  description: "What you may do with a version now; NEW_VERSION begins the next one.",
});

@ObjectType({ implements: Node, description: "A customer a quotation can be written to." })
export class QuotationCustomer extends Node {
  @Field(() => String, { description: "Their name." })
  displayName: string;

  @Field(() => String, { description: "E-mail address they sign in with." })
  login: string;

  @Field(() => String, { nullable: true, description: "Phone number, if one is known." })
  phone: string | null;
}

@ObjectType({ implements: Node, description: "A quotation as staff see it." })
export class StaffQuotation extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "What it is for." })
  title: string;

  @Field(() => QuotationSourceEnum, { description: "Where it came from." })
  source: QuotationSource;

  @Field(() => QuotationStateEnum, { description: "Of the version the customer has, else of the one being written." })
  state: QuotationState;

  @Field(() => Int, { description: "The version the customer has; 0 before the first." })
  currentNumber: number;

  @Field(() => Int, { nullable: true, description: "The version that is being written or reviewed." })
  draftNumber: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Total of the version the customer has." })
  total: Fen | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the version the customer has ends." })
  validUntil: number | null;

  @Field(() => AttentionEnum, { nullable: true, description: "Why it has to be looked at; null when it need not." })
  attention: Attention | null;

  @Field(() => DateTimeScalar, { description: "Since when there is one." })
  createdAt: number;

  @Field(() => DateTimeScalar, { description: "When something last happened to it." })
  updatedAt: number;

  customerId: string;
}

@ObjectType({ implements: Node, description: "One version of a quotation as staff see it." })
export class StaffQuotationVersion extends QuotationVersionFields {
  @Field(() => [ReviewReasonEnum], { description: "Why a second person had to look; empty when nobody had to." })
  reviewReasons: ReviewReason[];

  @Field(() => String, { nullable: true, description: "Why the reviewer sent it back." })
  reviewNote: string | null;

  @Field(() => MoneyScalar, { description: "The same lines at the suppliers' sale prices." })
  listTotal: Fen;

  @Field(() => String, { nullable: true, description: "Id of the version of a product it is priced from." })
  productVersionId: string | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  cost: Fen;
  authorId: string | null;
  reviewerId: string | null;
}

@ObjectType({ implements: Node, description: "One piece of work of a quotation as staff see it." })
export class StaffQuotationLine extends PricedLineFields {
  @Field(() => String, { description: "Id of the service item." })
  itemId: string;

  @Field(() => String, { nullable: true, description: "Id of the product's component; null without one." })
  componentId: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "At the supplier's sale price; null for a price it bid." })
  listAmount: Fen | null;

  @Field(() => Int, { description: "What the platform keeps when the supplier sells, in basis points." })
  commissionRate: number;

  @Field(() => Boolean, { description: "Whether the commission goes back with a refund." })
  commissionRefundable: boolean;

  costAmount: Fen;
}

export const StaffQuotationConnection = connectionType("StaffQuotation", () => StaffQuotation);

const mayRead = (viewer: Viewer): boolean => holds(viewer, "quotations.read");

/** Any quotation, for staff who may read them; null otherwise. */
export async function loadStaffQuotation({ platform, viewer }: Context, id: string): Promise<StaffQuotation | null> {
  return mayRead(viewer) ? ((await quotationById(platform.database.read, id)) ?? null) : null;
}

@Resolver(() => StaffQuotation)
export class StaffQuotationResolver {
  @Allow(staffWith("quotations.read"))
  @Query(() => StaffQuotationConnection, { description: "Every quotation, newest first." })
  async staffQuotations(
    @Ctx() { platform }: Context,
    @Arg("state", () => QuotationStateEnum, {
      nullable: true,
      description: "Only those in this state; INTERNAL_REVIEW also with a later version in it.",
    })
    state?: QuotationState | null,
    @Arg("attention", () => Boolean, { nullable: true, description: "Only those that have to be looked at." })
    attention?: boolean | null,
    @Arg("search", () => String, { nullable: true, description: "Beginning of a number." }) search?: string | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffQuotation>> {
    const filter = { state, attention, search: search?.trim().slice(0, 30) };
    return toConnection(await pageOfQuotations(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("quotations.read"))
  @Query(() => StaffQuotation, { nullable: true, description: "One quotation; null when there is none." })
  async staffQuotation(
    @Ctx() { platform }: Context,
    @Arg("no", () => String, { description: "Such as QT20261120-7K3M9Q." }) no: string,
  ): Promise<StaffQuotation | null> {
    return (await quotationByNo(platform.database.read, no.trim().toUpperCase())) ?? null;
  }

  @Allow(staffWith("quotations.manage"))
  @Query(() => [QuotationCustomer], { description: "Customers of exactly this login or phone number, at most five." })
  quotationCustomers(
    @Ctx() { platform, viewer }: Context,
    @Arg("loginOrPhone", () => String, { description: "E-mail address or phone number." }) loginOrPhone: string,
  ): Promise<QuotationCustomer[]> {
    return findCustomers(platform, viewer, { loginOrPhone });
  }

  @FieldResolver(() => QuotationCustomer, { description: "Whom it is for." })
  async customer(@Parent() { customerId }: StaffQuotation, @Ctx() context: Context): Promise<QuotationCustomer> {
    return found(await loadAccount(context, customerId));
  }

  @FieldResolver(() => [StaffQuotationVersion], { description: "Every version, the first one first." })
  versions(@Parent() { id }: StaffQuotation, @Ctx() context: Context): Promise<StaffQuotationVersion[]> {
    return loadVersions(context, id);
  }

  @FieldResolver(() => [QuotationRequest], { description: "What the customer asked to have changed, oldest first." })
  requests(@Parent() { id }: StaffQuotation, @Ctx() context: Context): Promise<QuotationRequest[]> {
    return loadRequests(context, id);
  }

  @FieldResolver(() => Int, { description: "How far its story has got; live pages watch from here." })
  seq(@Parent() { id }: StaffQuotation, @Ctx() context: Context): Promise<number> {
    return loadQuotationSeq(context, id);
  }
}

@Resolver(() => StaffQuotationVersion)
export class StaffQuotationVersionResolver {
  @FieldResolver(() => [StaffQuotationLine], { description: "What is quoted, in order." })
  async lines(@Parent() { id }: StaffQuotationVersion, @Ctx() context: Context): Promise<StaffQuotationLine[]> {
    return (await loadLines(context, id)).map(lineView);
  }

  @FieldResolver(() => [QuotationPlanStep], { description: "When it is paid." })
  plan(@Parent() version: StaffQuotationVersion, @Ctx() context: Context): Promise<QuotationPlanStep[]> {
    return loadPlan(context, version);
  }

  @FieldResolver(() => [PlanStep], { description: "The plan in shares, also while there is nothing to split yet." })
  planSteps(@Parent() { plan }: StaffQuotationVersion): PlanStep[] {
    return plan;
  }

  @FieldResolver(() => Region, { description: "Where the work is done." })
  region(@Parent() { regionCode }: StaffQuotationVersion): Region {
    return regionView(regionCode);
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "What it costs; null without cost.read." })
  cost(@Parent() { cost }: StaffQuotationVersion, @Ctx() { viewer }: Context): Fen | null {
    return holds(viewer, "cost.read") ? cost : null;
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "Total less cost; null without cost.read." })
  margin(@Parent() { total, cost }: StaffQuotationVersion, @Ctx() { viewer }: Context): Fen | null {
    return holds(viewer, "cost.read") ? minus(total, cost) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Who wrote it." })
  async author(@Parent() { authorId }: StaffQuotationVersion, @Ctx() context: Context): Promise<string | null> {
    return authorId && ((await loadAccount(context, authorId))?.displayName ?? null);
  }

  @FieldResolver(() => String, { nullable: true, description: "Who looked at it." })
  async reviewer(@Parent() { reviewerId }: StaffQuotationVersion, @Ctx() context: Context): Promise<string | null> {
    return reviewerId && ((await loadAccount(context, reviewerId))?.displayName ?? null);
  }

  @FieldResolver(() => [QuotationChange], { description: "What is different from an earlier version." })
  async changes(
    @Parent() version: StaffQuotationVersion,
    @Ctx() context: Context,
    @Arg("from", () => Int, { nullable: true, description: "The other version; the one before it unless told." })
    from?: number | null,
  ): Promise<QuotationChange[]> {
    const all = await loadVersions(context, version.quotationId);
    const own = all.find(({ id }) => id === version.id);
    return own ? changesView(context, versionBefore(all, own.number, from), own) : [];
  }

  @FieldResolver(() => LocalFile, { nullable: true, description: "As a PDF; null for a moment after it was sent." })
  pdf(@Parent() { pdfFileId }: StaffQuotationVersion, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, pdfFileId);
  }

  @FieldResolver(() => [VersionActionEnum], { description: "What you may do with it now." })
  async availableActions(
    @Parent() { state, id, quotationId }: StaffQuotationVersion,
    @Ctx() context: Context,
  ): Promise<VersionAction[]> {
    const { viewer } = context;
    const [manages, reviews] = [holds(viewer, "quotations.manage"), holds(viewer, "quotations.review")];
    const all = await loadVersions(context, quotationId);
    const open = all.some((one) => one.state === "DRAFT" || one.state === "INTERNAL_REVIEW");
    const over = all.some((one) => one.state === "CONVERTED");
    const last = all.at(-1)?.id === id;
    return versionActions.filter((action) => {
      if (action === "NEW_VERSION") return manages && !open && !over && last;
      if (action === "APPROVE") return reviews && state === "INTERNAL_REVIEW";
      if (action === "RETURN") return reviews && quotationLife.allows(state, "RETURN");
      if (action === "SEND") return manages && state === "DRAFT";
      return manages && quotationLife.allows(state, action);
    });
  }
}

@Resolver(() => StaffQuotationLine)
export class StaffQuotationLineResolver {
  @FieldResolver(() => Boolean, { description: "Whether it costs one sum, not its unit price times its quantity." })
  lump(@Parent() line: StaffQuotationLine): boolean {
    return !isByUnit(line);
  }

  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it." })
  supplier(@Parent() { supplierId }: StaffQuotationLine, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, supplierId);
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "What it costs; null without cost.read." })
  cost(@Parent() { costAmount }: StaffQuotationLine, @Ctx() { viewer }: Context): Fen | null {
    return holds(viewer, "cost.read") ? costAmount : null;
  }
}
