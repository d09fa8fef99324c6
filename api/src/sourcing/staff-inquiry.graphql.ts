import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
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
  InvitationStateEnum,
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
import type { InvitationState } from "./invitation.js";
import { type TermMode, termModes } from "./markup.js";
import { readInvitees } from "./read-invitees.flow.js";
import type { InviteBlocker, InviteReason, InviteScorePart, RankedInvitee } from "./routing.js";
import { shownInvitation } from "./seal.js";

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

@ObjectType({ description: "Where points of a score come from." })
export class InviteScorePartView {
  @Field(() => String, { description: "COVERAGE, RATING, LEVEL or FAIRNESS." })
  code: string;

  @Field(() => Float, { description: "0 to 1." })
  value: number;

  @Field(() => Int, { description: "How much it counts." })
  weight: number;

  @Field(() => Float, { description: "Value times weight." })
  points: number;
}

/** An invitation as far as it may be told while bids are sealed. */
export interface StaffInvitationView {
  readonly id: string;
  readonly supplierId: string;
  readonly round: number;
  readonly state: InvitationState | null;
  readonly reason: InviteReason;
  readonly trace: readonly InviteScorePart[];
  readonly sentAt: number;
  readonly declineReason: string | null;
}

@ObjectType({ description: "A supplier an inquiry was sent to, and why it was this one." })
export class StaffInvitation {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => Int, { description: "Which round." })
  round: number;

  @Field(() => InvitationStateEnum, {
    nullable: true,
    description:
      "What became of it; while bids are sealed null unless it was declined, so that nobody learns who has bid.",
  })
  state: InvitationState | null;

  @Field(() => String, { description: "BEST_SCORE, ROTATION (it had waited longest) or BY_HAND." })
  reason: string;

  @Field(() => [InviteScorePartView], { description: "Its score when it was chosen." })
  trace: readonly InviteScorePart[];

  @Field(() => DateTimeScalar, { description: "When." })
  sentAt: number;

  @Field(() => String, { nullable: true, description: "Why it does not bid." })
  declineReason: string | null;

  supplierId: string;
}

@ObjectType({ description: "A supplier that could be asked next." })
export class InviteCandidate {
  @Field(() => ID, { description: "Of the supplier." })
  supplierId: string;

  @Field(() => Boolean, { description: "Whether routing would ask it by itself." })
  eligible: boolean;

  @Field(() => [String], { description: "What speaks against it: REGION, BUSY, ALREADY_ASKED." })
  blockers: readonly InviteBlocker[];

  @Field(() => Float, { description: "0 to 100." })
  score: number;

  @Field(() => [InviteScorePartView], { description: "Where it comes from." })
  trace: readonly InviteScorePart[];
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
    return loadCounts(context, inquiry.id);
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

@Resolver(() => StaffInvitation)
export class StaffInvitationResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who was asked." })
  supplier(@Parent() invitation: StaffInvitationView, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, invitation.supplierId);
  }
}

@Resolver(() => InviteCandidate)
export class InviteCandidateResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who it is." })
  supplier(@Parent() candidate: RankedInvitee, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, candidate.supplierId);
  }
}
