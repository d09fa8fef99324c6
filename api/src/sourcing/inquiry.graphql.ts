import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Region, regionView, Supplier } from "../suppliers/supplier.graphql.js";
import { customerActions } from "./actions.js";
import type { BidState } from "./bid.js";
import type { SentBid } from "./bid.store.js";
import type { InquiryState } from "./inquiry.js";
import { type InquiryRow, inquiryOfCustomer, pageOfInquiries } from "./inquiry.store.js";
import { InquiryFields } from "./inquiry-fields.graphql.js";
import {
  BidStateEnum,
  InquiryAwardView,
  InquiryCounts,
  InquiryQuestion,
  InquiryStateEnum,
  SheetRowView,
} from "./inquiry-parts.graphql.js";
import {
  loadAwards,
  loadCounts,
  loadInquirySeq,
  loadOpenedBids,
  loadQuestions,
  loadSheet,
  loadStandingTotals,
} from "./inquiry-reads.graphql.js";
import type { SheetColumn } from "./sheet.js";

@ObjectType({ implements: Node, description: "An inquiry as its customer sees it." })
export class Inquiry extends InquiryFields {
  @Field(() => ID, { nullable: true, description: "The quotation the award made." })
  quotationId: string | null;

  @Field(() => String, { nullable: true, description: "Its number, for people." })
  quotationNo: string | null;
}

/** An opened bid with its column of the comparison. Carries the cost: its edge types show it to nobody but staff. */
export interface ComparedBidView extends Omit<SheetColumn, "bidId"> {
  readonly id: string;
  readonly supplierId: string;
  readonly state: BidState;
  readonly number: number;
  readonly leadDays: number;
  readonly validUntil: number | null;
  readonly terms: string;
  readonly inclusions: string;
  readonly planWish: string;
  readonly fileIds: readonly string[];
  readonly submittedAt: number | null;
}

/** What an opened bid shows to who chooses. */
@ObjectType()
export abstract class OpenedBidFields extends Node {
  @Field(() => BidStateEnum, { description: "Whether it can be chosen." })
  state: BidState;

  @Field(() => Int, { description: "Which version it is." })
  number: number;

  @Field(() => MoneyScalar, { description: "What the customer would pay for all its lines." })
  total: number;

  @Field(() => Boolean, { description: "Whether it prices every line that somebody prices." })
  complete: boolean;

  @Field(() => Boolean, { description: "No complete standing bid comes to less." })
  lowest: boolean;

  @Field(() => Int, { description: "Days until the work is done." })
  leadDays: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it is valid." })
  validUntil: number | null;

  @Field(() => String, { description: "Its terms." })
  terms: string;

  @Field(() => String, { description: "What the price contains." })
  inclusions: string;

  @Field(() => String, { description: "How the supplier would like to be paid." })
  planWish: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was sent." })
  submittedAt: number | null;
}

@ObjectType({ implements: Node, description: "A bid as the customer compares it, after bids were opened." })
export class InquiryBid extends OpenedBidFields {}

export const InquiryConnection = connectionType("Inquiry", () => Inquiry);

/** The customer's own inquiry; null for a missing and for a foreign one alike. */
export async function loadInquiry(
  { platform, viewer }: Context,
  key: { readonly id: string } | { readonly no: string },
): Promise<InquiryRow | null> {
  if (viewer.kind !== "customer") return null;
  return (await inquiryOfCustomer(platform.database.read, key, viewer.accountId)) ?? null;
}

/** The opened bids of an inquiry with their columns of the comparison. */
export async function loadComparedBids(context: Context, inquiry: InquiryRow): Promise<ComparedBidView[]> {
  const sent = await loadOpenedBids(context, inquiry.id);
  const { columns } = await loadSheet(context, inquiry);
  return sent.flatMap(({ bid, content }: SentBid) => {
    const column = columns.find(({ bidId }) => bidId === bid.id);
    if (!column) return [];
    const { number, leadDays, terms, inclusions, planWish, fileIds, submittedAt } = content;
    const { id, supplierId, state, validUntil } = bid;
    const said = { number, leadDays, terms, inclusions, planWish, fileIds, submittedAt };
    return [{ ...column, id, supplierId, state, validUntil, ...said }];
  });
}

@Resolver(() => Inquiry)
export class InquiryResolver {
  @Allow(customers)
  @Query(() => InquiryConnection, { description: "Your inquiries, newest first." })
  async myInquiries(
    @Ctx() { platform, viewer }: Context,
    @Arg("state", () => InquiryStateEnum, { nullable: true, description: "Only those in this state." })
    state?: InquiryState | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Inquiry>> {
    const customerId = "accountId" in viewer ? viewer.accountId : "";
    return toConnection(
      await pageOfInquiries(platform.database.read, { customerId, state }, pageRequest(first, after)),
    );
  }

  @Allow(customers)
  @Query(() => Inquiry, {
    nullable: true,
    description: "One of your inquiries by its number; null when there is none.",
  })
  inquiryByNo(
    @Ctx() context: Context,
    @Arg("no", () => String, { description: "Such as IQ20261120-7K3M9Q." }) no: string,
  ): Promise<Inquiry | null> {
    return loadInquiry(context, { no: no.trim().toUpperCase() });
  }

  @FieldResolver(() => Region, { description: "Where the work is done." })
  region(@Parent() inquiry: InquiryRow): Region {
    return regionView(inquiry.regionCode);
  }

  @FieldResolver(() => [LocalFile], { description: "What the customer shows." })
  photos(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, inquiry.photoIds);
  }

  @FieldResolver(() => InquiryCounts, { description: "How far it has got." })
  counts(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<InquiryCounts> {
    return loadCounts(context, inquiry);
  }

  @FieldResolver(() => [InquiryQuestion], { description: "What suppliers asked, oldest first." })
  questions(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<InquiryQuestion[]> {
    return loadQuestions(context, inquiry.id);
  }

  @FieldResolver(() => [MoneyScalar], {
    description:
      "While a competition that is not sealed runs: what its bids come to for you, least first, without names.",
  })
  standingTotals(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<number[]> {
    return loadStandingTotals(context, inquiry);
  }

  @FieldResolver(() => [InquiryBid], { description: "The bids, cheapest first; none until they are opened." })
  bids(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<ComparedBidView[]> {
    return loadComparedBids(context, inquiry);
  }

  @FieldResolver(() => [SheetRowView], { description: "The bids line by line; none until they are opened." })
  async sheet(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<readonly SheetRowView[]> {
    return (await loadSheet(context, inquiry)).rows;
  }

  @FieldResolver(() => [InquiryAwardView], { description: "What was awarded to whom." })
  awards(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<InquiryAwardView[]> {
    return loadAwards(context, inquiry.id);
  }

  @FieldResolver(() => [String], { description: "What you may do now: EXTEND, EVALUATE, ANSWER, AWARD, CANCEL." })
  async availableActions(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<string[]> {
    const { bids } = await loadCounts(context, inquiry);
    return customerActions(inquiry, bids, context.platform.clock.now());
  }

  @FieldResolver(() => Int, { description: "How far its story has got; live pages watch from here." })
  seq(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<number> {
    return loadInquirySeq(context, inquiry.id);
  }
}

@Resolver(() => InquiryBid)
export class InquiryBidResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who bids." })
  supplier(@Parent() bid: ComparedBidView, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, bid.supplierId);
  }

  @FieldResolver(() => [LocalFile], { description: "What the bidder attached." })
  files(@Parent() bid: ComparedBidView, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, bid.fileIds);
  }
}
