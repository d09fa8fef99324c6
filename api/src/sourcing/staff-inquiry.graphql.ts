import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { loadSupplier, Region, regionView, Supplier } from "../suppliers/supplier.graphql.js";
import { staffActions } from "./actions.js";
import { type ComparedBidView, loadComparedBids, OpenedBidFields } from "./inquiry.graphql.js";
import type { InquiryState } from "./inquiry.js";
import { type InquiryRow, inquiryById, inquiryByNo, pageOfInquiries } from "./inquiry.store.js";
import { InquiryFields } from "./inquiry-fields.graphql.js";
import {
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
  loadInvitations,
  loadQuestions,
  loadSheet,
} from "./inquiry-reads.graphql.js";
import { type TermMode, termModes } from "./markup.js";
import { readInvitees } from "./read-invitees.flow.js";
import type { RankedInvitee } from "./routing.js";
import { shownInvitation } from "./seal.js";
import { InviteCandidate, StaffInvitation, type StaffInvitationView } from "./staff-invitation.graphql.js";

export const TermModeEnum = enumOf(termModes);
registerEnumType(TermModeEnum, {
  name: "SourcingTermMode",
  description:
    "MARKUP: the customer pays a rate more than was bid. DIRECT: the customer pays the bid, the platform keeps a rate of it.",
});

@ObjectType({ description: "How a bid becomes a price." })
export class SourcingTermsView {
  @Field(() => TermModeEnum, { description: "On top of the bid, or out of it." })
  mode: TermMode;

  @Field(() => Int, { description: "The rate, in basis points." })
  rateBasisPoints: number;

  @Field(() => Int, { description: "Unit prices are rounded up to whole multiples of so many fen." })
  stepFen: number;

  @Field(() => Int, { description: "Least margin on the cost, in basis points; below it a quotation waits for staff." })
  floorBasisPoints: number;
}

@ObjectType({
  implements: Node,
  description: "An inquiry as staff see it. Its bids are as sealed for them as for everybody.",
})
export class StaffInquiry extends InquiryFields {
  @Field(() => ID, { nullable: true, description: "The quotation the award made." })
  quotationId: string | null;

  @Field(() => String, { nullable: true, description: "Its number, for people." })
  quotationNo: string | null;

  @Field(() => SourcingTermsView, { description: "How its bids become prices, as it was when the inquiry was sent." })
  terms: SourcingTermsView;
}

@ObjectType({ implements: Node, description: "A bid as staff compare it, after bids were opened." })
export class StaffInquiryBid extends OpenedBidFields {}

export const StaffInquiryConnection = connectionType("StaffInquiry", () => StaffInquiry);

export async function loadStaffInquiry(
  { platform, viewer }: Context,
  key: { readonly id: string } | { readonly no: string },
): Promise<InquiryRow | null> {
  if (!holds(viewer, "sourcing.read")) return null;
  const { read } = platform.database;
  return ("id" in key ? await inquiryById(read, key.id) : await inquiryByNo(read, key.no)) ?? null;
}

@Resolver(() => StaffInquiry)
export class StaffInquiryResolver {
  @Allow(staffWith("sourcing.read"))
  @Query(() => StaffInquiryConnection, { description: "Every inquiry, newest first." })
  async staffInquiries(
    @Ctx() { platform }: Context,
    @Arg("state", () => InquiryStateEnum, { nullable: true, description: "Only those in this state." })
    state?: InquiryState | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffInquiry>> {
    const filter = { state: state ?? null };
    return toConnection(await pageOfInquiries(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("sourcing.read"))
  @Query(() => StaffInquiry, { nullable: true, description: "One inquiry by its number; null when there is none." })
  staffInquiryByNo(
    @Ctx() context: Context,
    @Arg("no", () => String, { description: "Such as IQ20261120-7K3M9Q." }) no: string,
  ): Promise<StaffInquiry | null> {
    return loadStaffInquiry(context, { no: no.trim().toUpperCase() });
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

  @FieldResolver(() => [StaffInvitation], { description: "Whom it was sent to, in the order they were asked." })
  async invitations(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<StaffInvitationView[]> {
    return (await loadInvitations(context, inquiry.id)).map((one) => ({ ...one, ...shownInvitation(inquiry, one) }));
  }

  @FieldResolver(() => [InviteCandidate], { description: "Whom a further round could ask, the eligible first." })
  candidates(@Parent() inquiry: InquiryRow, @Ctx() { platform, viewer }: Context): Promise<RankedInvitee[]> {
    return readInvitees(platform, viewer, inquiry);
  }

  @FieldResolver(() => [StaffInquiryBid], { description: "The bids, cheapest first; none until they are opened." })
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

  @FieldResolver(() => [String], { description: "What you may do now: EXTEND, WIDEN, ANSWER, AWARD, CANCEL." })
  availableActions(@Parent() inquiry: InquiryRow, @Ctx() { platform, viewer }: Context): string[] {
    return staffActions(inquiry, viewer, platform.clock.now());
  }

  @FieldResolver(() => Int, { description: "How far its story has got; live pages watch from here." })
  seq(@Parent() inquiry: InquiryRow, @Ctx() context: Context): Promise<number> {
    return loadInquirySeq(context, inquiry.id);
  }
}

@Resolver(() => StaffInquiryBid)
export class StaffInquiryBidResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who bids." })
  supplier(@Parent() bid: ComparedBidView, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, bid.supplierId);
  }

  @FieldResolver(() => [LocalFile], { description: "What the bidder attached." })
  files(@Parent() bid: ComparedBidView, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, bid.fileIds);
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "What its supplier gets; null without cost.read." })
  cost(@Parent() bid: ComparedBidView, @Ctx() { viewer }: Context): number | null {
    return holds(viewer, "cost.read") ? bid.cost : null;
  }
}
