import { Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { InvitationStateEnum } from "./inquiry-parts.graphql.js";
import type { InvitationState } from "./invitation.js";
import type { InviteBlocker, InviteReason, InviteScorePart, RankedInvitee } from "./routing.js";

@ObjectType({ description: "Where points of a score come from." })
class InviteScorePartView {
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

  @Field(() => [String], {
    description: "What speaks against it: REGION, FULL (no room on the day that is wanted), BUSY, ALREADY_ASKED.",
  })
  blockers: readonly InviteBlocker[];

  @Field(() => Float, { description: "0 to 100." })
  score: number;

  @Field(() => [InviteScorePartView], { description: "Where it comes from." })
  trace: readonly InviteScorePart[];
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
