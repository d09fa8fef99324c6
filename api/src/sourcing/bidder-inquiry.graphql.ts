import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { Region, regionView } from "../suppliers/supplier.graphql.js";
import {
  bidderOf,
  bidderViews,
  loadBidderQuestions,
  loadBidderSeq,
  readBidderInquiry,
} from "./bidder-reads.graphql.js";
import type { BidderView, SeenBid, SeenInvitation, SeenStanding } from "./bidder-view.js";
import { inquiryById } from "./inquiry.store.js";
import { InquiryCore } from "./inquiry-fields.graphql.js";
import { InquiryQuestion, InvitationStateEnum } from "./inquiry-parts.graphql.js";
import type { InvitationState } from "./invitation.js";
import { countOpenInvitations, pageOfInvitations } from "./invitation.store.js";
import { MyBid } from "./my-bid.graphql.js";
import { type PriceListEntry, readPriceList } from "./read-price-list.flow.js";

@ObjectType({ description: "How your supplier was asked." })
class MyInvitation implements SeenInvitation {
  @Field(() => InvitationStateEnum, { description: "What became of it." })
  state: InvitationState;

  @Field(() => DateTimeScalar, { description: "When you were asked." })
  sentAt: number;

  @Field(() => String, { nullable: true, description: "Why you declined." })
  declineReason: string | null;
}

@ObjectType({ description: "A total of a competition that is not sealed, without a name." })
class BidStanding implements SeenStanding {
  @Field(() => MoneyScalar, { description: "What the bid comes to." })
  total: number;

  @Field(() => Boolean, { description: "Whether it is yours." })
  mine: boolean;
}

@ObjectType({ description: "A service of yours that this inquiry can use." })
class PriceListEntryView implements PriceListEntry {
  @Field(() => ID, { description: "The service item." })
  itemId: string;

  @Field(() => String, { description: "Name of the item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => MoneyScalar, { description: "Your cost price of a unit at present." })
  unitPrice: number;
}

@ObjectType({ description: "A question about an inquiry, as a bidder reads it." })
class BidderQuestion extends InquiryQuestion {
  @Field(() => Boolean, { description: "Whether you asked it." })
  mine: boolean;
}

@ObjectType({
  implements: Node,
  description:
    "An inquiry as an invited supplier sees it. Who asks is masked until the award; other bids are not in it.",
})
export class SupplierInquiry extends InquiryCore {
  @Field(() => MoneyScalar, { nullable: true, description: "What the customer wants to spend, if they show it." })
  budget: number | null;

  @Field(() => String, { description: "Who asks: one character until the award is yours." })
  customerName: string;

  @Field(() => String, { description: "Whom to call: half a number until the award is yours." })
  customerPhone: string;

  @Field(() => String, { nullable: true, description: "Why it was cancelled." })
  reason: string | null;

  @Field(() => MyInvitation, { description: "How you were asked." })
  invitation: SeenInvitation;

  @Field(() => MyBid, { nullable: true, description: "Your bid; null before there is one." })
  bid: SeenBid | null;

  @Field(() => [BidStanding], { description: "What bids come to, least first, in a competition that is not sealed." })
  standings: readonly SeenStanding[];

  @Field(() => MoneyScalar, { nullable: true, description: "The most your next bid of a reverse auction may come to." })
  most: number | null;

  @Field(() => [String], { description: "What you may do now: BID, WITHDRAW, DECLINE, ASK." })
  availableActions: readonly string[];
}

export const SupplierInquiryConnection = connectionType("SupplierInquiry", () => SupplierInquiry);

@Resolver(() => SupplierInquiry)
export class SupplierInquiryResolver {
  @Allow(supplierMembers())
  @Query(() => SupplierInquiryConnection, { description: "Inquiries your supplier is invited to, newest first." })
  async myInvitations(
    @Ctx() context: Context,
    @Arg("openOnly", () => Boolean, { nullable: true, description: "Only those you can answer now." })
    openOnly?: boolean | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<BidderView>> {
    const { supplierId } = bidderOf(context);
    const { read } = context.platform.database;
    const page = await pageOfInvitations(read, supplierId, openOnly ?? false, pageRequest(first, after));
    return toConnection({ ...page, rows: await bidderViews(context, page.rows) }, (view) => view);
  }

  @Allow(supplierMembers())
  @Query(() => Int, { description: "How many inquiries your supplier can answer now, counted to 1,000." })
  openInvitationCount(@Ctx() context: Context): Promise<number> {
    return countOpenInvitations(context.platform.database.read, bidderOf(context).supplierId);
  }

  @Allow(supplierMembers())
  @Query(() => SupplierInquiry, {
    nullable: true,
    description: "One of them by its number; null when you were never asked.",
  })
  supplierInquiryByNo(
    @Ctx() context: Context,
    @Arg("no", () => String, { description: "Such as IQ20261120-7K3M9Q." }) no: string,
  ): Promise<BidderView | null> {
    return readBidderInquiry(context, { no: no.trim().toUpperCase() });
  }

  @FieldResolver(() => Region, { description: "Where the work is done: all that is told of the place." })
  region(@Parent() view: BidderView): Region {
    return regionView(view.regionCode);
  }

  @FieldResolver(() => [LocalFile], { description: "What the customer shows." })
  photos(@Parent() view: BidderView, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, view.photoIds);
  }

  @FieldResolver(() => [BidderQuestion], { description: "What you asked, and what was answered for everybody." })
  async questions(@Parent() view: BidderView, @Ctx() context: Context): Promise<BidderQuestion[]> {
    const { supplierId } = bidderOf(context);
    const rows = await loadBidderQuestions(context, view.id);
    return rows.map((row) => ({ ...row, mine: row.supplierId === supplierId }));
  }

  @FieldResolver(() => [PriceListEntryView], { description: "Your services that it can use, to begin a bid from." })
  async priceList(@Parent() view: BidderView, @Ctx() { platform, viewer }: Context): Promise<PriceListEntry[]> {
    return readPriceList(platform, viewer, found(await inquiryById(platform.database.read, view.id)));
  }

  @FieldResolver(() => Int, { description: "Number of the last move on your supplier's pages." })
  seq(@Parent() _view: BidderView, @Ctx() context: Context): Promise<number> {
    return loadBidderSeq(context);
  }
}
