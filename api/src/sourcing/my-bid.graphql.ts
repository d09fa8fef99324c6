import { Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { BidLine, BidLineWish, BidState, BidWish } from "./bid.js";
import type { BidVersionRow } from "./bid.store.js";
import { loadOwnVersions } from "./bidder-reads.graphql.js";
import type { SeenBid } from "./bidder-view.js";
import { BidStateEnum } from "./inquiry-parts.graphql.js";

@ObjectType({ description: "A line as you priced it." })
class MyBidLine {
  @Field(() => String, { description: "Code of the line." })
  code: string;

  @Field(() => ID, { description: "The service item." })
  itemId: string;

  @Field(() => String, { description: "Name of the item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => MoneyScalar, { description: "What you ask for a unit." })
  unitPrice: number;

  @Field(() => MoneyScalar, { description: "What you ask for the line." })
  amount: number;

  @Field(() => Int, { nullable: true, description: "Days until it is done." })
  leadDays: number | null;

  @Field(() => String, { nullable: true, description: "What you say about it." })
  note: string | null;
}

@ObjectType({ description: "A version of your bid as you sent it. Never changed." })
class MyBidVersion {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => Int, { description: "Which version." })
  number: number;

  @Field(() => [MyBidLine], { description: "Its lines." })
  lines: BidLine[];

  @Field(() => MoneyScalar, { description: "What it comes to." })
  total: number;

  @Field(() => Int, { description: "Days until the work is done." })
  leadDays: number;

  @Field(() => Int, { description: "Days it stays valid after the deadline." })
  validDays: number;

  @Field(() => String, { description: "Your terms." })
  terms: string;

  @Field(() => String, { description: "What the price contains." })
  inclusions: string;

  @Field(() => String, { description: "How you would like to be paid." })
  planWish: string;

  @Field(() => DateTimeScalar, { description: "When you sent it." })
  submittedAt: number;

  fileIds: string[];
}

@ObjectType({ description: "A line of a draft, as far as it was typed." })
class BidDraftLine implements BidLineWish {
  @Field(() => String, { nullable: true, description: "The inquiry's line." })
  lineCode: string | null;

  @Field(() => ID, { nullable: true, description: "The item, for a need." })
  itemId: string | null;

  @Field(() => Float, { nullable: true, description: "How much, for a need." })
  quantity: number | null;

  @Field(() => MoneyScalar, { description: "What a unit is to cost." })
  unitPrice: BidLineWish["unitPrice"];

  @Field(() => Int, { nullable: true, description: "Days until it is done." })
  leadDays: number | null;

  @Field(() => String, { nullable: true, description: "A note." })
  note: string | null;
}

@ObjectType({ description: "What was typed and not sent yet; your people alone see it." })
class BidDraft {
  @Field(() => [BidDraftLine], { description: "The lines so far." })
  lines: readonly BidDraftLine[];

  @Field(() => Int, { description: "Days until the work is done." })
  leadDays: number;

  @Field(() => Int, { description: "Days it stays valid after the deadline." })
  validDays: number;

  @Field(() => String, { description: "Terms." })
  terms: string;

  @Field(() => String, { description: "What the price contains." })
  inclusions: string;

  @Field(() => String, { description: "How you would like to be paid." })
  planWish: string;

  fileIds: readonly string[];
}

@ObjectType({ implements: Node, description: "Your supplier's bid." })
export class MyBid extends Node {
  @Field(() => BidStateEnum, { description: "Where it stands." })
  state: BidState;

  @Field(() => Int, { description: "The last version that was sent; 0 before the first." })
  number: number;

  @Field(() => MoneyScalar, { nullable: true, description: "What that version comes to." })
  total: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it is valid; null until bids are opened." })
  validUntil: number | null;

  @Field(() => BidDraft, { nullable: true, description: "What was typed since." })
  draft: BidWish | null;

  @Field(() => Int, { description: "Send it back with the next version." })
  version: number;
}

@Resolver(() => MyBid)
export class MyBidResolver {
  @FieldResolver(() => [MyBidVersion], { description: "Every version you sent, newest first." })
  versions(@Parent() bid: SeenBid, @Ctx() context: Context): Promise<BidVersionRow[]> {
    return loadOwnVersions(context, bid.id);
  }
}

@Resolver(() => MyBidVersion)
export class MyBidVersionResolver {
  @FieldResolver(() => [LocalFile], { description: "What you attached." })
  files(@Parent() version: BidVersionRow, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, version.fileIds);
  }
}

@Resolver(() => BidDraft)
export class BidDraftResolver {
  @FieldResolver(() => [LocalFile], { description: "What was attached so far." })
  files(@Parent() draft: BidWish, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, draft.fileIds);
  }
}
