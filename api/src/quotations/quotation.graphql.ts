import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Region, regionView, Supplier } from "../suppliers/supplier.graphql.js";
import type { QuotationSource, QuotationState } from "./quotation.js";
import type { QuotationRow, QuotationVersionRow } from "./quotation.store.js";
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

const quotationActions = ["ACCEPT", "REQUEST_CHANGE", "DECLINE"] as const;
type QuotationAction = (typeof quotationActions)[number];
const QuotationActionEnum = enumOf(quotationActions);
registerEnumType(QuotationActionEnum, {
  name: "QuotationAction",
  description: "What its customer may do with a quotation now.",
});

@ObjectType({ implements: Node, description: "A quotation as its customer sees it." })
export class Quotation extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "What it is for." })
  title: string;

  @Field(() => QuotationSourceEnum, { description: "Where it came from." })
  source: QuotationSource;

  @Field(() => QuotationStateEnum, { description: "DRAFT while the first version is being written." })
  state: QuotationState;

  @Field(() => Int, { nullable: true, description: "The version that counts; null before the first." })
  currentNumber: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Its total without optional lines." })
  total: Fen | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ends." })
  validUntil: number | null;

  @Field(() => DateTimeScalar, { description: "Since when there is one." })
  createdAt: number;
}

@ObjectType({ implements: Node, description: "One version of a quotation. What was sent never changes." })
export class QuotationVersion extends QuotationVersionFields {}

@ObjectType({ implements: Node, description: "One piece of work of a quotation." })
export class QuotationLine extends PricedLineFields {}

export const QuotationConnection = connectionType("Quotation", () => Quotation);

/** What a customer sees of one: the platform's own review of a draft is not told. */
export function quotationView(row: QuotationRow): Quotation {
  const state = row.state === "INTERNAL_REVIEW" ? "DRAFT" : row.state;
  return { ...row, state, currentNumber: row.currentNumber || null };
}

/** Whether a customer knows of it: it was sent, or they asked for it or for the bids it is made of. */
const isKnown = (row: QuotationRow, customerId: string): boolean =>
  row.customerId === customerId && (row.currentNumber > 0 || row.source !== "MANUAL");

/** The customer's own quotation by id; null for a missing and for a foreign one alike. */
export async function loadQuotation({ platform, viewer }: Context, id: string): Promise<Quotation | null> {
  const row = await quotationById(platform.database.read, id);
  return row && viewer.kind === "customer" && isKnown(row, viewer.accountId) ? quotationView(row) : null;
}

/** The versions that were sent: the others are the platform's own affair. */
async function sentVersions(context: Context, id: string): Promise<QuotationVersionRow[]> {
  return (await loadVersions(context, id)).filter(({ sentAt }) => sentAt !== null);
}

@Resolver(() => Quotation)
export class QuotationResolver {
  @Allow(customers)
  @Query(() => QuotationConnection, { description: "Your quotations, newest first." })
  async myQuotations(
    @Ctx() { platform, viewer }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Quotation>> {
    const customerId = "accountId" in viewer ? viewer.accountId : "";
    const page = await pageOfQuotations(platform.database.read, { customerId }, pageRequest(first, after));
    return toConnection(page, quotationView);
  }

  @Allow(customers)
  @Query(() => Quotation, { nullable: true, description: "One of your quotations; null when there is none." })
  async quotation(
    @Ctx() { platform, viewer }: Context,
    @Arg("no", () => String, { description: "Such as QT20261120-7K3M9Q." }) no: string,
  ): Promise<Quotation | null> {
    const row = await quotationByNo(platform.database.read, no.trim().toUpperCase());
    return row && viewer.kind === "customer" && isKnown(row, viewer.accountId) ? quotationView(row) : null;
  }

  @FieldResolver(() => [QuotationVersion], { description: "Every version you were sent, the first one first." })
  versions(@Parent() { id }: Quotation, @Ctx() context: Context): Promise<QuotationVersion[]> {
    return sentVersions(context, id);
  }

  @FieldResolver(() => [QuotationRequest], { description: "What you asked to have changed, oldest first." })
  requests(@Parent() { id }: Quotation, @Ctx() context: Context): Promise<QuotationRequest[]> {
    return loadRequests(context, id);
  }

  @FieldResolver(() => [QuotationActionEnum], { description: "What you may do now." })
  availableActions(@Parent() { state, validUntil }: Quotation, @Ctx() { platform }: Context): QuotationAction[] {
    const open = state === "SENT" && validUntil !== null && platform.clock.now() < validUntil;
    return open ? [...quotationActions] : [];
  }

  @FieldResolver(() => Int, { description: "How far its story has got; live pages watch from here." })
  seq(@Parent() { id }: Quotation, @Ctx() context: Context): Promise<number> {
    return loadQuotationSeq(context, id);
  }
}

@Resolver(() => QuotationVersion)
export class QuotationVersionResolver {
  @FieldResolver(() => [QuotationLine], { description: "What is quoted, in order." })
  async lines(@Parent() { id }: QuotationVersion, @Ctx() context: Context): Promise<QuotationLine[]> {
    return (await loadLines(context, id)).map(lineView);
  }

  @FieldResolver(() => [QuotationPlanStep], { description: "When it is paid." })
  plan(@Parent() version: QuotationVersion, @Ctx() context: Context): Promise<QuotationPlanStep[]> {
    return loadPlan(context, version);
  }

  @FieldResolver(() => Region, { description: "Where the work is done." })
  region(@Parent() { regionCode }: QuotationVersion): Region {
    return regionView(regionCode);
  }

  @FieldResolver(() => [QuotationChange], { description: "What is different from an earlier version you were sent." })
  async changes(
    @Parent() version: QuotationVersion,
    @Ctx() context: Context,
    @Arg("from", () => Int, { nullable: true, description: "The other version; the one before it unless told." })
    from?: number | null,
  ): Promise<QuotationChange[]> {
    const all = await sentVersions(context, version.quotationId);
    const own = all.find(({ id }) => id === version.id);
    return own ? changesView(context, versionBefore(all, own.number, from), own) : [];
  }

  @FieldResolver(() => LocalFile, { nullable: true, description: "As a PDF; null for a moment after it was sent." })
  pdf(@Parent() { pdfFileId }: QuotationVersion, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, pdfFileId);
  }
}

@Resolver(() => QuotationLine)
export class QuotationLineResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it." })
  supplier(@Parent() { supplierId }: QuotationLine, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, supplierId);
  }
}
